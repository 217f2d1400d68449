import * as stories from '../../../stories/explorer.stories.js';
import {testStories} from '../../support/stories.js';

testStories(stories);
