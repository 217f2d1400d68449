import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {readSource, type Source} from '../../portal/src/publish/source/read-source.js';
import {FOLDER_ORIGIN, PAGE_COLLECTIONS} from '../../portal/src/publish/source/records.js';
import {LEFT_OUT, writeDemoFolder} from '../../scripts/site/demo-folder.js';
import {root} from '../../scripts/setup.mjs';
import {isObject, type JsonObject} from '../../src/model/schemas/schema-builder.js';

const data = join(root, 'demo/data');

/** Returns a value without the differences of notation between JSON and cells. */
function simplified(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplified);
  // A cell states its folder only to the program.
  if (typeof value === 'string')
    return value.replace(`${FOLDER_ORIGIN}fichiers/`, '').replace(/^(https:\/\/[^/]+)$/, '$1/');
  // A code is a number in a cell.
  if (!isObject(value)) return typeof value === 'number' ? String(value) : value;
  const entries = Object.entries(value).flatMap(([key, one]) =>
    one === null || one === undefined || one === '' ? [] : [[key, simplified(one)] as const],
  );
  // A text in one language needs no language.
  return entries.length === 1 && entries[0]?.[0] === 'fr'
    ? entries[0][1]
    : Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns a value without the field at a path, in each item of a list. */
function withoutField(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map(one => withoutField(one, path));
  if (!isObject(value)) return value;
  const [name = '', ...rest] = path.split('.');
  const {[name]: field, ...others} = value;
  return rest.length > 0 && field !== undefined
    ? {...others, [name]: withoutField(field, rest.join('.'))}
    : others;
}

describe('the records of the demo as a folder to publish', () => {
  let folder: string;
  let source: Source;
  const messages: string[] = [];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-'));
    await writeDemoFolder(data, folder);
    source = await readSource(folder, line => void messages.push(line));
  });
  after(() => rm(folder, {recursive: true, force: true}));

  it('are read without a message', () => assert.deepEqual(messages, []));

  for (const collection of PAGE_COLLECTIONS)
    it(`are the same ${collection} as in the files of the demo`, async () => {
      const text = await readFile(join(data, `${collection}.json`), 'utf8');
      const wanted = JSON.parse(text) as readonly JsonObject[];
      const found = source.records[collection] as unknown as readonly JsonObject[];
      assert.equal(found.length, wanted.length);
      const kept = (record: unknown): unknown =>
        simplified((LEFT_OUT[collection] ?? []).reduce(withoutField, record));
      wanted.forEach((record, i) => assert.deepEqual(kept(found[i]), kept(record)));
    });
});
