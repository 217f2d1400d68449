import * as stories from '../../../stories/directory.stories.js';
import {walk} from '../../support/stories.js';

walk(stories);
