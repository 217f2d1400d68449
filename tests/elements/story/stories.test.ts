import * as stories from '../../../stories/story.stories.js';
import {testStories} from '../../support/stories.js';

testStories(stories);
