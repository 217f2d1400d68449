// What `dist/cdn/spass-widgets.js` holds. Its build wraps this in the guard of rollup.config.js: a second
// copy on the page does nothing, and a policy that refuses Lit leaves the page's own content in place.
import '../define/portal.js';
import '../define/portal-cards.js';
import '../define/family-filter.js';
import type {CollectionName} from '../model/records.js';
import {loadAgenda} from './load-agenda.js';
import {loadCompare} from './load-compare.js';
import {loadProgrammeTimeline} from './load-programme-timeline.js';
import {loadProjectMap} from './load-project-map.js';
import {loadResourceList} from './load-resource-list.js';
import {defineLate, type ElementClass} from './late-element.js';
import {LATE_ATTRIBUTES} from './late-attributes.js';
import {fillPlaceholders} from './placeholders.js';
import {PlainContent} from './plain-content.js';
import {plainWidget} from './plain-widget.js';

/** A tag whose class comes with the first element of its kind; without it, the links of its records. */
const late = (
  tag: keyof typeof LATE_ATTRIBUTES,
  load: () => Promise<ElementClass>,
  collection: CollectionName,
): void => defineLate(tag, LATE_ATTRIBUTES[tag], load, () => plainWidget(collection));

// Each of these costs as much as all the rest of a page's script, and most pages show one of them.
late('spass-resource-list', async () => (await loadResourceList()).SpassResourceList, 'resources');
late('spass-project-map', async () => (await loadProjectMap()).SpassProjectMap, 'projects');
late(
  'spass-programme-timeline',
  async () => (await loadProgrammeTimeline()).SpassProgrammeTimeline,
  'projects',
);
late('spass-agenda', async () => (await loadAgenda()).SpassAgenda, 'events');

defineLate(
  'spass-compare',
  LATE_ATTRIBUTES['spass-compare'],
  async () => (await loadCompare()).SpassCompare,
  () => PlainContent,
);

fillPlaceholders();
