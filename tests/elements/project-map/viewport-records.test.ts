import {expect, html, nextFrame} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {SpassProjectMap} from '../../../src/index.js';
import type {QueryResult, QueryOptions} from '../../../src/data/source.js';
import {SubsetRecordList} from '../../../src/model/collection/record-list.js';
import type {Query} from '../../../src/model/query.js';
import type {CollectionName, Collections} from '../../../src/model/records.js';
import {queryAll, queryTexts} from '../../support/widget-fixture.js';
import {
  button,
  inViewText,
  listedTitles,
  selectionOf,
  mapUpdated,
} from '../../support/project-map.js';
import {dunes, network} from '../../support/projects.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import '../../../src/define/project-map.js';

/** Server that returns at most four records, as a real one with 50,000 returns 5,000. */
class CappedServer extends StubServer {
  readonly maxRecords = 4;

  override async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    const answer = await super.find(collection, query, options);
    if (answer.total <= this.maxRecords) return answer;
    const items = new SubsetRecordList(answer.items, [...Array(this.maxRecords).keys()]);
    return {...answer, items, cappedAt: this.maxRecords};
  }
}

/** Four records in the north along a coast; in the south more than the server returns at once. */
const at = (name: string, lat: number, lon: number) => ({
  ...dunes,
  id: name,
  title: name,
  geo: {lat, lon},
});
const north = [1, 2, 3].map(n => at(`Nord ${n}`, 51, 2 + n / 2));
const south = [1, 2, 3, 4, 5, 6].map(n => at(`Sud ${n}`, 48, 2 + n / 3));
const records = [north[0], network, south[0], north[1], north[2], ...south.slice(1)];

const mapTemplate = (center: string, zoom: number) =>
  html`<spass-project-map center=${center} zoom=${zoom}></spass-project-map>`;
const showMap = async (template = html`<spass-project-map></spass-project-map>`) => {
  const server = new CappedServer({projects: records});
  const el = await loadedFixtureWithSource<SpassProjectMap>(server, template);
  return {el, server};
};
const NORTH = mapTemplate('51,2.75', 9);
const SOUTH = mapTemplate('48,3', 7);
/** Returns the requested boxes, in whole degrees. */
const boxes = (server: StubServer) =>
  server.queriesFor('projects').map(({bbox}) => bbox?.map(Math.round).join());
const notices = (el: SpassProjectMap) => queryTexts(el, '.notice');
const press = (el: SpassProjectMap, key: string) =>
  queryAll(el, '.map')[0]!.dispatchEvent(new KeyboardEvent('keydown', {key, cancelable: true}));

