import * as stories from '../../../stories/resource-list.stories.js';
import {walk} from '../../support/stories.js';

walk(stories);
