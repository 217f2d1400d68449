import * as stories from '../../../stories/project-progress.stories.js';
import {testStories} from '../../support/stories.js';

testStories(stories);
