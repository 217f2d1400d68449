import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import type {DataWidget} from '../../../src/elements/base/data-widget.js';
import {recordWarnings} from '../../support/console.js';
import {isVisible} from '../../support/flat-tree.js';
import {deepActiveElement, isWithin, labelOf} from '../../support/focus.js';
import {focusByKeyboard} from '../../support/keyboard.js';
import {
  createServer,
  release,
  renderWidget,
  shown,
  startWidget,
  visibleElements,
  WIDGETS,
  typical,
} from '../../support/widgets.js';
import {isComplete} from '../../support/test-scope.js';
import {waitUntil} from '../../support/wait-until.js';

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** Waits for the frame after which browsers take the focus from what is no longer visible. */
const nextFrames = (): Promise<void> =>
  new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())));

/** Asserts that the focus is in the widget, on something that is there. */
async function expectKept(el: DataWidget, from: string): Promise<void> {
  await shown(el);
  await nextFrames();
  // An engine under load draws several frames before it runs the task in which the widget looks.
  await waitUntil(
    () => isWithin(deepActiveElement(), el) && isVisible(deepActiveElement()),
    `${from}: the focus is not in the widget`,
  );
}

describe('the focus in a widget', function () {
  this.timeout(30_000);

  recordWarnings();
  beforeEach(() => setViewport({width: 1280, height: 900}));
  after(() => setViewport({width: 1280, height: 900}));

  for (const widget of typical(WIDGETS)) {
    it(`A-04 <${widget.tag}> keeps it when the data replace the page’s own link`, async () => {
      const server = createServer({isHeld: true});
      const content = html`<a href="#portail">Le portail</a>`;
      const el = await startWidget(widget, {server, content});
      await focusByKeyboard(el.querySelector('a')!);
      release(server);
      await expectKept(el, 'Le portail');
    });

    it(`A-04 <${widget.tag}> gets it on a visible control when a dialog of the page opens`, async () => {
      const el = await renderWidget(widget, {usesItems: true});
      const dialog = document.createElement('dialog');
      el.before(dialog);
      dialog.append(el);
      await shown(el);
      dialog.showModal();
      const focused = deepActiveElement();
      expect(focused?.matches('[role=status]'), focused?.outerHTML).to.equal(false);
      dialog.replaceWith(el);
    });

    it(`A-04 <${widget.tag}> keeps it when the records are replaced by none`, async () => {
      const el = await renderWidget(widget, {usesItems: true});
      const {length} = visibleElements(el, FOCUSABLE);
      // A list of records has the same controls again and again.
      const step = Math.max(1, Math.floor(length / (isComplete ? 12 : 4)));
      let tried = 0;
      for (;;) {
        Object.assign(el, {items: widget.items});
        await shown(el);
        const control = visibleElements(el, FOCUSABLE)[tried];
        if (!control) break;
        tried += step;
        const name = labelOf(control);
        await focusByKeyboard(control);
        Object.assign(el, {items: []});
        await expectKept(el, name);
      }
      // A map moves where its credit covers a focused mark: a record, with two controls, is then out of its view.
      expect(tried).to.be.at.least(length - 2);
      // The controls of a map take 14 s on a slow machine with nothing else to do.
    }).timeout(90_000);

    it(`A-04 <${widget.tag}> keeps it when the window gets narrow or wide, and hides the focused part`, async () => {
      const el = await renderWidget(widget);
      const resize = async (width: number): Promise<Element[]> => {
        await setViewport({width, height: 900});
        await shown(el);
        return visibleElements(el, FOCUSABLE);
      };
      const [wide, narrow] = [await resize(1280), await resize(320)];
      for (const [element, width] of [
        ...wide.filter(one => !narrow.includes(one)).map(one => [one, 320] as const),
        ...narrow.filter(one => !wide.includes(one)).map(one => [one, 1280] as const),
      ].slice(0, 4)) {
        await resize(1600 - width);
        await focusByKeyboard(element as HTMLElement);
        await resize(width);
        await expectKept(el, `${labelOf(element)}, ${String(width)} px`);
      }
    });
  }
});
