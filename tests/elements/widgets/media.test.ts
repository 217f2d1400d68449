import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {flatClosest, isVisible} from '../../support/flat-tree.js';
import {emulateForcedColors, emulatePrint, restoreMedia} from '../../support/media.js';
import {
  ELEMENTS,
  renderWidget,
  shown,
  visibleElements,
  visibleTexts,
  typical,
} from '../../support/widgets.js';

/** Record of the numbered list, shown beside a map on paper instead of the list on the screen. */
const PAPER_RECORD = '.key-title';
/** Heading of a group of that list on the screen. It has a count, which is not on paper. */
const GROUP_NAME = '.list > .title';

describe('an element on other media', function () {
  this.timeout(30_000);

  beforeEach(() => setViewport({width: 1280, height: 900}));
  afterEach(restoreMedia);

  for (const widget of typical(ELEMENTS)) {
    const {tag, count, isScreenOnly} = widget;

    it(`<${tag}> shows in forced colours what is pressed, current or focused`, async function () {
      if (!(await emulateForcedColors())) this.skip();
      const el = await renderWidget(widget);
      for (const control of visibleElements(el, 'button, a[href], input, select, summary')) {
        control.focus();
        const outlined = flatClosest(control, at =>
          [null, '::after', '::before'].some(part => {
            const {outlineStyle, outlineWidth} = getComputedStyle(at, part);
            return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
          }),
        );
        expect(outlined === undefined, control.outerHTML.slice(0, 90)).to.equal(false);
      }
    });

    it(`<${tag}> is no wider than a page of 320 px`, async () => {
      await setViewport({width: 320, height: 640});
      await renderWidget(widget);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    });

    it(`<${tag} skin="caue"> has no stripes of its ground around it on paper`, async function () {
      const el = await renderWidget(widget, {skin: 'caue'});
      if (!(await emulatePrint())) this.skip();
      // No slot renders a layer: Chromium 156 gives it an empty style, older ones the initial values.
      const none = tag === 'spass-layer' ? ['none', ''] : ['none'];
      expect(getComputedStyle(el).boxShadow).to.be.oneOf(none);
    });

    it(`<${tag}> prints its records in full, without controls`, async function () {
      const el = await renderWidget(widget);
      const screenTexts = visibleTexts(el, `:is(${widget.record}):not(${GROUP_NAME})`);
      if (!(await emulatePrint())) this.skip();
      await new Promise(requestAnimationFrame);
      await shown(el);
      // The names of programmes are buttons.
      const controls = visibleElements(el, 'button, input, select, textarea');
      expect(controls.filter(control => !control.matches('.toggle'))).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(1280);
      if (isScreenOnly) return;
      const printedRecord = `${widget.record}, ${PAPER_RECORD}`;
      const printed = visibleTexts(el, printedRecord);
      expect(printed.length).to.be.at.least(count);
      // The last record is followed by where the others are.
      for (const text of screenTexts)
        expect(
          printed.some(one => one.startsWith(text)),
          text,
        ).to.equal(true);
      for (const record of visibleElements(el, printedRecord)) {
        const scroller = flatClosest(record, at =>
          /auto|scroll/.test(getComputedStyle(at).overflowY),
        );
        if (scroller && scroller !== document.documentElement)
          expect(scroller.scrollHeight, 'cut on paper').to.be.at.most(scroller.clientHeight);
        expect(isVisible(record)).to.equal(true);
      }
    });
  }
});
