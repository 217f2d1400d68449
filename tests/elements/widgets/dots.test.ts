import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {ELEMENTS, renderWidget, visibleElements} from '../../support/widgets.js';

/** Returns the texts of facts whose dot ends or begins a line, as far as it can be seen. */
function misplacedDots(elements: readonly Element[]): string[] {
  const isSameLine = (a: Element, b: Element): boolean => {
    const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
    // Adjacent lines may share a fraction of a pixel.
    return one.top + 1 < other.bottom && other.top + 1 < one.bottom;
  };
  const hasDot = (fact: Element, end: string): boolean =>
    getComputedStyle(fact, end).content.includes('·');
  const wrong = elements.filter(fact => {
    const {previousElementSibling: previous, nextElementSibling: next, parentElement} = fact;
    if (hasDot(fact, '::after') && !(next && isSameLine(fact, next))) return true;
    if (!hasDot(fact, '::before') || !parentElement) return false;
    const isFirst = !(previous && isSameLine(fact, previous));
    const start = parentElement.getBoundingClientRect().left;
    const dot = fact.getBoundingClientRect().left;
    const {insetInlineStart, position} = getComputedStyle(fact, '::before');
    const isOutside =
      position === 'absolute' &&
      dot + Number.parseFloat(insetInlineStart) < start - 4 &&
      getComputedStyle(parentElement).clipPath !== 'none';
    return isFirst !== isOutside;
  });
  return wrong.map(({textContent}) => textContent?.trim() ?? '');
}

/** Width of the widest focus ring with its distance, in pixels: for more contrast. */
const RING = 6;

/** Returns the width in pixels that a row of facts shows beyond its start and end. */
const shownBeyond = (element: Element): number => {
  const [, inline = '0'] = getComputedStyle(element).clipPath.match(/-[\d.]+(?=px)/g) ?? [];
  return -Number(inline);
};

describe('facts on a phone', function () {
  this.timeout(30_000);

  before(() => setViewport({width: 320, height: 900}));
  after(() => setViewport({width: 800, height: 600}));

  for (const widget of ELEMENTS)
    it(`<${widget.tag}> has dots only between two facts of a line`, async () => {
      const el = await renderWidget(widget);
      expect(misplacedDots(visibleElements(el, '*'))).to.deep.equal([]);
    });

  it('have room for the focus ring of a link at the start of a line', async () => {
    for (const widget of ELEMENTS.filter(({tag}) => /list|directory/.test(tag))) {
      const rows = visibleElements(await renderWidget(widget), '.foot, .dotted');
      expect(rows.length, widget.tag).to.be.above(0);
      for (const row of rows) expect(shownBeyond(row), widget.tag).to.be.at.least(RING);
    }
  });
});
