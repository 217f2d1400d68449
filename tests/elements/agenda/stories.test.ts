import * as stories from '../../../stories/agenda.stories.js';
import {walk} from '../../support/stories.js';

walk(stories);
