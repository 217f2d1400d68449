import {testStories} from '../../support/stories.js';
import * as stories from '../../../stories/compare.stories.js';

testStories(stories);
