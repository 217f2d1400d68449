import * as stories from '../../../stories/layer.stories.js';
import {testStories} from '../../support/stories.js';

testStories(stories);
