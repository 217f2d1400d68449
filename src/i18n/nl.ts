import {agenda} from './nl/agenda.js';
import {core} from './nl/core.js';
import {detail} from './nl/detail.js';
import {directory} from './nl/directory.js';
import {explorer} from './nl/explorer.js';
import {events} from './nl/events.js';
import {contribute} from './nl/contribute.js';
import {familyFilter} from './nl/family-filter.js';
import {finding} from './nl/finding.js';
import {layers} from './nl/layers.js';
import {map} from './nl/map.js';
import {places} from './nl/places.js';
import {projects} from './nl/projects.js';
import {resourceList} from './nl/resource-list.js';
import {projectMap} from './nl/project-map.js';
import {programmeTimeline} from './nl/programme-timeline.js';
import {thenAndNow} from './nl/then-and-now.js';
import {story} from './nl/story.js';
import {projectProgress} from './nl/project-progress.js';
import type {Sections} from './messages.js';

export const nl: Sections = {
  agenda,
  core,
  detail,
  directory,
  explorer,
  contribute,
  familyFilter,
  events,
  finding,
  layers,
  map,
  places,
  projects,
  resourceList,
  projectMap,
  programmeTimeline,
  thenAndNow,
  story,
  projectProgress,
};
