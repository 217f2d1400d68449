import * as stories from '../../../stories/portal-cards.stories.js';
import {walk} from '../../support/stories.js';

walk(stories);
