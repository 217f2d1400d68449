import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {open} from '../../../../src/data/sources/openagenda/openagenda.js';
import type {Query} from '../../../../src/model/query.js';
import type {CollectionName, PortalEvent, Resource} from '../../../../src/model/records.js';
import {FakeServer, neverAborted} from '../../fake-server.js';

const PATH = '/v2/agendas/123/events';
const address = `https://api.example${PATH}?key=public&relative[]=upcoming`;

/** Returns an event in the format of the API. */
const event = (uid: number, overrides: object = {}) => ({
  uid,
  slug: `visite-${uid}`,
  title: {fr: `Visite ${uid}`, en: `Visit ${uid}`},
  description: {fr: 'À pied'},
  keywords: {fr: ['patrimoine', 'visite'], en: ['heritage']},
  image: {base: 'https://cdn.example/main/', filename: 'a.jpg'},
  location: {
    name: 'Maison forestière',
    city: 'Ors',
    insee: '59450',
    latitude: 50.105,
    longitude: 3.635,
  },
  originAgenda: {uid: 123, slug: 'caue'},
  timezone: 'Europe/Paris',
  status: 1,
  firstTiming: {begin: '2026-06-06T10:00:00+02:00', end: '2026-06-06T12:00:00+02:00'},
  lastTiming: {begin: '2026-06-13T10:00:00+02:00', end: '2026-06-13T12:00:00+02:00'},
  nextTiming: null,
  timings: [
    {begin: '2026-06-06T10:00:00+02:00', end: '2026-06-06T12:00:00+02:00'},
    {begin: '2026-06-13T10:00:00+02:00', end: '2026-06-13T12:00:00+02:00'},
  ],
  ...overrides,
});

function openSource(answers: Record<string, object | number>, at = address, fields = '') {
  const server = new FakeServer(answers);
  const source = open({url: at, fields, client: server.client, warn: server.warn});
  const find = async <K extends CollectionName>(collection: K, query: Query = {}) =>
    source.find(collection, query, {signal: neverAborted});
  return {server, source, find};
}

const one = {success: true, total: 1, events: [event(1)], after: null};

