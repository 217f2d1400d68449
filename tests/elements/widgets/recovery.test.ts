import {expect, oneEvent} from '@open-wc/testing';
import type {LoadEvent} from '../../../src/index.js';
import type {DataWidget} from '../../../src/elements/base/data-widget.js';
import {fr} from '../../../src/i18n/fr.js';
import {allCollections} from '../../support/all-collections.js';
import {deepActiveElement, labelOf} from '../../support/focus.js';
import {FakeTimers} from '../../support/fake-timers.js';
import {expectFocus, focusByKeyboard, pressKeys} from '../../support/keyboard.js';
import {settled} from '../../support/widget-fixture.js';
import {
  DATA_ELEMENTS,
  FAILURE,
  STALE,
  WIDGETS,
  alerts,
  collapseSpaces,
  createServer,
  ownContent,
  recordTexts,
  release,
  renderWidget,
  retryButton,
  shown,
  showsOwnContent,
  startWidget,
  visibleElements,
  visibleTexts,
  typical,
} from '../../support/widgets.js';
import {recordWarnings} from '../../support/console.js';

const MISSING = collapseSpaces(fr.core.missing('Lille et Mons'));
const busyBodies = (el: DataWidget): HTMLElement[] => visibleElements(el, '[aria-busy=true]');

/** Advances the time until all results are announced. */
async function hear(clock: FakeTimers, el: DataWidget): Promise<void> {
  for (let n = 0; n < 3; n++) {
    clock.advance(500);
    await settled(el);
  }
}

/** Tags that show a single record, whose title they announce after a recovery. */
const ANNOUNCES_TITLE = new Set(['spass-project', 'spass-project-progress', 'spass-story']);

const inFrench = <T extends {readonly id: unknown}>(record: T): T => ({
  ...record,
  title: {fr: `Un titre français ${String(record.id)}`},
});

