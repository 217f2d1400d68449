import * as stories from '../../../stories/family-filter.stories.js';
import {walk} from '../../support/stories.js';

walk(stories);
