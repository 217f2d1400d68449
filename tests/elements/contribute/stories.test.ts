import * as stories from '../../../stories/contribute.stories.js';
import {testStories} from '../../support/stories.js';

testStories(stories);