describe('a widget', () => {
  recordWarnings();

  for (const widget of typical(WIDGETS)) {
    const {tag, count, noMatchText} = widget;

    it(`<${tag}> has a skeleton that is not read out while it loads, and says so`, async () => {
      const server = createServer({isHeld: true});
      const el = await startWidget(widget, {server});
      const skeletons = visibleElements(el, '.skeleton');
      expect(skeletons.some(({offsetHeight}) => offsetHeight > 20)).to.equal(true);
      for (const text of visibleElements(el, '.skeleton .bone.text'))
        if (text.offsetHeight > 36)
          expect(getComputedStyle(text).backgroundImage, 'lines').to.include('gradient');
      for (const skeleton of skeletons) {
        expect(skeleton.closest('[aria-hidden=true][inert]') !== null, 'inert').to.equal(true);
      }
      expect(visibleTexts(el, '.sr').join('')).to.match(/Chargement(\s: [^…]+)?…/u);
      release(server);
      await settled(el);
      expect(visibleElements(el, '.skeleton').length).to.equal(0);
      expect(visibleTexts(el, '.sr').join('')).not.to.include('Chargement');
    });

    it(`<${tag}> keeps its records, marked as busy, while it reloads them`, async () => {
      const server = createServer();
      const el = await renderWidget(widget, {server});
      expect(busyBodies(el).length).to.equal(0);
      server.isHeld = true;
      const reloaded = el.reload();
      await el.updateComplete;
      await new Promise(requestAnimationFrame);
      expect(busyBodies(el).length).to.be.above(0);
      expect(recordTexts(el, widget).length).to.equal(count);
      release(server);
      await reloaded;
      await settled(el);
      expect(busyBodies(el).length).to.equal(0);
    });

    for (const key of ['Enter', 'Space'])
      it(`<${tag}> tries again with ${key}, says when that fails, and keeps the focus`, async () => {
        const server = createServer({isBroken: true});
        const el = await renderWidget(widget, {server, content: ownContent});
        const [first] = visibleElements(el, '[role=alert]');
        const clock = new FakeTimers();
        try {
          retryButton(el).focus();
          await pressKeys(key);
          await settled(el);
          expect(alerts(el)).to.deep.equal([FAILURE]);
          expect(visibleElements(el, '[role=alert]')[0] !== first, 'a new alert').to.equal(true);
          expect(deepActiveElement() === retryButton(el), 'ready for another try').to.equal(true);
          server.isBroken = false;
          await pressKeys(key);
          await settled(el);
          expect(alerts(el)).to.deep.equal([]);
          expect(recordTexts(el, widget).length).to.equal(count);
          expect(showsOwnContent(el)).to.equal(false);
          expect(el.matches(':focus-within')).to.equal(true);
          expect(deepActiveElement().matches('[role=status]')).to.equal(true);
          await hear(clock, el);
          const said = deepActiveElement().textContent.trim();
          expect(said, 'the result').to.match(/./);
          expect(said, 'the result').not.to.contain('Chargement');
        } finally {
          clock.restore();
        }
      });

    if (ANNOUNCES_TITLE.has(tag))
      it(`<${tag}> announces the title of its record as French on a German page`, async () => {
        const server = createServer(
          {isBroken: true},
          {
            ...allCollections,
            projects: allCollections.projects.map(inFrench),
            stories: allCollections.stories.map(inFrench),
          },
        );
        const el = await renderWidget(widget, {server, lang: 'de'});
        const clock = new FakeTimers();
        try {
          visibleElements(el, '.retry')[0]?.focus();
          server.isBroken = false;
          await pressKeys('Enter');
          await settled(el);
          await hear(clock, el);
          const [title] = deepActiveElement().querySelectorAll('[lang=fr]');
          expect(title?.textContent).to.match(/^Un titre français/);
        } finally {
          clock.restore();
        }
      });

    if (noMatchText)
      it(`<${tag}> shows that no record matches a selection, and shows all again by keyboard`, async () => {
        const el = await renderWidget(widget);
        el.selection.setFilter({q: 'rien de tel'});
        await settled(el);
        expect(recordTexts(el, widget)).to.deep.equal([]);
        expect(visibleTexts(el, '.empty, .notice').join(' ')).to.contain(
          collapseSpaces(noMatchText),
        );
        await expect(el).to.be.accessible();
        const clear = visibleElements(el, 'button').find(one => labelOf(one) === 'Tout effacer');
        await focusByKeyboard(clear);
        expectFocus('Tout effacer');
        await pressKeys('Enter');
        await settled(el);
        expect(recordTexts(el, widget).length).to.equal(count);
        expect(el.selection.filter).to.deep.equal({});
        expect(visibleTexts(el, '[role=status]').join('')).to.match(/\d/);
        expect(el.matches(':focus-within')).to.equal(true);
      });

    it(`<${tag}> names the sources that are missing, and tries them again`, async () => {
      const server = createServer({extra: {failedSources: ['Lille', 'Mons']}});
      const el = await renderWidget(widget, {server});
      expect(visibleTexts(el, '.notice')).to.deep.equal([`${MISSING} Réessayer`]);
      expect(recordTexts(el, widget).length).to.equal(count);
      await expect(el).to.be.accessible();
      server.extra = {};
      visibleElements(el, '.notice button')[0]!.focus();
      await pressKeys('Enter');
      await settled(el);
      expect(visibleTexts(el, '.notice')).to.deep.equal([]);
      expect(recordTexts(el, widget).length).to.equal(count);
      expect(el.matches(':focus-within')).to.equal(true);
    });

    it(`<${tag}> ends with the source, the licence and the date of its data, and a way to report an error`, async () => {
      const attribution = {
        text: 'CAUE du Nord',
        url: 'https://caue.example/',
        licence: 'Licence Ouverte',
        updated: '2026-10-03',
      };
      const server = createServer({extra: {attribution, contact: 'mailto:a@caue.example'}});
      const el = await renderWidget(widget, {server});
      const [foot, ...others] = visibleElements(el, '[part~=foot]');
      expect(others.length, 'once').to.equal(0);
      for (const text of ['CAUE du Nord', 'Licence Ouverte', '3 octobre 2026'])
        expect(foot!.textContent).to.contain(text);
      const links = [...foot!.querySelectorAll('a')].map(({href}) => href);
      expect(links.slice(0, 2)).to.deep.equal([attribution.url, 'mailto:a@caue.example']);
      await expect(el).to.be.accessible();
    });

    it(`<${tag}> announces the age of stale data, and shows fresh ones once online`, async () => {
      const server = createServer({extra: {staleSince: new Date(2026, 9, 3)}});
      const clock = new FakeTimers();
      try {
        const el = await renderWidget(widget, {server});
        await hear(clock, el);
        expect(visibleTexts(el, '[role=status]').join(' ')).to.contain(STALE);
        server.extra = {};
        dispatchEvent(new Event('online'));
        await settled(el);
        await hear(clock, el);
        expect(visibleTexts(el, '[role=status]').join(' '), 'the result').to.match(/./);
        expect(visibleTexts(el, '[role=status]').join(' ')).not.to.contain(STALE);
        expect(visibleTexts(el, '.notice')).to.deep.equal([]);
        expect(recordTexts(el, widget).length).to.equal(count);
      } finally {
        clock.restore();
      }
    });

    it(`<${tag}> loads again once the browser is online`, async () => {
      const server = createServer({isBroken: true});
      const el = await renderWidget(widget, {server});
      server.isBroken = false;
      dispatchEvent(new Event('online'));
      await settled(el);
      expect(alerts(el)).to.deep.equal([]);
      expect(recordTexts(el, widget).length).to.equal(count);
      const {length} = server.queries;
      dispatchEvent(new Event('online'));
      await settled(el);
      expect(server.queries.length, 'nothing to load again').to.equal(length);
    });
  }

  for (const widget of typical(DATA_ELEMENTS))
    it(`<${widget.tag}> drops an invalid record, counts it, and shows the others`, async () => {
      const {collection} = widget;
      const valid = allCollections[collection as keyof typeof allCollections];
      const records = {...allCollections, [collection]: ['no record', ...valid]};
      const server = createServer({isHeld: true}, records);
      const el = await startWidget(widget, {server});
      const load = oneEvent(el, 'spass-load');
      release(server);
      expect(((await load) as unknown as LoadEvent).dropped).to.equal(1);
      await shown(el);
      expect(recordTexts(el, widget).length).to.equal(widget.count);
    });
});
