import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LoadError} from '../../src/data/client/errors.js';
import {decorateSource, openSource} from '../../src/data/open-source.js';
import type {PortalSource} from '../../src/data/source.js';
import {ApiSource} from '../../src/data/sources/portal/portal.js';
import {DocumentSource} from '../../src/data/sources/document/document.js';

const open = (api: string, kind = 'portal') => openSource({api, source: kind});

describe('an api attribute', () => {
  it('is a server, or a document if its path ends in .json', () => {
    assert.ok(open('https://portal.example/api') instanceof ApiSource);
    assert.ok(open('https://portal.example/api?format=.json') instanceof ApiSource);
    assert.ok(open('https://portal.example/portail.json') instanceof DocumentSource);
    assert.ok(open('https://portal.example/portail.json?v=2#a') instanceof DocumentSource);
    assert.ok(open('https://portal.example/portail.php', 'document') instanceof DocumentSource);
  });

  it('is a file if its path ends in the name of a kind of file', () => {
    for (const [path, kind] of [
      ['lieux.csv', 'csv'],
      ['lieux.geojson?v=2', 'geojson'],
      ['agenda.ics', 'ics'],
      ['actualites.rss', 'rss'],
      ['lieux.pmtiles', 'pmtiles'],
    ] as const) {
      const address = `https://commune.example/${path}`;
      assert.equal(openSource({api: address}), openSource({api: address, source: kind}));
    }
    const address = 'webcal://commune.example/agenda.ics';
    assert.equal(openSource({api: address})?.isForeign, true);
    assert.ok(openSource({api: 'https://commune.example/export?f=.csv'}) instanceof ApiSource);
  });

  it('opens the same source for the same value, so that widgets share it', () => {
    assert.equal(open('https://a.example/api'), open(' https://A.example/api'));
    assert.notEqual(open('https://a.example/api'), open('https://b.example/api'));
    assert.notEqual(open('https://a.example/x'), open('https://a.example/x', 'document'));
  });

  it('may be on this machine', () =>
    assert.ok(open('http://127.0.0.1:4173/api') instanceof ApiSource));

  it('may be the subscription of a calendar', () =>
    assert.equal(
      open('webcal://commune.example/agenda.ics', 'ics')?.name,
      'https://commune.example/agenda.ics',
    ));

  for (const api of [
    ...['api', 'http://portal.example/api', 'javascript:alert(1)', 'file:///portail.json'],
    ...['https://me:secret@portal.example/api', 'data:application/json,{}', 'ftp://a.example'],
  ]) {
    it(`is rejected if it is ${JSON.stringify(api)}`, () =>
      assert.throws(
        () => open(api),
        (error: Error) => error instanceof LoadError && error.kind === 'unsupported',
      ));
  }

  it('fails for an unknown kind of source, or a name of Object.prototype', async () => {
    const options = {signal: new AbortController().signal};
    for (const kind of ['geopackage', 'constructor', '__proto__'])
      await assert.rejects(
        async () => open('https://portal.example/api', kind)?.find('portals', {}, options),
        (error: Error) => error instanceof LoadError && error.message.includes(`"${kind}"`),
      );
  });

  it('suggests the kind that a misspelt one is closest to, and lists all', async () => {
    const options = {signal: new AbortController().signal};
    for (const [kind, closest] of [
      ['jsom', 'json'],
      ['GeoJSON', 'geojson'],
      ['open-data-soft', 'opendatasoft'],
      ['ical', 'ics'],
    ] as const)
      await assert.rejects(
        async () => open('https://portal.example/api', kind)?.find('portals', {}, options),
        ({message}: Error) =>
          message.includes(`did you mean "${closest}"?`) &&
          message.includes('wordpress, openagenda'),
      );
    await assert.rejects(
      async () => open('https://portal.example/a', 'x'.repeat(1e6))?.find('portals', {}, options),
      ({message}: Error) => !message.includes('did you mean') && message.length < 300,
    );
  });
});

describe('several URLs in one api attribute', () => {
  it('are none if the attribute is empty', () => assert.equal(openSource({api: ' '}), undefined));

  it('are one source, the same for the same value', () => {
    const both = {
      api: 'https://a.example/api https://b.example/a.geojson',
      source: 'portal geojson',
    };
    assert.equal(openSource(both), openSource({...both}));
    assert.notEqual(openSource(both), openSource({...both, fields: 'title: nom'}));
  });

  it('are rejected if one of them is', () =>
    assert.throws(() => openSource({api: 'https://a.example/api ftp://b.example'}), LoadError));
});

describe('the address for contributions', () => {
  const contributionEndpoint = (words: Parameters<typeof openSource>[0]) =>
    openSource(words)?.contributionsUrl;
  const portalUrl = 'https://portal.example/api?v=1';

  it('is that of the portal API, whatever the sources of the records', () => {
    const expected = 'https://portal.example/api/contributions?v=1';
    assert.equal(contributionEndpoint({api: portalUrl}), expected);
    assert.equal(
      contributionEndpoint({api: `https://other.example/all.json ${portalUrl}`}),
      expected,
    );
    const source = openSource({api: portalUrl});
    assert.ok(source);
    assert.equal(
      decorateSource(source, {places: 'https://portal.example/communes.json', warn: () => {}})
        .contributionsUrl,
      expected,
    );
  });

  it('is undefined for a document, or another kind of source', () => {
    assert.equal(contributionEndpoint({api: 'https://portal.example/all.json'}), undefined);
    assert.equal(
      contributionEndpoint({api: 'https://portal.example/a', source: 'geojson'}),
      undefined,
    );
  });
});

describe('one record of a source', () => {
  it('is requested by its id if the source can do so, through all its decorators', async () => {
    const asked: unknown[] = [];
    const inner: PortalSource = {
      name: 'inner',
      isComplete: () => false,
      find: () => Promise.reject(new Error('not asked')),
      one: (_collection, id) => {
        asked.push(id);
        return Promise.resolve(undefined);
      },
    };
    const {signal} = new AbortController();
    const attributes = {places: 'https://portal.example/communes.json', warn: () => {}};
    const outer = decorateSource(inner, attributes);
    assert.equal(await outer.one?.('resources', 7, {signal}), undefined);
    assert.deepEqual(asked, [7]);
    const {one: _one, ...unable} = inner;
    const other = decorateSource(unable, attributes);
    assert.equal(await other.one?.('resources', 7, {signal}), undefined);
    assert.deepEqual(asked, [7]);
  });
});
