import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {ELEMENTS, renderWidget, typical} from '../../support/widgets.js';
import {queryAll} from '../../support/widget-fixture.js';

/** Blue of links and buttons of the DSFR. */
const BLUE = 'rgb(0, 0, 145)';

describe('the skin dsfr', function () {
  this.timeout(30_000);

  before(() => setViewport({width: 1280, height: 900}));

  for (const widget of typical(ELEMENTS))
    it(`gives the edges and texts of buttons of <${widget.tag}> one colour`, async () => {
      const el = await renderWidget(widget, {skin: 'dsfr'});
      for (const button of queryAll(
        el,
        '.button:not(.send, .controls *, [aria-current], [aria-disabled], :disabled)',
      )) {
        const {borderBlockStartWidth, borderBlockStartColor, color} = getComputedStyle(button);
        if (borderBlockStartWidth === '0px') continue;
        expect([color, borderBlockStartColor], button.textContent).to.deep.equal([BLUE, BLUE]);
      }
    });

  for (const widget of typical(ELEMENTS))
    it(`gives fields of <${widget.tag}> one look`, async () => {
      const el = await renderWidget(widget, {skin: 'dsfr'});
      for (const field of queryAll(el, '.field:not(.sort *)')) {
        const {borderWidth, backgroundColor} = getComputedStyle(field);
        expect([borderWidth, backgroundColor]).to.deep.equal(['0px 0px 2px', 'rgb(238, 238, 238)']);
      }
    });

  it('marks the chosen family by a blue edge, as a segmented control, and cards by an arrow', async () => {
    const [filter, cards] = ['spass-family-filter', 'spass-portal-cards'].map(tag =>
      ELEMENTS.find(widget => widget.tag === tag)!,
    );
    const all = queryAll(await renderWidget(filter!, {skin: 'dsfr'}), '[aria-pressed=true]')[0]!;
    const {boxShadow, color, backgroundColor} = getComputedStyle(all);
    expect(boxShadow).to.equal(`${BLUE} 0px 0px 0px 1px inset`);
    expect([color, backgroundColor]).to.deep.equal([BLUE, 'rgba(0, 0, 0, 0)']);
    for (const skin of ['dsfr', 'plain']) {
      const card = queryAll(await renderWidget(cards!, {skin}), '.card:has(a)')[0]!;
      const arrow = getComputedStyle(card, '::after');
      expect(arrow.clipPath.startsWith('polygon'), skin).to.equal(skin === 'dsfr');
      if (skin === 'dsfr') expect(arrow.backgroundColor).to.equal(BLUE);
    }
  });
});
