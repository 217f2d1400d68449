import {agenda} from './fr/agenda.js';
import {core} from './fr/core.js';
import {detail} from './fr/detail.js';
import {directory} from './fr/directory.js';
import {explorer} from './fr/explorer.js';
import {events} from './fr/events.js';
import {contribute} from './fr/contribute.js';
import {familyFilter} from './fr/family-filter.js';
import {placeSearch} from './fr/place-search.js';
import {layers} from './fr/layers.js';
import {map} from './fr/map.js';
import {places} from './fr/places.js';
import {projects} from './fr/projects.js';
import {resourceList} from './fr/resource-list.js';
import {projectMap} from './fr/project-map.js';
import {programmeTimeline} from './fr/programme-timeline.js';
import {pictureComparison} from './fr/picture-comparison.js';
import {story} from './fr/story.js';
import {projectProgress} from './fr/project-progress.js';

export const fr = {
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
