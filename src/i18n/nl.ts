import {agenda} from './nl/agenda.js';
import {core} from './nl/core.js';
import {detail} from './nl/detail.js';
import {directory} from './nl/directory.js';
import {explorer} from './nl/explorer.js';
import {events} from './nl/events.js';
import {contribute} from './nl/contribute.js';
import {familyFilter} from './nl/family-filter.js';
import {placeSearch} from './nl/place-search.js';
import {layers} from './nl/layers.js';
import {map} from './nl/map.js';
import {places} from './nl/places.js';
import {projects} from './nl/projects.js';
import {resourceList} from './nl/resource-list.js';
import {projectMap} from './nl/project-map.js';
import {programmeTimeline} from './nl/programme-timeline.js';
import {pictureComparison} from './nl/picture-comparison.js';
import {story} from './nl/story.js';
import {projectProgress} from './nl/project-progress.js';
import type {MessageSections} from './messages.js';

export const nl: MessageSections = {
  agenda,
  core,
  detail,
  directory,
  explorer,
  contribute,
  familyFilter,
  events,
  finding: placeSearch,
  layers,
  map,
  places,
  projects,
  resourceList,
  projectMap,
  programmeTimeline,
  thenAndNow: pictureComparison,
  story,
  projectProgress,
};
