import * as stories from '../../../stories/agenda.stories.js';
import {testStories} from '../../support/stories.js';

testStories(stories);
