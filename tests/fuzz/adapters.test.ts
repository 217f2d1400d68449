import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {SimulatedServers} from '../../demo/made/foreign/servers.js';
import {root} from '../../scripts/setup.mjs';
import {Client} from '../../src/data/client/client.js';
import {openForeignSource, SOURCE_KINDS} from '../../src/data/sources/registry.js';
import type {PortalSource} from '../../src/data/source.js';
import {ApiSource} from '../../src/data/sources/portal/portal.js';
import {DocumentSource} from '../../src/data/sources/document/document.js';
import type {PortalEvent, Resource} from '../../src/model/records.js';
import {neverAborted} from '../data/fake-server.js';
import type {Query} from '../../src/model/query.js';
import {
  anyChanges,
  anyJson,
  anyText,
  assertValidRecord,
  assertDisplayableError,
  assertUnpolluted,
  type Change,
  fuzz,
  mutate,
  RUNS,
} from './fuzz.js';

const resources: readonly Resource[] = [
  {
    id: 1,
    title: 'Étang',
    url: 'https://a.example/1',
    type: 'document',
    themes: ['eau', 'sol'],
    commune: {name: 'Ors', insee: '59450'},
    geo: {lat: 50.1, lon: 3.6},
    published: '2016-10-01',
  },
  {id: 2, title: 'Halle', abstract: 'Un marché', tags: ['bois'], published: '2017'},
];
const events: readonly PortalEvent[] = [
  {id: 'e', title: 'Visite', period: {start: '2099-05-02T10:00:00+02:00'}, place: 'Ors'},
];
const simulatedServers = new SimulatedServers({resources, events});
const ORIGIN = 'https://a.example';
const archive = readFileSync(join(root, 'tests/data/sources/pmtiles/tiles/arbres.pmtiles'));

/** Defects of one response. */
interface ResponseDefect {
  readonly changes: readonly Change[];
  /** Position at which the text is cut, and the text inserted there. */
  readonly cut: readonly [number, string] | undefined;
  readonly status: number;
}
const anyDefect: fc.Arbitrary<ResponseDefect> = fc.record({
  changes: anyChanges,
  cut: fc.option(fc.tuple(fc.nat(2000), anyText), {nil: undefined, freq: 6}),
  status: fc.constantFrom(200, 200, 200, 200, 200, 200, 200, 400, 404, 429, 500, 503),
});

/** Maximum number of requests of a query: more would be an endless loop. */
const MAX_REQUESTS = 60;

/** Creates a source behind a connection on which every response has a defect of the list, in rotation. */
function clientWith(answer: (url: URL) => Uint8Array | string, defects: readonly ResponseDefect[]) {
  let count = 0;
  const client = new Client({
    now: () => 0,
    random: () => 0,
    setTimer: (_, callback) => {
      // The timeout of an attempt never expires here; a delay ends at once.
      queueMicrotask(() => undefined);
      return setTimer(callback);
    },
    fetch: async url => {
      assert.ok(++count <= MAX_REQUESTS, 'asks without end');
      const {changes, cut, status} = defects[count % defects.length] as ResponseDefect;
      let body = answer(new URL(url));
      if (typeof body === 'string') {
        if (/^\s*[[{]/.test(body))
          body = (JSON.stringify(mutate(JSON.parse(body), changes)) as string | undefined) ?? '';
        if (cut) body = body.slice(0, cut[0]) + cut[1] + (cut[0] % 2 ? '' : body.slice(cut[0]));
      } else if (cut) {
        body = body.slice();
        (body as Uint8Array)[cut[0] % body.length] = cut[1].charCodeAt(0) % 256;
      }
      return new Response(body as BodyInit, {
        status,
        headers: {'content-type': 'application/json'},
      });
    },
  });
  return client;
}

/** A delay ends in the next task; the timeout of a finished attempt is ignored. */
const setTimer = (callback: () => void): (() => void) => {
  const timer = setImmediate(() => setImmediate(callback));
  return () => clearImmediate(timer);
};

const QUERIES = [
  {},
  {q: 'étang', sort: 'title', facets: ['theme', 'year'], limit: 3},
  {theme: ['eau'], from: '2016', bbox: [3, 50, 4, 51]},
  {sort: '-date', page: 2, limit: 1},
] as const;

/** Queries a source, and reads every record of the result. */
async function query(
  open: () => Promise<PortalSource> | PortalSource,
  turn: number,
): Promise<void> {
  const collection = turn % 5 === 4 ? 'events' : 'resources';
  const query = QUERIES[turn % QUERIES.length] as Query;
  try {
    const source = await open();
    const answer = await source.find(collection, turn % 2 ? query : {...query, limit: Infinity}, {
      signal: neverAborted,
    });
    for (const record of answer.items) assertValidRecord(collection, record);
    assert.ok(Number.isInteger(answer.total) && answer.total >= 0, String(answer.total));
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
    assertDisplayableError(error);
  }
  assertUnpolluted();
}

const JSON_FILE = '/fichiers/ressources.json';
/** Addresses with a valid response. */
const SAMPLES: Readonly<Record<string, string>> = {
  opendatasoft: '/ods/explore/dataset/ressources/',
  tabular: '/tabular/api/resources/demo/data/',
  wordpress: '/wp/',
  'ogc-features': '/ogc',
  openagenda: '/openagenda/v2/agendas/1/events?key=demo',
  geojson: '/fichiers/ressources.geojson',
  csv: '/fichiers/ressources.csv',
  json: JSON_FILE,
  ics: '/fichiers/agenda.ics',
  rss: '/fichiers/actualites.xml',
};

/** Address by source kind; a kind without a response of its own gets JSON. */
const KINDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SOURCE_KINDS)
    .filter(([, {load, access}]) => load && access !== 'tiles')
    .map(([kind]) => [kind, SAMPLES[kind] ?? JSON_FILE]),
);

