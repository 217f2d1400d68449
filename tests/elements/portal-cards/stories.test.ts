import * as stories from '../../../stories/portal-cards.stories.js';
import {testStories} from '../../support/stories.js';

testStories(stories);
