import * as stories from '../../../stories/family-filter.stories.js';
import {testStories} from '../../support/stories.js';

testStories(stories);
