import {asked, stubResponses} from '../../support/fetch-stub.js';
import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {API, files, listedContributions, submissions} from '../../support/contribution-api.js';
import {
  restoreClock,
  focusedId,
  renderForm,
  resetContributionApi,
  newProject,
  formElement,
  clickButton,
  send,
  lastSubmission,
  tick,
  type,
  formSettled,
} from '../../support/contribution-form.js';
import '../../../src/define/project-map.js';
import {parseCoordinates} from '../../../src/model/geo/coordinates.js';
import type {SpassContribute, SpassProjectMap} from '../../../src/index.js';
import {communes} from '../../support/communes.js';
import {FakeTimers} from '../../support/fake-timers.js';
import {
  queryAll,
  loadedFixture,
  queryTexts,
  statusText,
  waitForStatus,
} from '../../support/widget-fixture.js';
import {StubGeolocation} from '../../support/geolocation.js';
import {mapProjects} from '../../support/projects.js';
import {waitUntil} from '../../support/wait-until.js';

const value = (el: SpassContribute): string => formElement(el, 'coordinates').value;

/** Resolves with the map of a form when it is loaded. */
async function waitForMap(el: SpassContribute): Promise<HTMLElement> {
  await el.loadComplete;
  await el.updateComplete;
  return queryAll(el, '.map')[0]!;
}

function clickAt(map: HTMLElement, right = 0, down = 0): void {
  const {left, top, width, height} = map.getBoundingClientRect();
  const [clientX, clientY] = [left + width / 2 + right, top + height / 2 + down];
  map.dispatchEvent(new MouseEvent('click', {clientX, clientY, bubbles: true}));
}

const markers = (el: SpassContribute): (string | null)[] =>
  queryAll(el, '[part=marker]').map(mark => mark.ariaLabel);

const spoken = (degrees: number): string =>
  degrees.toLocaleString('fr', {maximumFractionDigits: 5});

