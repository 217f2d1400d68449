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
});
