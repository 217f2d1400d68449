import * as stories from '../../../stories/layer.stories.js';
import {walk} from '../../support/stories.js';

walk(stories);
