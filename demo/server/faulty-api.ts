import type {ServerResponse} from 'node:http';
import {COLLECTIONS, type CollectionName} from '../../src/model/records.js';
import {Problem} from '../../portal/src/http/problem.js';
import type {Reply} from '../../portal/src/http/reply.js';
import type {JsonObject} from '../../src/model/schemas/schema-builder.js';

/** Delay of `/faulty/slow`, in milliseconds. */
export const SLOW_DELAY_MS = 2000;

type FaultHandler = (
  collection: CollectionName,
  parameters: URLSearchParams,
  response: ServerResponse,
) => Reply | undefined | Promise<Reply | undefined>;

const headers = {'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store'};
const jsonReply = (body: string): Reply => ({status: 200, headers, body});
const listBody = (items: readonly unknown[], extra: JsonObject = {}): string =>
  JSON.stringify({
    version: '1',
    total: items.length,
    items,
    next: null,
    complete: true,
    ...extra,
  });
const listReply = (items: readonly unknown[], extra: JsonObject = {}): Reply =>
  jsonReply(listBody(items, extra));

/** Returns a record that is valid in any collection: it has the required fields of all of them. */
const createRecord = (number: number): JsonObject => ({
  id: `fiche-${number}`,
  title: {fr: `Fiche d’essai ${number}`},
  name: `Fiche d’essai ${number}`,
  url: `https://example.org/fiche/${number}`,
  kind: 'idea',
  state: 'published',
  family: 'theme',
  period: {start: '2016-10-01', end: '2019'},
  geo: {lat: 50.6 + (number % 30) / 100, lon: 3 + (number % 70) / 100},
});
const createRecords = (count: number): JsonObject[] =>
  Array.from({length: count}, (_, index) => createRecord(index + 1));

const SCRIPT = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
const LINK = 'javascript:window.hacked=1';

/** Returns a record with markup in every text and a script in every URL. */
const createHostileRecord = (number: number): JsonObject => {
  const text = `${SCRIPT} ${number}`;
  const picture = {src: LINK, alt: text, credit: text};
  return {
    ...createRecord(number),
    title: {fr: text},
    name: text,
    acronym: text,
    description: text,
    abstract: {fr: text},
    body: text,
    intro: text,
    text,
    area: text,
    url: LINK,
    accent: '#000;background:url(//example.org)',
    logo: picture,
    cover: picture,
    image: picture,
    photos: [picture],
    attachments: [{url: LINK, title: text, type: text, lang: text}],
    tags: [text],
    themes: [text],
    scales: [text],
    type: text,
    section: text,
    sections: [text],
    authors: [text],
    owners: [text],
    designers: [text],
    organisation: text,
    publisher: text,
    credit: text,
    licence: text,
    identifier: text,
    place: text,
    lead: text,
    status: text,
    commune: {name: text, insee: text},
    territory: {name: text, insee: text, level: text},
    actors: [{id: 1, name: text, url: LINK, logo: picture, role: text}],
    partners: [{name: text, role: text, country: text}],
    phases: [{title: text, state: text, period: {start: '2016'}}],
    participate: {label: text, url: LINK},
    sources: [{title: text, url: LINK}],
    fund: {name: text, currency: text, amount: 1},
    funding: {text, logo: picture},
    steps: [{title: text, text, image: picture, before: picture, after: picture, year: 2016}],
    generation: text,
    strand: text,
  };
};

/** Simulated failures, by the path segment after `/faulty/`. */
const FAULT_HANDLERS: Readonly<Record<string, FaultHandler>> = {
  '500': () => {
    throw new Problem(500, 'This address always fails.');
  },
  '429': () => {
    throw new Problem(429, 'This address is always busy.', {'Retry-After': '5'});
  },
  html: () => ({
    status: 200,
    headers: {'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store'},
    body: '<!doctype html><title>Maintenance</title><p>Le site est en maintenance.</p>',
  }),
  'no-body': () => jsonReply(''),
  hang: () => undefined,
  slow: async () => {
    await new Promise(done => setTimeout(done, SLOW_DELAY_MS).unref());
    return listReply(createRecords(30));
  },
  'one-bad': () =>
    listReply(
      createRecords(1000).map((good, index) => (index === 500 ? {...good, id: null} : good)),
    ),
  empty: () => listReply([]),
  hostile: () =>
    listReply([1, 2, 3].map(createHostileRecord), {
      attribution: {text: SCRIPT, url: LINK, licence: SCRIPT},
      contact: LINK,
      facets: Object.fromEntries(
        ['family', 'theme', 'type'].map(name => [name, [{value: SCRIPT, label: SCRIPT, count: 3}]]),
      ),
    }),
  'other-origin-next': (collection, parameters) =>
    listReply(createRecords(Number(parameters.get('limit')) || 12), {
      total: 1000,
      complete: false,
      next: `http://other-origin.invalid/${collection}?page=2`,
    }),
  truncated: (_collection, _parameters, response) => {
    const body = Buffer.from(listBody(createRecords(30)));
    response.writeHead(200, {
      ...headers,
      'Access-Control-Allow-Origin': '*',
      'Content-Length': body.length,
    });
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
    return undefined;
  },
};

/**
 * Serves `/faulty/{fault}/{collection}`, a portal API with simulated failures. Resolves with undefined if the handler
 * has written the response itself, or leaves it open.
 */
export async function respondWithFault(
  [fault = '', collection]: readonly string[],
  parameters: URLSearchParams,
  response: ServerResponse,
): Promise<Reply | undefined> {
  const handler = Object.hasOwn(FAULT_HANDLERS, fault) ? FAULT_HANDLERS[fault] : undefined;
  const name = COLLECTIONS.find(collectionName => collectionName === collection);
  if (!handler || !name)
    throw new Problem(
      404,
      `Known faults: ${Object.keys(FAULT_HANDLERS).join(', ')}, each with a collection.`,
    );
  return handler(name, parameters, response);
}
