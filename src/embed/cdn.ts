// Entry of `dist/cdn/spass-widgets.js`. The build wraps it in the guard of rollup.config.js: a second copy on the page
// does nothing, and if a policy refuses Lit, the page keeps its own content.
import './load-part.js';
import '../define/portal.js';
import '../define/portal-cards.js';
import {SpassAgenda} from '../elements/agenda/agenda.js';
import {DataWidget} from '../elements/base/data-widget.js';
import {SpassExplorer} from '../elements/explorer/explorer.js';
import {SpassResourceList} from '../elements/resource-list/resource-list.js';
import {SpassCompare} from '../elements/compare/compare.js';
import {SpassContribute} from '../elements/contribute/contribute.js';
import {SpassDirectory} from '../elements/directory/directory.js';
import {SpassFamilyFilter} from '../elements/family-filter/family-filter.js';
import {SpassLayer} from '../elements/layer/layer.js';
import {SpassProgrammeTimeline} from '../elements/programme-timeline/programme-timeline.js';
import {SpassProjectProgress} from '../elements/project-progress/project-progress.js';
import {SpassStory} from '../elements/story/story.js';
import {defineLazyElement, type ElementClass} from './lazy-element.js';
import {LAZY_ATTRIBUTES, LAZY_TAGS} from './lazy-tags.js';
import {FallbackContent} from './fallback-content.js';
import {createFallbackWidget} from './fallback-widget.js';
import {warn} from './warn.js';
import {watchPlaceholders} from './watch-placeholders.js';

/** Tags whose view is a part of its own, `spass-<noun>.js`. */
const LAZY_WIDGETS = {
  'project-progress': SpassProjectProgress,
  layer: SpassLayer,
  'family-filter': SpassFamilyFilter,
  directory: SpassDirectory,
  compare: SpassCompare,
  agenda: SpassAgenda,
  explorer: SpassExplorer,
  'resource-list': SpassResourceList,
  'programme-timeline': SpassProgrammeTimeline,
  story: SpassStory,
  contribute: SpassContribute,
};

for (const [noun, Class] of Object.entries(LAZY_WIDGETS))
  if (!customElements.get(`spass-${noun}`)) customElements.define(`spass-${noun}`, Class);

const isElementClass = (value: unknown): boolean =>
  (value as ElementClass).prototype instanceof HTMLElement;

const observedAttributes = [...DataWidget.observedAttributes, ...LAZY_ATTRIBUTES];

// Each of these classes is about a third of the size of the rest of the script, and most pages use one of them.
for (const [noun, {load, collection}] of Object.entries(LAZY_TAGS)) {
  defineLazyElement(
    `spass-${noun}`,
    observedAttributes,
    async () => Object.values(await load()).find(isElementClass) as ElementClass,
    () => (collection ? createFallbackWidget(collection) : FallbackContent),
  );
}

watchPlaceholders();

/** Warns of unknown `spass-*` tags, which would silently show nothing. Runs when all tags are registered. */
const warnOfUnknownTags = (): void => {
  for (const {localName} of document.querySelectorAll(':not(:defined)'))
    if (localName.startsWith('spass-')) warn(`<${localName}> is no tag of this library`);
};
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', warnOfUnknownTags);
else warnOfUnknownTags();
