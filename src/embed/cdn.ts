// What `dist/cdn/spass-widgets.js` holds. Its build wraps this in the guard of rollup.config.js: a second
// copy on the page does nothing, and a policy that refuses Lit leaves the page's own content in place.
import '../define/portal.js';
import '../define/portal-cards.js';
import '../define/family-filter.js';
import {loadProgrammeTimeline} from './load-programme-timeline.js';
import {loadProjectMap} from './load-project-map.js';
import {loadResourceList} from './load-resource-list.js';
import {defineLate} from './late-element.js';
import {LATE_ATTRIBUTES} from './late-attributes.js';
import {fillPlaceholders} from './placeholders.js';
import {plainWidget} from './plain-widget.js';

// Each of these costs as much as all the rest of a page's script, and most pages show one of them.
defineLate(
  'spass-resource-list',
  LATE_ATTRIBUTES['spass-resource-list'],
  async () => (await loadResourceList()).SpassResourceList,
  () => plainWidget('resources'),
);
defineLate(
  'spass-project-map',
  LATE_ATTRIBUTES['spass-project-map'],
  async () => (await loadProjectMap()).SpassProjectMap,
  () => plainWidget('projects'),
);
defineLate(
  'spass-programme-timeline',
  LATE_ATTRIBUTES['spass-programme-timeline'],
  async () => (await loadProgrammeTimeline()).SpassProgrammeTimeline,
  () => plainWidget('projects'),
);

fillPlaceholders();
