import * as stories from '../../../stories/directory.stories.js';
import {testStories} from '../../support/stories.js';

testStories(stories);
