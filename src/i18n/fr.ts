import {addressSearch} from './fr/address-search.js';
import {agenda} from './fr/agenda.js';
import {contact} from './fr/contact.js';
import {contribute} from './fr/contribute.js';
import {core} from './fr/core.js';
import {dateRange} from './fr/date-range.js';
import {detail} from './fr/detail.js';
import {diagnostics} from './fr/diagnostics.js';
import {directory} from './fr/directory.js';
import {events} from './fr/events.js';
import {explorer} from './fr/explorer.js';
import {familyFilter} from './fr/family-filter.js';
import {funding} from './fr/funding.js';
import {languageSwitch} from './fr/language-switch.js';
import {layers} from './fr/layers.js';
import {map} from './fr/map.js';
import {mapItem} from './fr/map-item.js';
import {pictureComparison} from './fr/picture-comparison.js';
import {pictureSeries} from './fr/picture-series.js';
import {placeSearch} from './fr/place-search.js';
import {places} from './fr/places.js';
import {portalCards} from './fr/portal-cards.js';
import {printSheet} from './fr/print-sheet.js';
import {programmeTimeline} from './fr/programme-timeline.js';
import {projectFacts} from './fr/project-facts.js';
import {projectMap} from './fr/project-map.js';
import {projectProgress} from './fr/project-progress.js';
import {projectSheet} from './fr/project-sheet.js';
import {projects} from './fr/projects.js';
import {qrCode} from './fr/qr-code.js';
import {records} from './fr/records.js';
import {resourceList} from './fr/resource-list.js';
import {retake} from './fr/retake.js';
import {singleRecord} from './fr/single-record.js';
import {sketch} from './fr/sketch.js';
import {story} from './fr/story.js';

/** French messages: the other languages have the same sections. A tag imports its own sections only. */
export const fr = {
  addressSearch,
  agenda,
  contact,
  contribute,
  core,
  dateRange,
  detail,
  diagnostics,
  directory,
  events,
  explorer,
  familyFilter,
  funding,
  languageSwitch,
  layers,
  map,
  mapItem,
  pictureComparison,
  pictureSeries,
  placeSearch,
  places,
  portalCards,
  printSheet,
  programmeTimeline,
  projectFacts,
  projectMap,
  projectProgress,
  projectSheet,
  projects,
  qrCode,
  records,
  resourceList,
  retake,
  singleRecord,
  sketch,
  story,
};
