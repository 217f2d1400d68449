import {expect, html, oneEvent} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/agenda.js';
import '../../../src/define/project-map.js';
import type {SpassAgenda, SpassProjectMap} from '../../../src/index.js';
import {Downloads} from '../../support/downloads.js';
import {queryAll, loadedFixture, queryTexts, settled} from '../../support/widget-fixture.js';
import {charter, manyEvents, now, ride, walk, workshop} from '../../support/events.js';
import {expectFocus, focusByKeyboard, pressKeys, focusByName} from '../../support/keyboard.js';
import {trees} from '../../support/projects.js';
import {deepActiveElement} from '../../support/focus.js';
import {waitUntil} from '../../support/wait-until.js';

const agendaOf = (...items: readonly unknown[]): Promise<SpassAgenda> =>
  loadedFixture<SpassAgenda>(html`<spass-agenda .now=${now} .items=${items}></spass-agenda>`);

describe('<spass-agenda> by keyboard', () => {
  beforeEach(() => setViewport({width: 1280, height: 900}));

  it('A-04 follows the link of an event with Enter, exports it, or all of them, with Space', async () => {
    const el = await agendaOf(walk, workshop);
    el.addEventListener('spass-record-select', event => event.preventDefault());
    await focusByName(el, 'Balade autour des remparts');
    const select = oneEvent(el, 'spass-record-select');
    await pressKeys('Enter');
    await select;
    expectFocus('Balade autour des remparts');
    const downloads = new Downloads();
    try {
      await pressKeys('Tab', 'Space');
      await waitUntil(() => downloads.names.length > 0);
      expect(downloads.names).to.deep.equal(['balade-autour-des-remparts.ics']);
      expectFocus('Ajouter à mon calendrier : Balade autour des remparts');
      await focusByName(el, 'Tout ajouter à mon calendrier');
      await pressKeys('Enter');
      for (let i = 0; i < 50 && downloads.names.length < 2; i++)
        await new Promise(requestAnimationFrame);
      expect(downloads.names[1]).to.equal('agenda.ics');
      expectFocus('Tout ajouter à mon calendrier');
    } finally {
      downloads.restore();
    }
  });

  for (const key of ['Enter', 'Space'])
    it(`A-04 opens and closes past events with ${key}, and the focus stays on the button`, async () => {
      const el = await agendaOf(walk, charter, ride);
      await focusByName(el, 'Événements passés');
      await pressKeys(key);
      await settled(el);
      expect(queryTexts(el, '.past h4').length).to.equal(2);
      expect(deepActiveElement().ariaExpanded).to.equal('true');
      expectFocus('Événements passés');
      await pressKeys('Tab');
      expectFocus('Randonnée cycliste transfrontalière');
      await pressKeys('Shift>Tab', key);
      await settled(el);
      expect(queryTexts(el, '.past h4')).to.deep.equal([]);
      expect(deepActiveElement().ariaExpanded).to.equal('false');
      // Tab on the last stop of a page goes to the first one in WebKit.
      const after = document.createElement('button');
      el.after(after);
      await pressKeys('Tab');
      expect(deepActiveElement() === after).to.equal(true);
      after.remove();
    });

  it('A-04 loads more coming and past events, and focuses the first new one', async () => {
    const el = await agendaOf(...manyEvents(14));
    await focusByKeyboard(queryAll(el, '[part=more]')[0]);
    await pressKeys('Space');
    await settled(el);
    expectFocus('Événement 13');
    await focusByName(el, 'Événements passés');
    await pressKeys('Enter');
    await settled(el);
    await focusByKeyboard(queryAll(el, '.past [part=more]')[0]);
    await pressKeys('Enter');
    await settled(el);
    expect(
      deepActiveElement().closest('.past') !== null,
      deepActiveElement().outerHTML.slice(0, 99),
    ).to.equal(true);
    expectFocus(/^Événement/);
  });

  it('A-04 shows the place of an event on the map of its group', async () => {
    const map = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map group="k" .items=${[trees]}></spass-project-map>`,
    );
    const el = await loadedFixture<SpassAgenda>(
      html`<spass-agenda group="k" .now=${now} .items=${[walk]}></spass-agenda>`,
    );
    await settled(el);
    await focusByName(el, 'Voir sur la carte : Balade autour des remparts');
    await pressKeys('Enter');
    await map.loadComplete;
    await map.updateComplete;
    expect(document.activeElement === map).to.equal(true);
    expectFocus(/./);
  });

  it('A-04 leads to the mark of the record at the place of an event', async () => {
    const place = {...trees, geo: walk.geo};
    const map = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map group="k" .items=${[place]}></spass-project-map>`,
    );
    const el = await loadedFixture<SpassAgenda>(
      html`<spass-agenda group="k" .now=${now} .items=${[walk]}></spass-agenda>`,
    );
    await settled(el);
    await focusByName(el, 'Voir sur la carte : Balade autour des remparts');
    await pressKeys('Enter');
    await waitUntil(() => deepActiveElement().matches('.map button'), 'the mark');
    expect(document.activeElement === map).to.equal(true);
    expectFocus(/^Observatoire des arbres/);
  });
});
