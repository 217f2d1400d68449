import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Client} from '../../../src/data/client/client.js';
import {DocumentSource} from '../../../src/data/sources/document/document.js';
import {neverAborted} from '../fake-server.js';

const sourceOf = (body: string) =>
  new DocumentSource(
    'https://a.example/a.json',
    new Client({fetch: async () => new Response(body), setTimer: () => () => {}}),
  );

describe('a body that is too large', () => {
  it('S-08 is read up to 60 million bytes', async () => {
    const padding = 'x'.repeat(50_000_000);
    const source = sourceOf(`{"resources":[{"id":1,"title":"a"}],"other":"${padding}"}`);
    const {items} = await source.find('resources', {}, {signal: neverAborted});
    assert.deepEqual(
      [...items].map(({title}) => title),
      ['a'],
    );
  });

  it('S-08 ends with a message beyond that', async () => {
    const source = sourceOf(`{"resources":[],"other":"${'x'.repeat(61_000_000)}"}`);
    await assert.rejects(
      source.find('resources', {}, {signal: neverAborted}),
      /more than 60000000 bytes/,
    );
  });

  it('S-08 with the deepest nesting reaches no prototype', async () => {
    const deep = '{"__proto__":'.repeat(100_000) + '1' + '}'.repeat(100_000);
    const lists = '{"constructor":{"prototype":['.repeat(50_000) + ']}}'.repeat(50_000);
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    for (const body of [deep, lists, `{"resources":[{"id":1,"title":${deep}}]}`])
      await sourceOf(body)
        .find('resources', {}, {signal: neverAborted})
        .catch((error: unknown) => assert.match(String(error), /a\.example/));
    assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), before);
  });
});
