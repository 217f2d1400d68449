import Papa from 'papaparse';
import {SchemaError} from '../errors.js';
import type {PortalSource} from '../source.js';
import {type FileContent, ForeignFile} from './foreign/file.js';
import type {Opening} from './foreign/opening.js';
import {bytesReader} from './foreign/readers.js';
import type {Row} from './foreign/rows.js';

/** The text of a file: UTF-8 or UTF-16 by its mark, UTF-8 where it is, else windows-1252. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const SEPARATORS = [',', ';', '\t', '|'];

/** Rows of cells under the names of the first row. */
function content(body: unknown, address: string): FileContent {
  const text = decode(body as Uint8Array);
  if (/^\s*</.test(text))
    throw new SchemaError(address, 'expected CSV, and the answer is HTML or XML');
  const {data, errors} = Papa.parse<string[]>(text, {
    delimitersToGuess: SEPARATORS,
    skipEmptyLines: 'greedy',
  });
  const [names, ...lines] = data;
  if (!names) throw new SchemaError(address, 'expected CSV, and the answer is empty');
  const rows = lines.map((cells): Row => {
    const fields: Record<string, string> = Object.create(null) as Record<string, string>;
    names.forEach((name, i) => {
      const cell = cells[i];
      if (cell !== undefined && cell !== '') fields[name.trim() || `column ${i + 1}`] = cell;
    });
    return {fields};
  });
  const faults = errors
    .filter(({code}) => code !== 'UndetectableDelimiter')
    .map(({row, message}) => `line ${(row ?? 0) + 1}: ${message}`);
  return {rows, order: 'lat-lon', faults};
}

/** One CSV file, whatever separates its cells. */
export const open = (opening: Opening): PortalSource =>
  new ForeignFile(opening, {reader: bytesReader('csv'), content});
