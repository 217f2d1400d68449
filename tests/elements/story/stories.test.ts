import * as stories from '../../../stories/story.stories.js';
import {walk} from '../../support/stories.js';

walk(stories);
