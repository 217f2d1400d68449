import * as stories from '../../../stories/project-map.stories.js';
import {testStories} from '../../support/stories.js';

testStories(stories);
