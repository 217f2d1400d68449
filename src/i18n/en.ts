import {agenda} from './en/agenda.js';
import {core} from './en/core.js';
import {detail} from './en/detail.js';
import {directory} from './en/directory.js';
import {explorer} from './en/explorer.js';
import {events} from './en/events.js';
import {contribute} from './en/contribute.js';
import {familyFilter} from './en/family-filter.js';
import {placeSearch} from './en/place-search.js';
import {layers} from './en/layers.js';
import {map} from './en/map.js';
import {places} from './en/places.js';
import {projects} from './en/projects.js';
import {resourceList} from './en/resource-list.js';
import {projectMap} from './en/project-map.js';
import {programmeTimeline} from './en/programme-timeline.js';
import {pictureComparison} from './en/picture-comparison.js';
import {story} from './en/story.js';
import {projectProgress} from './en/project-progress.js';
import type {MessageSections} from './messages.js';

export const en: MessageSections = {
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
