import Papa from 'papaparse';
import {decode} from '../decode.js';
import {SchemaError} from '../errors.js';
import type {PortalSource} from '../source.js';
import {type FileContent, ForeignFile} from './foreign/file.js';
import type {Opening} from './foreign/opening.js';
import {bytesReader} from './foreign/readers.js';
import type {Row} from './foreign/rows.js';

/** Delimiters to try, the most likely first. */
export const SEPARATORS = [',', ';', '\t', '|'];

/** Parses the rows; the first one contains the column names. */
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
    .map(({row, message}) => `row ${(row ?? 0) + 1}: ${message}`);
  const uneven = lines.flatMap((cells, i) => (cells.length === names.length ? [] : [i + 2]));
  if (uneven.length > 0) {
    faults.push(
      `${uneven.length} row(s) have not ${names.length} cells as the first has; one is row ${uneven[0] ?? ''}`,
    );
  }
  return {rows, order: 'lat-lon', faults};
}

/** Opens a CSV file with any delimiter. */
export const open = (opening: Opening): PortalSource =>
  new ForeignFile(opening, {reader: bytesReader('csv'), content});