describe('an OpenAgenda agenda', () => {
  it('becomes one event for each date', async () => {
    const {find} = openSource({[PATH]: one});
    const events = [...(await find('events')).items] as PortalEvent[];
    assert.deepEqual(
      events.map(({id, period}) => [id, period.start]),
      [
        ['1/1', '2026-06-06T10:00:00+02:00'],
        ['1/2', '2026-06-13T10:00:00+02:00'],
      ],
    );
    assert.deepEqual(events[0], {
      id: '1/1',
      title: {fr: 'Visite 1', en: 'Visit 1'},
      description: {fr: 'À pied'},
      url: 'https://openagenda.com/caue/events/visite-1',
      image: {src: 'https://cdn.example/main/a.jpg'},
      geo: {lat: 50.105, lon: 3.635},
      place: 'Maison forestière',
      timezone: 'Europe/Paris',
      period: {start: '2026-06-06T10:00:00+02:00', end: '2026-06-06T12:00:00+02:00'},
    });
  });

  it('has no hours for whole days, which it stores from midnight to midnight, nor days for a year', async () => {
    const timing = (begin: string, end: string) => ({timings: [{begin, end}]});
    const events = [
      event(1, timing('2026-06-06T00:00:00+02:00', '2026-06-07T23:59:00+02:00')),
      event(2, timing('2024-01-01T00:00:00+01:00', '2024-12-31T23:59:59+01:00')),
      event(3, timing('2024-01-01T00:00:00+01:00', '2024-01-01T02:00:00+01:00')),
    ];
    const {find} = openSource({[PATH]: {...one, total: 3, events}});
    assert.deepEqual(
      [...(await find('events')).items].map(({period}) => [period.start, period.end]),
      [
        ['2026-06-06', '2026-06-07'],
        ['2024', '2024'],
        ['2024-01-01T00:00:00+01:00', '2024-01-01T02:00:00+01:00'],
      ],
    );
  });

  it('becomes one resource per event, from its first date to its last', async () => {
    const {find} = openSource({[PATH]: one});
    const [resource] = [...(await find('resources')).items] as Resource[];
    assert.ok(resource);
    assert.deepEqual(resource.period, {
      start: '2026-06-06T10:00:00+02:00',
      end: '2026-06-13T12:00:00+02:00',
    });
    assert.deepEqual(resource.commune, {name: 'Ors', insee: '59450'});
    assert.deepEqual(resource.tags, ['patrimoine', 'visite']);
  });

  it('is queried with its key, its own parameters and those of the query', async () => {
    const {find, server} = openSource({[PATH]: one});
    await find('events', {from: '2026-06-10', q: 'visite', bbox: [3, 50, 4, 51]});
    const asked = new URL(server.requests.at(-1) ?? '', 'https://api.example').searchParams;
    assert.equal(asked.get('key'), 'public');
    assert.equal(asked.get('relative[]'), 'upcoming');
    assert.equal(asked.get('timings[gte]'), '2026-06-10');
    assert.equal(asked.get('search'), 'visite');
    assert.equal(asked.get('geo[northEast][lat]'), '51');
    assert.equal(asked.get('detailed'), '1');
  });

  it('is queried for full months and years', async () => {
    const {find, server} = openSource({[PATH]: one});
    await find('events', {from: '2026', to: '2026-06'});
    const asked = new URL(server.requests.at(-1) ?? '', 'https://api.example').searchParams;
    assert.equal(asked.get('timings[gte]'), '2026-01-01');
    assert.equal(asked.get('timings[lte]'), '2026-06-30T23:59:59');
  });

  it('returns its third page first if that is requested', async () => {
    const {source, server} = openSource({});
    server.responses = ({searchParams}) => {
      const n = Number(searchParams.get('after[]') ?? 1);
      return {total: 5, events: [event(n)], after: n < 5 ? [n + 1] : null};
    };
    const {items} = await source.find('resources', {limit: 1, page: 3}, {signal: neverAborted});
    assert.deepEqual(
      [...items].map(({id}) => id),
      ['3'],
    );
  });

  it('drops the dates outside the query', async () => {
    const {find} = openSource({[PATH]: one});
    const {items} = await find('events', {from: '2026-06-10'});
    assert.deepEqual(
      [...items].map(({id}) => id),
      ['1/2'],
    );
  });

  it('is read page by page, by its cursor', async () => {
    const first = {total: 2, events: [event(1, {timings: []})], after: [7, 'x']};
    const second = {total: 2, events: [event(2, {timings: []})], after: null};
    const {source, server} = openSource({
      [PATH]: first,
      [`${PATH}?key=public&relative%5B%5D=upcoming&detailed=1&size=100&after%5B%5D=7&after%5B%5D=x`]:
        second,
    });
    const {items, total} = await source.find(
      'resources',
      {limit: Infinity},
      {signal: neverAborted},
    );
    assert.deepEqual(
      [...items].map(({id}) => id),
      ['1', '2'],
    );
    assert.equal(total, 2);
    assert.equal(server.requests.length, 2);
  });

  it('marks cancelled events', async () => {
    const {find} = openSource({[PATH]: {...one, events: [event(1, {status: 6})]}});
    const [first] = [...(await find('events')).items] as PortalEvent[];
    assert.equal(first?.status, 'cancelled');
  });

  it('tolerates invalid events', async () => {
    const events = [null, 3, {}, {uid: 9, title: 'Nu'}, {uid: 10, timings: 'x', image: {base: 3}}];
    const {find} = openSource({[PATH]: {events}});
    const {total} = await find('resources');
    assert.equal(total, 5);
    assert.equal((await find('events')).items.length, 0, 'without a time there is no event');
  });

  it('is rejected if the response has another format', async () => {
    await assert.rejects(openSource({[PATH]: {success: true}}).find('events'), {kind: 'schema'});
    await assert.rejects(openSource({[PATH]: 403}).find('events'), {kind: 'http'});
  });
});

describe('an OpenAgenda export', () => {
  const fields = {
    uid: '77',
    title_fr: 'Fête du canal',
    description_fr: 'Au bord de l’eau',
    keywords_fr: 'fête;eau',
    location_coordinates: [50.105, 3.635],
    location_name: 'Écluse',
    location_city: 'Ors',
    firstdate_begin: '2026-07-14T08:00:00+00:00',
    lastdate_end: '2026-07-15T20:00:00+00:00',
    canonicalurl: 'https://openagenda.com/x/events/fete',
    timings:
      '[{"begin":"2026-07-14T08:00:00+00:00","end":"2026-07-14T20:00:00+00:00"},{"begin":"2026-07-15T08:00:00+00:00","end":"2026-07-15T20:00:00+00:00"}]',
  };

  for (const [what, body] of [
    ['version 1', {records: [{datasetid: 'x', recordid: 'y', fields}]}],
    ['version 2', {results: [{...fields, location_coordinates: {lat: 50.105, lon: 3.635}}]}],
    ['a list', [fields]],
  ] as const) {
    it(`is read in the format of ${what}, with times in a text`, async () => {
      const {find} = openSource({'/export.json': body}, 'https://files.example/export.json');
      const events = [...(await find('events')).items] as PortalEvent[];
      assert.deepEqual(
        events.map(({id, title, geo, period}) => [id, title, geo, period.start]),
        [
          ['77/1', 'Fête du canal', {lat: 50.105, lon: 3.635}, '2026-07-14T08:00:00+00:00'],
          ['77/2', 'Fête du canal', {lat: 50.105, lon: 3.635}, '2026-07-15T08:00:00+00:00'],
        ],
      );
      const [resource] = [...(await find('resources')).items] as Resource[];
      assert.ok(resource);
      assert.deepEqual(resource.tags, ['fête', 'eau']);
      assert.equal(resource.period?.end, '2026-07-15T20:00:00+00:00');
    });
  }
});
