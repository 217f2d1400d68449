import {walk} from '../../support/stories.js';
import * as stories from '../../../stories/compare.stories.js';

walk(stories);
