import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {SchemaError} from '../../../../src/data/client/errors.js';
import {DocumentSource, ItemsSource} from '../../../../src/data/sources/document/document.js';
import {FakeServer, idsOf, neverAborted, WarningSource} from '../../fake-server.js';

const DOCUMENT_URL = 'https://portal.example/portail.json';
const PORTAL = {
  version: '1',
  attribution: {text: 'CAUE du Nord', url: '/mentions', updated: '2026-11-01'},
  contact: 'mailto:caue@example.org',
  portals: [
    {id: 72, title: 'Villes', family: 'theme'},
    {id: 'p', family: 'projet', projects: ['far']},
  ],
  resources: [
    {id: 1, title: 'Écluse', portals: [72], url: 'fiche/1', geo: {lat: 50.6, lon: 3}},
    {id: 2, title: 'Canal', portals: ['p'], url: 'javascript:alert(1)'},
    {title: 'no id'},
  ],
  projects: [{id: 'far', title: 'Lointain', period: {start: '1999', end: '2001'}}],
};

/** Resolves when the console has these lines. Lists are validated while the page is idle. */
async function waitForWarnings(lines: readonly string[]): Promise<void> {
  while (lines.length === 0) await new Promise(setImmediate);
}

function open(body: object = PORTAL) {
  const server = new FakeServer({'/portail.json': body});
  return {
    server,
    source: new WarningSource(new DocumentSource(DOCUMENT_URL, server.client), server.warn),
  };
}

