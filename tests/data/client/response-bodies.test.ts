import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Client} from '../../../src/data/client/client.js';
import {LoadError} from '../../../src/data/client/errors.js';
import {ApiSource} from '../../../src/data/sources/portal/portal.js';
import {DocumentSource} from '../../../src/data/sources/document/document.js';
import {FACETS} from '../../../src/model/query.js';
import {neverAborted} from '../fake-server.js';

/**
 * Shows the response of a server, as a list and as a document, with a widget that reads all of it. Returns the records
 * or a displayable error; any other error would appear uncaught in the visitor's page.
 */
async function showResponse(
  body: string,
  send: (body: string) => BodyInit = text => text,
): Promise<string[]> {
  const client = new Client({
    fetch: async () => new Response(send(body)),
    setTimer: () => () => {},
  });
  const sources = [
    new ApiSource('https://api.example', client),
    new DocumentSource('https://api.example/portal.json', client),
  ];
  const shown: string[] = [];
  for (const source of sources) {
    try {
      const query = {q: 'a', sort: 'title', facets: FACETS} as const;
      await source.find('resources', query, {signal: neverAborted});
      const {items} = await source.find('resources', {limit: Infinity}, {signal: neverAborted});
      shown.push([...items].map(({id, title}) => `${id} ${title as string}`).join());
    } catch (error) {
      assert.ok(error instanceof LoadError, `${body.slice(0, 80)}: ${String(error)}`);
      shown.push(error.kind);
    }
  }
  return shown;
}

const deep = (open: string, close: string, depth = 100_000) =>
  open.repeat(depth) + close.repeat(depth);
const list = (record: string) => `{"items":[${record}],"resources":[${record}]}`;

describe('a response body', () => {
  const readable: readonly (readonly [string, string, string])[] = [
    ['with a duplicate key has the last value', '{"id":1,"title":"a","title":"b"}', '1 b'],
    ['with a lone surrogate keeps it', '{"id":1,"title":"\\ud800x"}', '1 \ud800x'],
    [
      'with a raw lone surrogate has a replacement character',
      '{"id":1,"title":"\ud800"}',
      '1 \ufffd',
    ],
    ['with a null character keeps it', '{"id":1,"title":"a\\u0000b"}', '1 a\u0000b'],
    ['with __proto__ ignores it', '{"id":1,"__proto__":{"title":"x"}}', '1 undefined'],
    ['with a constructor ignores it', '{"id":1,"constructor":{"prototype":{}}}', '1 undefined'],
    ['with a huge number keeps it', '{"id":1,"title":"a","budget":1e999}', '1 a'],
    [
      'with a huge id keeps it',
      '{"id":123456789012345678901234567890}',
      '1.2345678901234568e+29 undefined',
    ],
    ['with the id __proto__ keeps it', '{"id":"__proto__","title":"a"}', '__proto__ a'],
    ['deep in an unknown field', `{"id":1,"x":${deep('[', ']')}}`, '1 undefined'],
    ['deep in a text', `{"id":1,"title":${deep('[', ']')}}`, '1 undefined'],
    [
      'deep in a place',
      `{"id":1,"geo":${deep('{"lat":', '}', 50_000).replace('}', '1}')}}`,
      '1 undefined',
    ],
    ['deep in a list', `{"id":1,"attachments":${deep('[', ']')}}`, '1 undefined'],
  ];
  it('F-04 keeps letters that arrive in two pieces, and no byte order mark', async () => {
    const inBytes = (text: string): ReadableStream =>
      new Blob([`\ufeff${text}`]).stream().pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform: (piece, output) =>
            piece.forEach((_, i) => output.enqueue(piece.slice(i, i + 1))),
        }),
      );
    const shown = await showResponse(list('{"id":1,"title":"é € 𝄞"}'), inBytes);
    assert.deepEqual(shown, ['1 é € 𝄞', '1 é € 𝄞']);
  });

  for (const [name, record, shown] of readable)
    it(`F-04 ${name}`, async () =>
      assert.deepEqual(await showResponse(list(record)), [shown, shown]));

  const scalars = ['null', 'true', '0', '-0', '1e999', '"x"', '[]', '[[]]', '[null]', '{}', '""'];
  const unusual = [
    ...scalars,
    ...scalars.map(value => `{"items":${value}}`),
    ...scalars.map(value => `{"resources":${value}}`),
    ...scalars.map(list),
    ...['total', 'next', 'complete', 'facets', 'attribution', 'contact'].flatMap(key =>
      scalars.map(value => `{"items":[{"id":1}],"resources":[{"id":1}],"${key}":${value}}`),
    ),
    deep('[', ']'),
    deep('{"items":', '}'),
    deep('{"resources":[', ']}'),
    list(deep('[', ']')),
    list(deep('{"id":', '}')),
    '{"__proto__":{"items":[]}}',
    '{"items":[],"__proto__":null}',
    '{"items":{"length":1,"0":{"id":1}}}',
    `{"items":[${'{"id":1},'.repeat(1000)}null]}`,
    `{"items":[],"facets":{"__proto__":[{"value":"x","count":1}]}}`,
    `{"resources":[],"portals":[{"id":1,"projects":[{}]}],"projects":[{"id":{}}]}`,
  ];
  it(`F-04 of ${unusual.length} unusual kinds is shown, or causes a clear error`, async () => {
    for (const body of unusual) await showResponse(body);
  });

  const broken = [
    ...[
      '',
      ' ',
      '[',
      ']',
      '{',
      '}',
      '{]',
      '[1',
      '[1,',
      '[1,]',
      '[,1]',
      '[1,,2]',
      '[1 2]',
      '["a" "b"]',
    ],
    ...[
      '{"a"}',
      '{"a":}',
      '{"a":1,}',
      '{,}',
      '{a:1}',
      "{'a':1}",
      '{"a" 1}',
      '{"a":1 "b":2}',
      '{1:1}',
    ],
    ...[
      'nul',
      'True',
      'NaN',
      'Infinity',
      '-',
      '+1',
      '01',
      '1.',
      '.1',
      '1e',
      '0x1',
      '1_000',
      '-NaN',
    ],
    ...[
      '"',
      '"a',
      'a"',
      "'a'",
      '"\\x41"',
      '"\\u12"',
      '"\\uD8G0"',
      '"\n"',
      '"\t"',
      '"\u0000"',
      '"\\',
    ],
    ...['[1]x', '{}{}', '[]//', '/**/[]', '[1]#', 'var a = {}', '<xml/>', '\u2060[]', '[\u00a01]'],
    ...[")]}',\n[]", 'data: {}', '{"items":[{"id":1}', '{"items":[{"id":1},', '\ufeff\ufeff[]'],
    '['.repeat(100_000),
    '{"a":'.repeat(100_000),
  ];
  it(`F-04 of ${broken.length} broken kinds causes a clear error`, async () => {
    for (const body of broken) {
      assert.deepEqual(await showResponse(body), ['schema', 'schema'], body.slice(0, 40));
    }
  });

  it('F-04 leaves the prototypes of the page unchanged', async () => {
    const snapshot = () =>
      [Object.prototype, Array.prototype, Function.prototype].map(prototype =>
        Object.entries(Object.getOwnPropertyDescriptors(prototype)).map(
          ([key, {value}]): unknown[] => [key, value],
        ),
      );
    const before = snapshot();
    for (const body of [...readable.map(([, record]) => list(record)), ...unusual])
      await showResponse(body);
    assert.deepEqual(snapshot(), before);
  });
});
