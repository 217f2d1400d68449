import * as stories from '../../../stories/project.stories.js';
import {testStories} from '../../support/stories.js';

testStories(stories);