const bodyAt = (url: URL): string => {
  const [, name = '', ...rest] = url.pathname.split('/');
  const {body} = simulatedServers.respond(name, `/${rest.join('/')}`, url.searchParams, ORIGIN);
  return typeof body === 'string' ? body : JSON.stringify(body);
};

const portal = JSON.stringify({
  version: '1',
  total: 2,
  items: resources,
  resources,
  events,
  facets: {theme: [{value: 'eau', count: 1}]},
  attribution: {text: 'CAUE', url: 'https://a.example/'},
  contact: 'mailto:a@a.example',
  next: null,
});

// All adapters together run as many cases as each of the small functions.
const runsPerKind = Math.ceil(RUNS / (Object.keys(KINDS).length + 3));
const anyCase = fc.record({
  troubles: fc.array(anyDefect, {minLength: 1, maxLength: 4}),
  fields: fc.oneof({weight: 3, arbitrary: fc.constant('')}, {weight: 1, arbitrary: anyText}),
  turn: fc.nat(20),
});

describe('any response of a server', {timeout: 1_500_000}, () => {
  for (const [kind, path] of Object.entries(KINDS))
    it(`S-08 becomes valid records or an error message, and reaches no prototype: ${kind}`, () =>
      fuzz(
        kind,
        anyCase,
        ({troubles, fields, turn}) =>
          query(
            () =>
              openForeignSource(kind, {
                url: ORIGIN + path,
                fields,
                client: clientWith(bodyAt, troubles),
                warn: line => assert.equal(typeof line, 'string'),
              }),
            turn,
          ),
        runsPerKind,
      ));

  it('S-08 becomes valid records or an error message, and reaches no prototype: pmtiles', () =>
    fuzz(
      'pmtiles',
      anyCase,
      ({troubles, fields, turn}) =>
        query(
          () =>
            openForeignSource('pmtiles', {
              url: `${ORIGIN}/arbres.pmtiles`,
              fields,
              client: clientWith(() => archive, troubles),
              warn: () => undefined,
            }),
          turn,
        ),
      runsPerKind,
    ));

  for (const [name, Source] of [
    ['portal', ApiSource],
    ['document', DocumentSource],
  ] as const)
    it(`S-08 becomes valid records or an error message, and reaches no prototype: ${name}`, () =>
      fuzz(
        name,
        anyCase,
        ({troubles, turn}) =>
          query(
            () =>
              new Source(
                `${ORIGIN}/api`,
                clientWith(() => portal, troubles),
              ),
            turn,
          ),
        runsPerKind,
      ));

  it('S-08 causes no uncaught error as a body of any JSON', () =>
    fuzz(
      'any JSON',
      fc.record({kind: fc.constantFrom(...Object.keys(KINDS)), body: anyJson, turn: fc.nat(20)}),
      ({kind, body, turn}) =>
        query(
          () =>
            openForeignSource(kind, {
              url: ORIGIN + (KINDS[kind] ?? ''),
              fields: '',
              client: clientWith(
                () => JSON.stringify(body),
                [{changes: [], cut: undefined, status: 200}],
              ),
              warn: () => undefined,
            }),
          turn,
        ),
      runsPerKind,
    ));
});
