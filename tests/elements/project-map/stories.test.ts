import * as stories from '../../../stories/project-map.stories.js';
import {walk} from '../../support/stories.js';

walk(stories);
