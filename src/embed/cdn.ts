// Entry of `dist/cdn/spass-widgets.js`. The build wraps it in the guard of rollup.config.js: a second copy on the page
// does nothing, and if a policy refuses Lit, the page keeps its own content.
import '../define/portal.js';
import '../define/portal-cards.js';
import {DataWidget} from '../elements/widget.js';
import {defineLate, type ElementClass} from './late-element.js';
import {LATE_ATTRIBUTES, LATE_TAGS} from './late-tags.js';
import {type Hashes, loadPart} from './load-part.js';
import {PlainContent} from './plain-content.js';
import {plainWidget} from './plain-widget.js';
import {warn} from './warn.js';
import {watchPlaceholders} from './watch-placeholders.js';

/** Hashes of the parts, added by the build. */
declare const SPASS_PARTS: Hashes;

const isElementClass = (one: unknown): boolean =>
  (one as ElementClass).prototype instanceof HTMLElement;

const attributes = [...DataWidget.observedAttributes, ...LATE_ATTRIBUTES];

// Each of these classes is about a third of the size of the rest of the script, and most pages use one of them.
for (const [noun, collection] of Object.entries(LATE_TAGS)) {
  defineLate(
    `spass-${noun}`,
    attributes,
    async () => {
      // The part of a tag exports its class, and modules that other parts import from it.
      const given: readonly unknown[] = Object.values(await loadPart(noun, SPASS_PARTS));
      return given.find(isElementClass) as ElementClass;
    },
    () => (collection ? plainWidget(collection) : PlainContent),
  );
}

watchPlaceholders();

/** Warns of unknown `spass-*` tags, which would silently show nothing. Runs when all tags are registered. */
const tellStrays = (): void => {
  for (const {localName} of document.querySelectorAll(':not(:defined)'))
    if (localName.startsWith('spass-')) warn(`<${localName}> is no tag of this library`);
};
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', tellStrays);
else tellStrays();