describe('one document', () => {
  it('is fetched once for all its collections and queries', async () => {
    const {server, source} = open();
    assert.deepEqual(await idsOf(source, 'resources', {q: 'ecluse'}), [1]);
    assert.deepEqual(await idsOf(source, 'projects'), ['far']);
    assert.deepEqual(await idsOf(source, 'events'), []);
    assert.equal(server.requests.length, 1);
    assert.ok(source.isComplete('resources'));
    const ask = () => source.find('resources', {}, {signal: neverAborted});
    assert.equal((await ask()).items.at(0), (await ask()).items.at(0), 'checked once');
  });

  it('provides its attribution, and a contact for errors', async () => {
    const {attribution, contact} = await open().source.find('projects', {}, {signal: neverAborted});
    assert.deepEqual(attribution, {
      text: 'CAUE du Nord',
      url: 'https://portal.example/mentions',
      updated: '2026-11-01',
    });
    assert.equal(contact, 'mailto:caue@example.org');
  });

  it('gives a resource the family of its portals, and a project that of the portal that names it', async () => {
    const {source} = open();
    assert.deepEqual(await idsOf(source, 'resources', {family: ['theme']}), [1]);
    assert.deepEqual(await idsOf(source, 'projects', {family: ['projet']}), ['far']);
    assert.deepEqual(await idsOf(source, 'resources', {project: ['far']}), [2]);
    const {facets} = await source.find('resources', {facets: ['family']}, {signal: neverAborted});
    assert.deepEqual(facets.family?.map(({value}) => value).sort(), ['projet', 'theme']);
  });

  it('dates a portal by its projects', async () =>
    assert.deepEqual(await idsOf(open().source, 'portals', {from: '2000', to: '2000'}), ['p']));

  it('returns all records of a collection, however large', async () => {
    const resources = Array.from({length: 1200}, (_, id) => ({id}));
    const {source} = open({resources});
    const {items, total, cappedAt} = await source.find(
      'resources',
      {limit: Infinity},
      {signal: neverAborted},
    );
    assert.deepEqual([items.length, total, cappedAt], [1200, 1200, undefined]);
  });

  it('makes URLs absolute, and drops unsafe ones', async () => {
    const {items} = await open().source.find('resources', {}, {signal: neverAborted});
    assert.deepEqual(
      [...items].map(({url}) => url),
      ['https://portal.example/fiche/1', undefined],
    );
  });

  it('logs the errors of a collection in one line', async () => {
    const {server, source} = open();
    const {report} = await source.find('resources', {}, {signal: neverAborted});
    assert.equal(report.dropped, 1);
    await waitForWarnings(server.warnings);
    assert.deepEqual(server.warnings, [
      `${DOCUMENT_URL}: 2 invalid value(s), 1 record(s) left out: resources[2].id: expected a string or a whole number, got nothing; resources[1].url: expected a link that may be followed, got "javascript:alert(1)"`,
    ]);
  });

  it('logs how many errors a collection has, and the first three', async () => {
    const {server, source} = open();
    const resources = [1, 2, 3, 4, 5].map(id => ({id, url: `ftp://${id}.example`}));
    server.responses = {'/portail.json': {resources}};
    await source.find('resources', {}, {signal: neverAborted});
    await waitForWarnings(server.warnings);
    assert.equal(server.warnings.length, 1);
    assert.match(server.warnings[0] ?? '', /: 5 invalid value\(s\), the first three: .*1\.example.*2\.example.*3\.example"$/); // prettier-ignore
  });

  it('lists its collections if it lacks the one that a widget shows', async () => {
    const {server, source} = open();
    server.responses = {'/portail.json': {resources: [{id: 1}, {id: 2}], events: []}};
    const find = (collection: 'projects' | 'resources') =>
      source.find(collection, {}, {signal: neverAborted});
    assert.deepEqual((await find('projects')).otherCollections, ['resources (2)']);
    assert.equal((await find('resources')).otherCollections, undefined);
  });

  it('follows the site from a document to shards, to other shards and back on a reload', async () => {
    const manifest = (file: number) => ({
      shards: {resources: {total: 1, perFile: 50, answers: {'': file}}},
    });
    const {server, source} = open(PORTAL);
    const ids = async (reload: boolean) => {
      const {items} = await source.find('resources', {}, {signal: neverAborted, reload});
      return [[...items].map(({id}) => id), source.isComplete('resources')];
    };
    const publish = (document: object, files: Readonly<Record<string, object>> = {}) =>
      (server.responses = {'/portail.json': document, ...files});
    assert.deepEqual(await ids(false), [[1, 2], true]);
    publish(manifest(0), {
      '/resources/a/0.json': {total: 1, items: [{id: 'first', title: 'Un'}], facets: {}},
    });
    assert.deepEqual(await ids(true), [['first'], false]);
    assert.deepEqual(await ids(false), [['first'], false]);
    publish(manifest(7), {
      '/resources/a/7.json': {total: 1, items: [{id: 'second', title: 'Deux'}], facets: {}},
    });
    assert.deepEqual(await ids(true), [['second'], false]);
    publish(PORTAL);
    assert.deepEqual(await ids(true), [[1, 2], true]);
  });

  it('is fetched again on a reload only', async () => {
    const {server, source} = open();
    assert.deepEqual(await idsOf(source, 'projects'), ['far']);
    server.responses = {'/portail.json': {projects: [{id: 'new'}]}};
    assert.deepEqual(await idsOf(source, 'projects'), ['far']);
    await source.find('projects', {}, {signal: neverAborted, reload: true});
    assert.deepEqual(await idsOf(source, 'projects'), ['new']);
  });

  it('is returned as a stale copy with its date when the server is down', async () => {
    const {server, source} = open();
    await idsOf(source, 'projects');
    server.responses = {'/portail.json': 503};
    const reload = await source.find('projects', {}, {signal: neverAborted, reload: true});
    assert.deepEqual([reload.items.length, reload.staleSince], [1, new Date(0)]);
    const {items, staleSince} = await source.find(
      'projects',
      {q: 'lointain'},
      {signal: neverAborted},
    );
    assert.deepEqual([items.length, staleSince], [1, new Date(0)]);
  });

  it('causes no other request however long a reader filters it', async () => {
    const {server, source} = open();
    await idsOf(source, 'resources');
    server.time += 3_600_000;
    assert.deepEqual(await idsOf(source, 'resources', {q: 'canal'}), [2]);
    assert.equal(server.requests.length, 1);
  });

  for (const [name, body, words] of [
    ['a list', [1], /expected an object/],
    ['the response of a list', {items: []}, /expected one of the collections portals, resources/],
    ['a collection that is not a list', {portals: [], resources: {}}, /resources: expected a list/],
  ] as const) {
    it(`that is ${name} causes one clear error`, async () => {
      await assert.rejects(idsOf(open(body).source, 'resources'), (error: Error) => {
        assert.ok(error instanceof SchemaError);
        assert.match(error.message, words);
        return true;
      });
    });
  }

  it('may mark a collection as empty with null', async () =>
    assert.deepEqual(await idsOf(open({portals: [], resources: null}).source, 'resources'), []));

  it('is aborted when its caller aborts', async () => {
    const {source} = open();
    const asker = new AbortController();
    const answer = source.find('resources', {q: 'x'}, {signal: asker.signal});
    asker.abort(new Error('moved'));
    await assert.rejects(answer, {name: 'AbortError'});
  });
});

describe('records from the page itself', () => {
  it('are validated like a response', async () => {
    const told: string[] = [];
    const source = new ItemsSource({resources: [{id: 1, title: 5}, 7]}, line => told.push(line));
    const {items, report} = await source.find('resources', {sort: 'title'}, {signal: neverAborted});
    assert.deepEqual([[...items], report.dropped, report.errorCount], [[{id: 1}], 1, 2]);
    await waitForWarnings(told);
    assert.equal(told.length, 1);
  });

  it('are all returned by a request for all', async () => {
    const resources = Array.from({length: 30}, (_, id) => ({id}));
    const source = new ItemsSource({resources}, () => {});
    assert.equal(
      (await source.find('resources', {limit: Infinity}, {signal: neverAborted})).items.length,
      30,
    );
  });
});
