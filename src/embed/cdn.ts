// Entry of `dist/cdn/spass-widgets.js`. The build wraps it in the guard of rollup.config.js: a second copy on the page
// does nothing, and if a policy refuses Lit, the page keeps its own content.
import './load-part.js';
// The provider is defined first, so that elements inside it find it ready.
import '../define/portal.js';
import {onFirstMatch} from '../data/scheduling.js';
import * as classes from '../element-classes.js';
import {warn} from './warn.js';

// The views of lazy elements are parts of their own, `spass-<noun>.js`.
for (const [name, Class] of Object.entries(classes)) {
  const tag = name.replace(/\B[A-Z]/g, '-$&').toLowerCase();
  if (!customElements.get(tag)) customElements.define(tag, Class);
}

// The code for placeholders is loaded when the page has the first one, now or later.
onFirstMatch(
  '[data-spass]',
  () =>
    void import('./placeholders.js').then(
      ({fillPlaceholders}) => fillPlaceholders(),
      () => undefined, // The failure has been logged; the page keeps its content.
    ),
);

/** Warns of unknown `spass-*` tags, which would silently show nothing. Runs when all tags are registered. */
const warnOfUnknownTags = (): void => {
  for (const {localName} of document.querySelectorAll(':not(:defined)'))
    if (localName.startsWith('spass-')) warn(`unknown tag <${localName}>`);
};
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', warnOfUnknownTags);
else warnOfUnknownTags();
