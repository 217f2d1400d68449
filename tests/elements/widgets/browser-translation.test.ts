import {expect, fixtureCleanup} from '@open-wc/testing';
import {flatChildren, flatDescendants} from '../../support/flat-tree.js';
import {missingFrom, textsIn} from '../../support/widget-texts.js';
import {ELEMENTS, renderWidget, shown, typical} from '../../support/widgets.js';

/** Replaces each text as Chrome and most extensions do that translate a page. */
function translateTexts(el: Element): void {
  const texts = [el, ...flatDescendants(el)]
    .flatMap(element => [...flatChildren(element)])
    .filter((node): node is Text => node instanceof Text && /\p{L}/u.test(node.data));
  for (const text of texts) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = `[${text.data}]`;
    outer.append(inner);
    text.replaceWith(outer);
  }
}

describe('an element in a page translated by the browser', () => {
  for (const widget of typical(ELEMENTS)) {
    // A layer renders nothing itself.
    if (widget.wrap) continue;
    it(`<${widget.tag}> replaces texts that change, and leaves none of before`, async () => {
      const dutch = textsIn(await renderWidget(widget, {lang: 'nl'}));
      // A statement of funding is on a page once.
      fixtureCleanup();
      const el = await renderWidget(widget, {lang: 'fr'});
      translateTexts(el);
      expect(textsIn(el)).to.satisfy((texts: ReadonlySet<string>) =>
        [...texts].some(text => text.startsWith('[')),
      );
      el.lang = 'nl';
      await Promise.resolve();
      await shown(el);
      const found = new Set([...textsIn(el)].map(text => text.replace(/^\[|\]$/g, '').trim()));
      expect(missingFrom(dutch, found)).to.deep.equal([]);
      expect(missingFrom(found, dutch)).to.deep.equal([]);
    });
  }
});
