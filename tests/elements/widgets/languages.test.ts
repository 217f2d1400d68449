import {expect} from '@open-wc/testing';
import {languageViolations} from '../../support/accessibility-checks.js';
import {queryAll} from '../../support/widget-fixture.js';
import {missingFrom, textsIn} from '../../support/widget-texts.js';
import {ELEMENTS, renderWidget, shown, typical} from '../../support/widgets.js';

const LANGUAGES = ['nl', 'en', 'de', 'fr'];

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
            // A layer has the language of its map, and that the one of the page.
            await shown(el);
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
