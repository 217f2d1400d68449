import * as stories from '../../../stories/portal.stories.js';
import {walk} from '../../support/stories.js';

walk(stories);
