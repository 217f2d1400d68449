import {expect} from '@open-wc/testing';
import type {DataWidget} from '../../../src/elements/base/data-widget.js';
import {languageViolations} from '../../support/accessibility-checks.js';
import {flatChildren, flatClosest, flatDescendants} from '../../support/flat-tree.js';
import {queryAll} from '../../support/widget-fixture.js';
import {ELEMENTS, renderWidget, shown, typical} from '../../support/widgets.js';

const LANGUAGES = ['nl', 'en', 'de', 'fr'];

/** Returns the texts and names inside an element, without its map, which loads when it is in view. */
function textsIn(el: DataWidget): ReadonlySet<string> {
  const texts = flatDescendants(el.closest('div')!)
    .filter(element => !flatClosest(element, one => one.matches('.stage, .in-view')))
    .flatMap(element => [
      element.ariaLabel ?? '',
      ...flatChildren(element).map(child => (child instanceof Text ? child.data.trim() : '')),
    ]);
  // Regions of several widgets of a kind are numbered.
  return new Set(
    texts.filter(text => /\p{L}/u.test(text)).map(text => text.replace(/ \(\d+\)$/, '')),
  );
}

/** Returns the texts that another set lacks. */
const missingFrom = (texts: ReadonlySet<string>, other: ReadonlySet<string>): string[] =>
  [...texts].filter(text => !other.has(text));

describe('an element in four languages', () => {
  for (const widget of typical(ELEMENTS))
    for (const [where, setLanguage] of [
      ['its attribute', (el: Element, lang: string) => el.setAttribute('lang', lang)],
      [
        'the page',
        (_: Element, lang: string) => document.documentElement.setAttribute('lang', lang),
      ],
    ] as const) {
      // A layer renders nothing itself.
      if (widget.wrap && where === 'its attribute') continue;
      it(`<${widget.tag}> uses the language of ${where}, also after a change`, async () => {
        const {documentElement: page} = document;
        const pageLanguage = page.lang;
        try {
          page.lang = 'fr';
          const changing = await renderWidget(widget);
          const french = textsIn(changing);
          for (const lang of LANGUAGES) {
            const el = await renderWidget(widget, {lang});
            expect(queryAll(el, '.root').every(root => root.lang === lang)).to.equal(true);
            expect(languageViolations(el)).to.deep.equal([]);
            setLanguage(changing, lang);
            // The page is observed.
            await Promise.resolve();
            await shown(changing);
            const [wanted, found] = [textsIn(el), textsIn(changing)];
            expect(missingFrom(wanted, found)).to.deep.equal([]);
            if (lang === 'fr') continue;
            const translated = missingFrom(french, wanted);
            expect(translated.length, `texts translated to ${lang}`).to.be.above(0);
            expect(translated.filter(text => found.has(text))).to.deep.equal([]);
          }
        } finally {
          page.lang = pageLanguage;
        }
      });
    }
});
