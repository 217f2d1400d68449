import * as stories from '../../../stories/programme-timeline.stories.js';
import {walk} from '../../support/stories.js';

walk(stories);
