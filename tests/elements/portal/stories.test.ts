import * as stories from '../../../stories/portal.stories.js';
import {testStories} from '../../support/stories.js';

testStories(stories);
