import {expect} from '@open-wc/testing';
import {startPrintSheet} from '../../../src/elements/parts/print/print-sheet.js';
import type {LoadErrorEvent, LoadEvent} from '../../../src/index.js';
import {HeldResources} from '../../support/held-resources.js';
import {withSilentConsole} from '../../support/console.js';
import {
  createServer,
  DATA_ELEMENTS,
  ELEMENTS,
  recordTexts,
  release,
  renderWidget,
  shown,
  startWidget,
  typical,
} from '../../support/widgets.js';
import {waitUntil} from '../../support/wait-until.js';

/** Removes an element with all that was rendered around it. */
const removeAround = (element: Element): void => element.closest('div')!.replaceChildren();

describe('an element', () => {
  // Loaded by a map on the screen, in idle time; its listeners stay on the page.
  before(() => {
    startPrintSheet(false);
  });

  for (const widget of typical(ELEMENTS)) {
    const {tag, count, items} = widget;

    it(`<${tag}> is the same after it was removed and added again, and requests nothing more`, async () => {
      const server = createServer();
      const el = await renderWidget(widget, {server});
      const before = recordTexts(el, widget);
      const queries = server.queries.length;
      const parent = el.parentElement!;
      for (let time = 0; time < 3; time++) {
        el.remove();
        parent.append(el);
      }
      await shown(el);
      expect(before.length).to.equal(count);
      expect(recordTexts(el, widget)).to.deep.equal(before);
      expect(server.queries.length).to.equal(queries);
    });

    it(`<${tag}> works in a closed shadow root of another component`, async () => {
      const createParent = (provider: HTMLElement): ShadowRoot =>
        provider.appendChild(document.createElement('section')).attachShadow({mode: 'closed'});
      const el = await renderWidget(widget, {createParent});
      expect(recordTexts(el, widget).length).to.equal(count);
    });

    it(`<${tag}> leaves no listener, timer or observer when it is removed`, async () => {
      // Loads the code, and creates what all elements of the page share.
      removeAround(await renderWidget(widget));
      const held = new HeldResources();
      try {
        const el = await renderWidget(widget);
        expect(recordTexts(el, widget).length).to.equal(count);
        removeAround(el);
        await new Promise(requestAnimationFrame);
        expect(held.names()).to.deep.equal([]);
      } finally {
        held.restore();
      }
    });

    if (items)
      it(`<${tag}> has as many nodes again when records that were left out come back`, async () => {
        const el = await renderWidget(widget);
        const nodesWith = async (part: readonly unknown[]): Promise<number> => {
          Object.assign(el, {items: part});
          await shown(el);
          const walker = document.createTreeWalker(el.shadowRoot!, NodeFilter.SHOW_ALL);
          let count = 0;
          while (walker.nextNode()) count++;
          return count;
        };
        const counts = new Set<number>();
        for (let time = 0; time < 4; time++) {
          await nodesWith(items.slice(0, 1));
          counts.add(await nodesWith(items));
        }
        expect([...counts]).to.have.length(1);
      });

    if (items)
      it(`<${tag}> shows the records set before it is defined, without a request`, async () => {
        const server = createServer();
        // In a document without a window, elements are not upgraded.
        const inert = document.implementation.createHTMLDocument();
        const el = Object.assign(inert.createElement(tag), {items, limit: 3});
        expect('updateComplete' in el).to.equal(false);
        const placeholder = await startWidget(widget, {server});
        for (const {name, value} of placeholder.attributes) el.setAttribute(name, value);
        const before = server.queries.length;
        Object.assign(el, {now: (placeholder as {now?: unknown}).now});
        placeholder.replaceWith(el);
        await shown(el);
        const expected = await renderWidget(widget, {usesItems: true});
        expect(recordTexts(el, widget).length).to.be.above(0);
        expect(recordTexts(el, widget)).to.deep.equal(recordTexts(expected, widget));
        expect(server.queries.length, 'requests').to.equal(before);
      });
  }
});

describe('an element that loads records', () => {
  for (const widget of typical(DATA_ELEMENTS)) {
    const {tag, count} = widget;

    it(`<${tag}> aborts its requests on removal, and sends them again on return`, async () => {
      const server = createServer({isHeld: true});
      const el = await startWidget(widget, {server});
      const parent = el.parentElement!;
      // Widgets that are linked ask in a task each.
      await waitUntil(() => server.queries.some(({signal}) => !signal.aborted));
      const complete = el.loadComplete;
      el.remove();
      expect(server.queries.map(({signal}) => signal.aborted)).not.to.include(false);
      // Without an answer.
      await complete;
      server.isHeld = false;
      parent.append(el);
      await shown(el);
      expect(recordTexts(el, widget).length).to.equal(count);
    });

    it(`<${tag}> fires spass-load once, for itself alone, when its records are rendered`, async () => {
      const server = createServer({isHeld: true});
      const el = await startWidget(widget, {server});
      const loads: LoadEvent[] = [];
      const outside: Event[] = [];
      el.addEventListener('spass-load', event => loads.push(event));
      el.parentElement!.addEventListener('spass-load', event => {
        if (event.target === el) outside.push(event);
      });
      release(server);
      await shown(el);
      expect(loads.length).to.equal(1);
      expect(loads[0]!.total).to.be.at.least(1);
      expect(outside).to.deep.equal([]);
      expect(recordTexts(el, widget).length).to.equal(count);
    });

    it(`<${tag}> fires spass-error once, for itself alone, warns once, and resolves loadComplete`, async () => {
      await withSilentConsole(async warnings => {
        const server = createServer({isHeld: true});
        const el = await startWidget(widget, {server});
        const errors: LoadErrorEvent[] = [];
        const outside: Event[] = [];
        el.addEventListener('spass-error', event => errors.push(event));
        el.parentElement!.addEventListener('spass-error', event => outside.push(event));
        server.isBroken = true;
        for (const query of server.queries) query.fail();
        await el.loadComplete;
        await shown(el);
        expect(errors.map(({kind}) => kind)).to.deep.equal(['network']);
        expect(errors[0]!.message).to.contain('it is broken');
        expect(outside).to.deep.equal([]);
        for (const warning of warnings) expect(warning).to.match(/^<spass-[\w-]+>: /);
      });
    });

    it(`<${tag}> requests its records again on reload, and resolves when they are rendered`, async () => {
      const server = createServer();
      const el = await renderWidget(widget, {server});
      const before = server.queriesFor(widget.collection).length;
      server.isHeld = true;
      const order: string[] = [];
      const reloaded = el.reload().then(() => order.push('reloaded'));
      while (server.queriesFor(widget.collection).length === before)
        await new Promise(requestAnimationFrame);
      order.push('answered');
      release(server);
      await reloaded;
      expect(order).to.deep.equal(['answered', 'reloaded']);
      await shown(el);
      expect(recordTexts(el, widget).length).to.equal(count);
    });
  }
});
