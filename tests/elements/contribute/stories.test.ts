import * as stories from '../../../stories/contribute.stories.js';
import {walk} from '../../support/stories.js';

walk(stories);
