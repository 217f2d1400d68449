import * as stories from '../../../stories/programme-timeline.stories.js';
import {testStories} from '../../support/stories.js';

testStories(stories);