describe('a <spass-project-map> with more records than its server returns', () => {
  before(() => setViewport({width: 1280, height: 900}));

  it('shows the first ones, reports it, and requests no more while they are all in view', async () => {
    const {el, server} = await showMap();
    expect(notices(el)).to.deep.equal(['Affichage limité aux 4 premiers.']);
    expect(boxes(server)).to.deep.equal([undefined]);
    expect(listedTitles(el)).to.deep.equal(['Nord 1', 'Sud 1', 'Nord 2']);
  });

  it('A-08 requests the records in view, lists them all, and the unlocated ones', async () => {
    const {el, server} = await showMap(NORTH);
    expect(boxes(server)).to.deep.equal([undefined, '1,50,5,52']);
    expect(listedTitles(el)).to.deep.equal(['Nord 1', 'Nord 2', 'Nord 3']);
    expect(inViewText(el)).to.equal('Dans cette zone : 3');
    expect(queryAll(el, '.marker').length).to.equal(3);
    expect(queryTexts(el, 'summary')).to.deep.equal(['1 projet non localisé']);
    expect(notices(el)).to.deep.equal([]);
  });

  it('sends one request when the view has come to rest, and none for a small move', async () => {
    const {el, server} = await showMap(NORTH);
    press(el, 'ArrowDown');
    await mapUpdated(el);
    expect(boxes(server).length, 'a small move').to.equal(2);
    press(el, '+');
    await mapUpdated(el);
    expect(boxes(server).length, 'nearer to what is all at hand').to.equal(2);
    for (let i = 0; i < 20; i++) press(el, 'ArrowDown');
    await mapUpdated(el);
    expect(boxes(server).length, 'a long way').to.equal(3);
  });

  it('keeps the current records meanwhile, and aborts a request when the view moves on', async () => {
    const {el, server} = await showMap(NORTH);
    server.isHeld = true;
    press(el, '-');
    const requests = () => server.queries.filter(({collection}) => collection === 'projects');
    const isAsked = async (count: number) => {
      while (requests().length < count) await nextFrame();
    };
    await isAsked(3);
    await el.updateComplete;
    expect(listedTitles(el)).to.deep.equal(['Nord 1', 'Nord 2', 'Nord 3']);
    for (let i = 0; i < 8; i++) press(el, 'ArrowDown');
    await isAsked(4);
    expect(requests().map(({signal}) => signal.aborted)).to.deep.equal([false, false, true, false]);
    requests().at(-1)?.answer();
    await mapUpdated(el);
    expect(listedTitles(el).some(name => name.startsWith('Sud'))).to.equal(true);
  });

  it('reports when the view has too many as well, and requests again when zoomed in', async () => {
    const {el, server} = await showMap(SOUTH);
    expect(notices(el)).to.deep.equal(['Affichage limité aux 4 premiers.']);
    expect(listedTitles(el)).to.deep.equal(['Sud 1', 'Sud 2', 'Sud 3', 'Sud 4']);
    for (let i = 0; i < 3; i++) press(el, '+');
    for (let i = 0; i < 8; i++) press(el, 'ArrowRight');
    await mapUpdated(el);
    expect(boxes(server).length).to.equal(3);
    expect(listedTitles(el)).to.include.members(['Sud 5', 'Sud 6']);
    expect(notices(el)).to.deep.equal([]);
  });

  it('returns to all known records', async () => {
    const {el} = await showMap(NORTH);
    button(el, 'Tout voir').click();
    await mapUpdated(el);
    expect(listedTitles(el)).to.deep.equal(['Nord 1', 'Sud 1', 'Nord 2']);
    expect(notices(el)).to.deep.equal(['Affichage limité aux 4 premiers.']);
  });

  it('keeps the view when its records have loaded', async () => {
    const {el} = await showMap(NORTH);
    press(el, 'ArrowRight');
    await mapUpdated(el);
    expect(listedTitles(el)).to.deep.equal(['Nord 1', 'Nord 2', 'Nord 3']);
  });

  it('shows an error if the records of the view cannot be loaded, keeps the others, and tries again', async () => {
    const {el, server} = await showMap(NORTH);
    server.isBroken = true;
    for (let i = 0; i < 20; i++) press(el, 'ArrowDown');
    await mapUpdated(el);
    expect(notices(el)[0]).to.match(/Réessayer$/);
    await expect(el).to.be.accessible();
    server.isBroken = false;
    button(el, 'Réessayer : carte des projets').click();
    await mapUpdated(el);
    expect(notices(el).join()).not.to.contain('Réessayer');
    expect(listedTitles(el).some(name => name.startsWith('Sud'))).to.equal(true);
    expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
  });

  it('sends both requests again when the selection changes', async () => {
    const {el, server} = await showMap(NORTH);
    selectionOf(el).setFilter({q: 'Nord'});
    await mapUpdated(el);
    const asked = server.queriesFor('projects').map(({q, bbox}) => [q || '', bbox !== undefined]);
    expect(asked.slice(2)).to.deep.include(['Nord', false]);
    expect(listedTitles(el)).to.deep.equal(['Nord 1', 'Nord 2', 'Nord 3']);
  });
});
