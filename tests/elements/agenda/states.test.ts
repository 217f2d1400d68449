import {expect, html} from '@open-wc/testing';
import '../../../src/define/agenda.js';
import type {SpassAgenda} from '../../../src/index.js';
import {queryAll, queryTexts, settled} from '../../support/widget-fixture.js';
import {mixedEvents, now} from '../../support/events.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {recordWarnings} from '../../support/console.js';

const plain = html`<spass-agenda .now=${now}><a href="#x">L’agenda</a></spass-agenda>`;

describe('<spass-agenda> states', () => {
  recordWarnings();

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

  it('draws past events as boxes while they load', async () => {
    const server = new StubServer({events: mixedEvents});
    const el = await loadedFixtureWithSource<SpassAgenda>(server, plain);
    server.isHeld = true;
    queryAll(el, '[aria-expanded]')[0]!.click();
    await el.updateComplete;
    expect(queryAll(el, '.past .bone').length).to.be.above(0);
    expect(queryTexts(el, '.past p:not(.sr)')).to.deep.equal([]);
    await expect(el).to.be.accessible();
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
});
