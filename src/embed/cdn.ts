// What `dist/cdn/spass-widgets.js` holds. Its build wraps this in the guard of rollup.config.js: a second
// copy on the page does nothing, and a policy that refuses Lit leaves the page's own content in place.
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

/** The hashes of the parts; the build writes them around this module. */
declare const SPASS_PARTS: Hashes;

const isElementClass = (one: unknown): boolean =>
  (one as ElementClass).prototype instanceof HTMLElement;

const attributes = [...DataWidget.observedAttributes, ...LATE_ATTRIBUTES];

// Each of these costs as much as a third of all the rest of a page's script, and most pages show one of them.
for (const [noun, collection] of Object.entries(LATE_TAGS)) {
  defineLate(
    `spass-${noun}`,
    attributes,
    async () => {
      // What the part of a tag gives besides its class is for the parts within it.
      const given: readonly unknown[] = Object.values(await loadPart(noun, SPASS_PARTS));
      return given.find(isElementClass) as ElementClass;
    },
    () => (collection ? plainWidget(collection) : PlainContent),
  );
}

watchPlaceholders();

/** Tells of tags that are none of ours, now that all of ours are known: a misspelt one shows nothing. */
const tellStrays = (): void => {
  for (const {localName} of document.querySelectorAll(':not(:defined)'))
    if (localName.startsWith('spass-')) warn(`<${localName}> is no tag of this library`);
};
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', tellStrays);
else tellStrays();