describe('the place of a contribution', () => {
  before(() => setViewport({width: 1280, height: 900}));
  beforeEach(resetContributionApi);
  afterEach(restoreClock);

  it('is set by a click on the map, which marks it', async () => {
    const el = await renderForm({kind: 'tree'});
    await type(el, 'coordinates', '50.391, 3.487');
    const map = await waitForMap(el);
    expect(markers(el)).to.deep.equal(['Lieu choisi']);
    clickAt(map, 60, -30);
    await formSettled(el);
    const [lat = 0, lon = 0] = value(el).split(', ').map(Number);
    expect(lat).to.be.greaterThan(50.391);
    expect(lon).to.be.greaterThan(3.487);
    await waitForStatus(el, `Lieu choisi : latitude ${spoken(lat)}, longitude ${spoken(lon)}.`);
    await tick(el, 'consent');
    await send(el);
    expect(lastSubmission().contribution['geo']).to.deep.equal({lat, lon});
  });

  it('is the centre of the map, which keys move', async () => {
    const el = await renderForm({kind: 'tree'});
    await type(el, 'coordinates', '50.391, 3.487');
    const map = await waitForMap(el);
    map.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowUp', bubbles: true}));
    await clickButton(el, 'Choisir le centre');
    expect(Number(value(el).split(', ')[0])).to.be.greaterThan(50.391);
    await expect(el).to.be.accessible();
  });

  it('is typed as coordinates; invalid ones are reported, and nothing is sent', async () => {
    const el = await renderForm({kind: 'tree'});
    await type(el, 'coordinates', '95, 3');
    await tick(el, 'consent');
    await clickButton(el, 'Envoyer');
    expect(submissions).to.deep.equal([]);
    expect(queryTexts(el, '#coordinates-error')[0]).to.contain('pas lisibles');
    await type(el, 'coordinates', '50,391 3,487');
    expect(queryTexts(el, '#coordinates-error')).to.deep.equal([]);
    expect(value(el)).to.equal('50.39100, 3.48700');
    await send(el);
    expect(lastSubmission().contribution['geo']).to.deep.equal({lat: 50.391, lon: 3.487});
  });

  it('is announced with the closest commune, if there is one around', async () => {
    const table = `${API}/communes.json`;
    files.set(table, communes);
    const el = await renderForm({kind: 'tree', places: table});
    await type(el, 'coordinates', '50.102, 3.63');
    await waitUntil(() =>
      statusText(el)?.includes('commune la plus proche : Ors, latitude 50,102'),
    );
    await type(el, 'coordinates', '0.5, 0.5');
    await waitForStatus(el, 'Lieu choisi : latitude 0,5, longitude 0,5.');
  });

  it('is an address, which is not sent before its author agrees', async () => {
    const path = '/geocodage/search';
    stubResponses.set(path, {
      features: [
        {
          geometry: {coordinates: [3.634567, 50.104321]},
          properties: {label: '1 Rue du Lavoir 59360 Ors', type: 'housenumber'},
        },
      ],
    });
    asked.length = 0;
    const el = await renderForm({kind: 'tree', geocoder: 'ban'});
    await el.loadComplete;
    expect(queryTexts(el, '.address p').join()).to.contain('l’IGN');
    await clickButton(el, 'Chercher une adresse');
    expect(asked).to.deep.equal([]);
    formElement(el, 'address').value = 'rue du lavoir, ors';
    const enter = {key: 'Enter', bubbles: true, cancelable: true};
    formElement(el, 'address').dispatchEvent(new KeyboardEvent('keydown', enter));
    await waitUntil(() => value(el) === '50.10432, 3.63457', 'not chosen');
    expect(asked).to.deep.equal([`${path}?q=rue+du+lavoir%2C+ors&limit=5`]);
    expect(statusText(el)).to.contain('Lieu choisi : 1 Rue du Lavoir 59360 Ors, latitude');
    await expect(el).to.be.accessible();
  });

  it('is checked once typing pauses, with a message for what is wrong', async () => {
    const el = await renderForm({kind: 'tree'});
    const clock = new FakeTimers();
    try {
      const field = formElement(el, 'coordinates');
      const enter = async (text: string): Promise<void> => {
        field.value = text;
        field.dispatchEvent(new Event('input', {bubbles: true}));
        await el.updateComplete;
      };
      for (const text of ['5', '50', '50,3']) await enter(text);
      clock.advance(999);
      await el.updateComplete;
      expect([field.ariaInvalid, statusText(el)]).to.deep.equal([null, '']);
      clock.advance(1);
      await el.updateComplete;
      expect(statusText(el)).to.contain('latitude de −90 à 90');
      expect(field.ariaInvalid).to.equal('true');
      expect(queryTexts(el, '#coordinates-error')[0]).to.equal(statusText(el));
      expect(field.getAttribute('aria-describedby')).to.contain('coordinates-error');
      await enter('50,3 3,4');
      expect(queryTexts(el, '#coordinates-error')).to.deep.equal([]);
      expect(field.ariaInvalid).to.equal(null);
      // Left too early to be read: the error is there at once.
      await enter('Ors');
      field.dispatchEvent(new Event('change', {bubbles: true}));
      await el.updateComplete;
      expect(queryTexts(el, '#coordinates-error').length).to.equal(1);
    } finally {
      clock.restore();
    }
    // The message is not said twice.
    await clickButton(el, 'Envoyer');
    expect(queryTexts(el, '#coordinates-error, #geo-error').length).to.equal(1);
  });

  it('accepts the usual notations of coordinates', () => {
    const place = {lat: 50.391, lon: 3.487};
    for (const text of [
      '50.391, 3.487',
      '50.391,3.487',
      '50,391 3,487',
      '50,391, 3,487',
      ' 50.391 ; 3.487 ',
      '50.391° 3.487°',
      '+50.391 +3.487',
    ])
      expect(parseCoordinates(text), text).to.deep.equal(place);
    expect(parseCoordinates('-21.1 −55.5')).to.deep.equal({lat: -21.1, lon: -55.5});
    for (const text of ['', '50', '50,3', '91 0', '0 181', 'Lille', '50.391, 3.487, 7'])
      expect(parseCoordinates(text), text).to.equal(undefined);
  });

  it('is the author’s position, requested by a click only', async () => {
    const where = new StubGeolocation();
    const el = await renderForm({kind: 'tree'});
    expect(where.requestCount).to.equal(0);
    await clickButton(el, 'Ma position');
    expect(where.requestCount).to.equal(1);
    where.succeed(50.3911234, 3.4871234);
    await formSettled(el);
    expect(value(el)).to.equal('50.39112, 3.48712');
    await clickButton(el, 'Ma position');
    where.deny();
    await formSettled(el);
    expect(queryTexts(el, '[role=alert]')[0]).to.contain('position n’a pas pu');
    expect(value(el)).to.equal('50.39112, 3.48712');
    where.restore();
  });

  it('is the centre of a commune, if the page has a table of them', async () => {
    const table = `${API}/communes.json`;
    files.set(table, communes);
    const el = await renderForm({kind: 'tree', places: table});
    await type(el, 'commune', 'ors');
    await waitUntil(() => value(el) === '50.10100, 3.63400');
    expect(statusText(el)).to.equal('Lieu choisi : Ors, latitude 50,101, longitude 3,634.');
    for (const [name, words] of [
      ['Saint-Denis', 'Plusieurs communes'],
      ['Atlantis', 'ne figure pas'],
    ] as const) {
      await type(el, 'commune', name);
      await waitUntil(() => queryTexts(el, '#commune-error')[0]?.includes(words));
      expect(formElement(el, 'commune').getAttribute('aria-describedby')).to.contain(
        'commune-error',
      );
    }
    expect(value(el)).to.equal('50.10100, 3.63400');
    await type(el, 'commune', 'Saint-Denis (93)');
    await waitUntil(() => value(el) === '48.93800, 2.35700');
    expect(queryTexts(el, '#commune-error')).to.deep.equal([]);
  });

  it('has its coordinates behind a summary, which stays open once there are some', async () => {
    const el = await renderForm({kind: 'tree'});
    const isShown = () => formElement(el, 'coordinates').checkVisibility();
    expect(isShown()).to.equal(false);
    await type(el, 'coordinates', '50.391, 3.487');
    expect(isShown()).to.equal(true);
    await type(el, 'coordinates', '');
    expect(isShown(), 'still typing').to.equal(true);
  });

  it('shows unreadable coordinates again that were closed, and leads to their field', async () => {
    const el = await renderForm({kind: 'tree'});
    const [details] = queryAll<HTMLDetailsElement>(el, 'details');
    const close = async (): Promise<void> => {
      queryAll(el, 'summary')[0]?.click();
      await formSettled(el);
      expect(details?.open).to.equal(false);
    };
    await type(el, 'coordinates', '48.85');
    await formSettled(el);
    await close();
    await clickButton(el, 'Envoyer');
    const [error] = queryAll(el, '#coordinates-error');
    expect(error?.checkVisibility()).to.equal(true);
    await close();
    await clickButton(el, queryTexts(el, '#coordinates-error')[0] ?? '');
    expect(error?.checkVisibility()).to.equal(true);
    expect(focusedId(el)).to.equal('coordinates');
    // Correct coordinates stay closed.
    await type(el, 'coordinates', '48.85 2.35');
    await formSettled(el);
    await close();
    await clickButton(el, 'Envoyer');
    expect(details?.open).to.equal(false);
  });

  it('can be removed; the focus stays', async () => {
    const el = await renderForm({kind: 'tree'});
    await type(el, 'coordinates', '50.391, 3.487');
    await clickButton(el, 'Retirer le lieu');
    expect(value(el)).to.equal('');
    expect(focusedId(el)).to.equal('coordinates');
  });

  it('is chosen on the map of the form, beside another map of the page too', async () => {
    const map = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map group="place-test" .items=${mapProjects}></spass-project-map>`,
    );
    const el = await renderForm({kind: 'tree', group: 'place-test', project: newProject()});
    await formSettled(el);
    expect(queryTexts(el, '#geo-hint').join()).to.contain('Cliquez ou appuyez sur la carte');
    expect(queryTexts(el, '#geo button').join()).not.to.contain('Choisir sur la carte');
    clickAt(await waitForMap(el));
    await formSettled(el);
    expect(parseCoordinates(value(el))).not.to.equal(undefined);
    expect(queryAll(map, '.popup').length, 'the other map').to.equal(0);
  });
});

describe('other people’s contributions', () => {
  before(() => setViewport({width: 1280, height: 900}));
  beforeEach(resetContributionApi);
  afterEach(restoreClock);

  const tree = (id: number, more: object = {}): object => ({
    id,
    kind: 'tree',
    state: 'published',
    text: `Tilleul ${id}`,
    geo: {lat: 50.3 + id / 50, lon: 3.4},
    created: `2026-01-${String((id % 28) + 1).padStart(2, '0')}`,
    ...more,
  });

  it('are listed and on the map, the newest first, unless pending or rejected', async () => {
    listedContributions.push(
      tree(1),
      tree(2, {name: 'Léa', photos: [{src: '/none.jpg', alt: 'Sa forme', width: 4, height: 3}]}),
      tree(3, {state: 'pending'}),
      tree(4, {state: 'refused'}),
    );
    const el = await renderForm({kind: 'tree'});
    await waitForMap(el);
    expect(queryTexts(el, '.published h3')).to.deep.equal(['2 contributions publiées']);
    expect(queryTexts(el, '.list .words').sort()).to.deep.equal(['Tilleul 1', 'Tilleul 2']);
    expect(markers(el).sort()).to.deep.equal(['Tilleul 1', 'Tilleul 2']);
    expect(queryTexts(el, '.facts')[1]).to.contain('Léa');
    await expect(el).to.be.accessible();
  });

  it('are linked from the map to the list, and from the list to the map', async () => {
    listedContributions.push(tree(1), tree(2));
    const el = await renderForm({kind: 'tree'});
    await waitForMap(el);
    queryAll(el, '[part=marker]')
      .find(mark => mark.ariaLabel === 'Tilleul 2')
      ?.click();
    await formSettled(el);
    expect(queryTexts(el, '.list li')[Number(focusedId(el).replace('entry-', ''))]).to.contain(
      'Tilleul 2',
    );
    await clickButton(el, 'Voir sur la carte : Tilleul 1');
    expect(el.shadowRoot?.activeElement?.className).to.contain('map');
  });

  it('are loaded twelve at a time', async () => {
    for (let id = 1; id <= 9; id++) listedContributions.push(tree(id), tree(id * 10 + 1));
    const el = await renderForm({kind: 'tree'});
    expect(queryTexts(el, '.list li')).to.have.length(12);
    await clickButton(el, 'Voir plus · 12 sur 18');
    expect(queryTexts(el, '.list li')).to.have.length(18);
    expect(focusedId(el)).to.equal('entry-12');
    expect(statusText(el)).to.contain('6 résultats ajoutés');
  });

  it('are never rendered as markup', async () => {
    const hostile = '<img src=x onerror="window.hacked=1">';
    listedContributions.push(tree(1, {text: hostile, name: hostile}));
    const el = await renderForm({kind: 'tree'});
    expect(queryTexts(el, '.list .words')).to.deep.equal([hostile]);
    expect(window).not.to.have.property('hacked');
  });

  it('are left out if the page wants the form alone', async () => {
    const el = await renderForm({kind: 'tree', noList: true});
    expect(queryAll(el, '.published')).to.have.length(0);
  });
});
