// Entry of `dist/cdn/spass-widgets.js`. The build wraps it in the guard of rollup.config.js: a second copy on the page
// does nothing, and if a policy refuses Lit, the page keeps its own content.
import './load-part.js';
import '../define/portal.js';
import '../define/portal-cards.js';
import {SpassAgenda} from '../elements/agenda/agenda.js';
import {SpassExplorer} from '../elements/explorer/explorer.js';
import {SpassResourceList} from '../elements/resource-list/resource-list.js';
import {SpassCompare} from '../elements/compare/compare.js';
import {SpassContribute} from '../elements/contribute/contribute.js';
import {SpassDirectory} from '../elements/directory/directory.js';
import {SpassFamilyFilter} from '../elements/family-filter/family-filter.js';
import {SpassLayer} from '../elements/layer/layer.js';
import {SpassProgrammeTimeline} from '../elements/programme-timeline/programme-timeline.js';
import {SpassProjectMap} from '../elements/project-map/project-map.js';
import {SpassProjectProgress} from '../elements/project-progress/project-progress.js';
import {SpassStory} from '../elements/story/story.js';
import {warn} from './warn.js';
import {watchPlaceholders} from './watch-placeholders.js';

/** Elements whose view is a part of its own, `spass-<noun>.js`. */
const LAZY_WIDGETS = {
  agenda: SpassAgenda,
  compare: SpassCompare,
  contribute: SpassContribute,
  directory: SpassDirectory,
  explorer: SpassExplorer,
  'family-filter': SpassFamilyFilter,
  layer: SpassLayer,
  'programme-timeline': SpassProgrammeTimeline,
  'project-map': SpassProjectMap,
  'project-progress': SpassProjectProgress,
  'resource-list': SpassResourceList,
  story: SpassStory,
};

for (const [noun, Class] of Object.entries(LAZY_WIDGETS))
  if (!customElements.get(`spass-${noun}`)) customElements.define(`spass-${noun}`, Class);

watchPlaceholders();

/** Warns of unknown `spass-*` tags, which would silently show nothing. Runs when all tags are registered. */
const warnOfUnknownTags = (): void => {
  for (const {localName} of document.querySelectorAll(':not(:defined)'))
    if (localName.startsWith('spass-')) warn(`<${localName}> is no tag of this library`);
};
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', warnOfUnknownTags);
else warnOfUnknownTags();
