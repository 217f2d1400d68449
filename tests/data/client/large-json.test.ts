import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {SchemaError} from '../../../src/data/client/errors.js';
import {parseLargeJson} from '../../../src/data/client/large-json.js';
import {jsonReader} from '../../../src/data/client/request.js';

/** Records with nested lists, and strings that look like the end of a record. */
const records = [...Array(12_000)].map((_, i) => ({
  id: i,
  title: `Relevé «${i}» },{"id": "[{ \\" ${'é'.repeat(i % 90)}`,
  places: i % 7 ? [] : [{id: 'a'}, {id: 'b', parts: [{id: 1}, {id: 2}]}],
  text: 'x'.repeat(100),
}));
const value = {
  attribution: {name: 'A', links: [{id: 1}, {id: 2}]},
  portals: [{id: 'only'}],
  empty: [],
  numbers: [1, 2],
  resources: records,
  projects: records.slice(0, 4000),
  deep: {list: records.slice(0, 3000)},
  last: 'one',
};

/** Number of times that other tasks run until a promise resolves. */
const tasksDuring = async (promise: Promise<unknown>): Promise<number> => {
  let count = 0;
  const timer = setInterval(() => count++, 0);
  await promise.finally(() => clearInterval(timer));
  return count;
};

describe('parsing large JSON', () => {
  for (const [name, text] of Object.entries({
    'on one line': JSON.stringify(value),
    indented: JSON.stringify(value, undefined, 2),
    'of a list': JSON.stringify(records),
    'of other records after the first ones': JSON.stringify([{a: 1}, ...records, {b: [{}]}]),
    'without lists': JSON.stringify({a: 'x'.repeat(3_000_000)}),
    'with a field of the prototype': `{"__proto__": [${'{"id":1},'.repeat(9)}{"id":2}]}`,
  }))
    it(`gives the same as JSON.parse, ${name}`, async () => {
      const parsed = await parseLargeJson(text);
      assert.deepEqual(parsed, JSON.parse(text));
      assert.equal(JSON.stringify(parsed), JSON.stringify(JSON.parse(text)));
    });

  it('lets other tasks run meanwhile', async () => {
    assert.ok((await tasksDuring(parseLargeJson(JSON.stringify(value)))) >= 2);
  });

  it('refuses all that JSON.parse refuses', async () => {
    const text = JSON.stringify({resources: records});
    const cut = text.indexOf('},{"id":9000');
    for (const broken of [
      text.slice(0, -1),
      text.slice(0, -2),
      text.slice(0, cut),
      `${text.slice(0, cut)}},${text.slice(cut)}`,
      `${text.slice(0, cut)}}]${text.slice(cut + 1)}`,
      `${text}]`,
      text.replace('[{', '[,{'),
      text.replaceAll('},{"id":', '}{"id":'),
      text.replaceAll('},{"id":', '}],{"id":'),
    ]) {
      assert.throws(() => JSON.parse(broken), SyntaxError);
      await assert.rejects(parseLargeJson(broken), SyntaxError);
    }
  });

  it('is part of reading a response, with the errors of small ones', async () => {
    const text = JSON.stringify(value);
    const read = (body: string) => jsonReader.read(new Response(body), 'https://api.example/');
    assert.ok((await tasksDuring(read(text))) >= 2);
    assert.deepEqual(await read(text), {value: JSON.parse(text) as unknown, length: text.length});
    await assert.rejects(read(`${text}}`), (error: unknown) => {
      assert.ok(error instanceof SchemaError);
      return error.message.includes('expected JSON, and the answer is not well-formed');
    });
    const note = {note: 'Brackets: [{}] and [{"id":1}]', resources: records};
    assert.deepEqual((await read(JSON.stringify(note))).value, note);
    const twice = `{"a":[{"id":0}],"a":${JSON.stringify(records)}}`;
    assert.deepEqual((await read(twice)).value, JSON.parse(twice));
  });
});
