import {contribute} from './fr/contribute.js';
import {core} from './fr/core.js';
import * as map from './fr/map.js';
import * as onDemand from './fr/on-demand.js';
import * as projects from './fr/projects.js';
import * as widgets from './fr/widgets.js';

/** French messages: the other languages have the same sections. A tag imports its own sections only. */
export const fr = {core, contribute, ...map, ...onDemand, ...projects, ...widgets};
