import {expect, html} from '@open-wc/testing';
import '../../../src/define/agenda.js';
import type {SpassAgenda} from '../../../src/index.js';
import {queryAll, queryTexts, settled} from '../../support/widget-fixture.js';
import {mixedEvents, now} from '../../support/events.js';
import {
  loadedFixtureWithSource,
  StubServer,
  fixtureWithSource,
} from '../../support/source-fixture.js';

const plain = html`<spass-agenda .now=${now}><a href="#x">L’agenda</a></spass-agenda>`;
const fallback = (el: SpassAgenda) => el.querySelector('a')!.checkVisibility();

describe('<spass-agenda> states', () => {
  const {warn} = console;
  beforeEach(() => (console.warn = () => undefined));
  afterEach(() => (console.warn = warn));

  it('shows that it is loading, above the page’s own content', async () => {
    const server = new StubServer({events: mixedEvents});
    server.isHeld = true;
    const el = await fixtureWithSource<SpassAgenda>(server, plain);
    await el.updateComplete;
    expect(queryTexts(el, '.sr')).to.include('Chargement…');
    expect(fallback(el)).to.equal(true);
    await expect(el).to.be.accessible();
    server.queries[0]?.answer();
    await settled(el);
    expect(fallback(el)).to.equal(false);
    expect(queryAll(el, '.event').length).to.equal(7);
  });

  it('shows an error, and tries again with the focus kept', async () => {
    const server = new StubServer({events: mixedEvents});
    server.isBroken = true;
    const el = await loadedFixtureWithSource<SpassAgenda>(server, plain);
    expect(queryTexts(el, '[role=alert]')).to.deep.equal([
      'Ces données ne sont pas accessibles pour le moment.',
    ]);
    expect(fallback(el)).to.equal(true);
    await expect(el).to.be.accessible();
    server.isBroken = false;
    queryAll(el, '.failure button')[0]!.focus();
    queryAll(el, '.failure button')[0]!.click();
    await settled(el);
    expect(queryAll(el, '.event').length).to.equal(7);
    expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
  });

  it('keeps coming events if past ones fail, and tries those again', async () => {
    const server = new StubServer({events: mixedEvents});
    const el = await loadedFixtureWithSource<SpassAgenda>(server, plain);
    server.isBroken = true;
    queryAll(el, '[aria-expanded]')[0]!.click();
    await settled(el);
    expect(queryAll(el, '.coming .event').length).to.equal(7);
    expect(queryTexts(el, '.past [role=alert]').length).to.equal(1);
    await expect(el).to.be.accessible();
    server.isBroken = false;
    queryAll(el, '.past button')[0]!.focus();
    queryAll(el, '.past button')[0]!.click();
    await settled(el);
    expect(queryTexts(el, '.past h4').length).to.equal(2);
    expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
  });

  it('shows why more cannot be loaded, and keeps the others', async () => {
    const server = new StubServer({events: mixedEvents});
    const el = await loadedFixtureWithSource<SpassAgenda>(
      server,
      html`<spass-agenda limit="5" .now=${now}></spass-agenda>`,
    );
    server.isBroken = true;
    queryAll(el, '[part=more]')[0]!.click();
    await settled(el);
    expect(queryTexts(el, '.more [role=alert]').length).to.equal(1);
    expect(queryAll(el, '.event').length).to.equal(5);
    server.isBroken = false;
    queryAll(el, '[part=more]')[0]!.click();
    await settled(el);
    expect(queryAll(el, '.event').length).to.equal(7);
  });

  it('shows when the data are a stale copy', async () => {
    const server = new StubServer({events: mixedEvents});
    server.extra = {staleSince: new Date(2026, 9, 3)};
    const el = await loadedFixtureWithSource<SpassAgenda>(server, plain);
    expect(queryTexts(el, '.notice')).to.deep.equal([
      'Le serveur ne répond pas : données du 3 octobre 2026.',
    ]);
  });

  it('is the same after it was removed and added again', async () => {
    const server = new StubServer({events: mixedEvents});
    const el = await loadedFixtureWithSource<SpassAgenda>(server, plain);
    const before = queryTexts(el, '.event');
    const home = el.parentElement!;
    el.remove();
    home.append(el);
    await settled(el);
    expect(queryTexts(el, '.event')).to.deep.equal(before);
    queryAll(el, '[aria-expanded]')[0]!.click();
    await settled(el);
    expect(queryAll(el, '.past .event').length, 'its buttons still work').to.equal(2);
  });

  it('aborts its request on removal, and sends it again on return', async () => {
    const server = new StubServer({events: mixedEvents});
    server.isHeld = true;
    const el = await fixtureWithSource<SpassAgenda>(server, plain);
    await el.updateComplete;
    const home = el.parentElement!;
    el.remove();
    expect(server.queries.every(({signal}) => signal.aborted)).to.equal(true);
    server.isHeld = false;
    home.append(el);
    await settled(el);
    expect(queryAll(el, '.event').length).to.equal(7);
  });

  it('F-14 does not shift a day when the clock is a year off', async () => {
    for (const [year, coming] of [
      [2025, 7],
      [2027, 0],
    ] as const) {
      const el = await loadedFixtureWithSource<SpassAgenda>(
        new StubServer({events: mixedEvents}),
        html`<spass-agenda .now=${new Date(year, 9, 24)}></spass-agenda>`,
      );
      expect(queryAll(el, '.coming .event').length).to.equal(coming);
      if (coming) expect(queryTexts(el, '.coming h3')).to.include('samedi 24 octobre 2026');
    }
  });

  for (const skin of ['plain', 'dsfr', 'caue'])
    for (const scheme of ['light', 'dark'])
      it(`is readable in ${skin}, ${scheme}`, async () => {
        Object.assign(document.documentElement.style, {
          colorScheme: scheme,
          background: scheme === 'dark' ? '#141a1d' : '#fff',
          color: scheme === 'dark' ? '#e9ece6' : '#1d2a2f',
        });
        const el = await loadedFixtureWithSource<SpassAgenda>(
          new StubServer({events: mixedEvents}),
          html`<spass-agenda skin=${skin} .now=${now}></spass-agenda>`,
        );
        await expect(el).to.be.accessible();
        document.documentElement.removeAttribute('style');
      });
});
