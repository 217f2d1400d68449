import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {DataWidget} from '../../../src/elements/base/data-widget.js';
import {labelOf} from '../../support/focus.js';
import {expectFocus, focusByKeyboard, pressKeys, tabStops} from '../../support/keyboard.js';
import {
  createServer,
  ELEMENTS,
  renderWidget,
  shown,
  visibleElements,
  WIDGETS,
  typical,
} from '../../support/widgets.js';
import {recordWarnings} from '../../support/console.js';

const CONTROLS = 'a[href], button, input, select, textarea, summary';

/** Radio buttons have one stop in common, on the one that is chosen. */
const controlNames = (el: DataWidget): string[] =>
  visibleElements(el, CONTROLS)
    .filter(control => control.tabIndex >= 0 && !control.matches('[type=radio]:not(:checked)'))
    .map(labelOf);

describe('an element by keyboard', function () {
  this.timeout(30_000);

  recordWarnings();
  before(() => setViewport({width: 1280, height: 900}));

  for (const widget of typical(ELEMENTS))
    it(`A-04 <${widget.tag}> has a stop for every control, in the order of the page, with a visible focus`, async () => {
      const el = await renderWidget(widget);
      const names = controlNames(el);
      const stops = await tabStops(el.closest('div')!);
      // Elements with `tabindex`, such as the map, are further stops.
      expect(stops.filter(name => names.includes(name))).to.deep.equal(names);
    });

  for (const widget of typical(WIDGETS))
    it(`A-04 <${widget.tag}> reaches the retry button, and its first control from there`, async () => {
      const server = createServer({isBroken: true});
      const el = await renderWidget(widget, {server});
      const stops = await tabStops(el);
      expect(stops.some(name => name.startsWith('Réessayer : '))).to.equal(true);
      expect(stops).to.include.members(controlNames(el));
      server.isBroken = false;
      await focusByKeyboard(visibleElements(el, '.failure button')[0]);
      await pressKeys('Space');
      await shown(el);
      expect(el.matches(':focus-within')).to.equal(true);
      const [first] = controlNames(el);
      await pressKeys('Tab');
      expectFocus(first!);
    });
});
