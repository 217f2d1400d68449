import {agenda} from './de/agenda.js';
import {core} from './de/core.js';
import {detail} from './de/detail.js';
import {directory} from './de/directory.js';
import {explorer} from './de/explorer.js';
import {events} from './de/events.js';
import {contribute} from './de/contribute.js';
import {familyFilter} from './de/family-filter.js';
import {placeSearch} from './de/place-search.js';
import {layers} from './de/layers.js';
import {map} from './de/map.js';
import {places} from './de/places.js';
import {projects} from './de/projects.js';
import {resourceList} from './de/resource-list.js';
import {projectMap} from './de/project-map.js';
import {programmeTimeline} from './de/programme-timeline.js';
import {pictureComparison} from './de/picture-comparison.js';
import {story} from './de/story.js';
import {projectProgress} from './de/project-progress.js';
import type {MessageSections} from './messages.js';

export const de: MessageSections = {
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
