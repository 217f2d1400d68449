import {core} from './fr/core.js';
import {finding} from './fr/finding.js';
import {map} from './fr/map.js';
import {projects} from './fr/projects.js';
import {resourceList} from './fr/resource-list.js';
import {projectMap} from './fr/project-map.js';
import {programmeTimeline} from './fr/programme-timeline.js';

export const fr = {core, finding, map, projects, resourceList, projectMap, programmeTimeline};
