import assert from 'node:assert/strict';
import {openForeignSource} from '../../../../../src/data/sources/registry.js';
import type {CollectionName, Collections} from '../../../../../src/model/records.js';
import type {RecordKind} from '../../../../../src/tools/convert/convert.js';
import {convertFile, utf8} from '../../../../tools/convert/convert-fixture.js';
import {FakeServer, neverAborted} from '../../../fake-server.js';

export type JsonRecord = Readonly<Record<string, unknown>>;

export interface FileOptions {
  readonly kind?: RecordKind;
  readonly format?: 'csv' | 'geojson' | 'opendatasoft';
  readonly fields?: string;
}

/** Removes the id: the converter makes one of the title. */
const withoutId = ({id: _id, ...record}: JsonRecord): JsonRecord => record;

/**
 * Reads a file with a widget's source and with the converter, and checks that both give the same records.
 *
 * @returns The records without ids, the lines in the console, and the diagnostics of the converter.
 */
export async function readFile(
  content: string | Uint8Array,
  {kind = 'resources', format = 'csv', fields = ''}: FileOptions = {},
) {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const server = new FakeServer({'/f': bytes});
  const source = await openForeignSource(format, {
    url: 'https://a.example/f',
    fields,
    client: server.client,
    warn: server.warn,
  });
  const {items} = await source.find(kind, {limit: Infinity}, {signal: neverAborted});
  const records = [...items].map(item => withoutId(item as unknown as JsonRecord));
  const converted = await convertFile(bytes, {format, kind, ...(fields && {fields})});
  // The reader resolves relative addresses, and the converter has no base.
  assert.deepEqual(records, converted.records.map(withoutId), 'widget and converter differ');
  return {records, warnings: server.warnings, said: converted.said};
}

/** Reads the first 50 records of a file with a widget's source. Returns them with the lines in the console. */
export async function readSource<K extends CollectionName>(
  body: string | object,
  kind: string,
  collection: K,
  fields = '',
) {
  const {client, warn, warnings} = new FakeServer({'/f': body});
  const source = await openForeignSource(kind, {url: 'https://commune.example/f', fields, client});
  const {items} = await source.find(collection, {limit: 50}, {signal: neverAborted, warn});
  return {records: [...items] as readonly Collections[K][], warnings};
}

/** Returns the values of one field of all records. */
export const valuesOf = (records: readonly JsonRecord[], field: string): unknown[] =>
  records.map(record => record[field]);
