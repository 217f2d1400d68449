import * as stories from '../../../stories/explorer.stories.js';
import {walk} from '../../support/stories.js';

walk(stories);
