import * as stories from '../../../stories/project-progress.stories.js';
import {walk} from '../../support/stories.js';

walk(stories);
