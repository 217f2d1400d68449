import Papa from 'papaparse';
import {SchemaError} from '../errors.js';
import type {PortalSource} from '../source.js';
import {type FileContent, ForeignFile} from './foreign/file.js';
import type {Opening} from './foreign/opening.js';
import {bytesReader} from './foreign/readers.js';
import type {Row} from './foreign/rows.js';

/** What windows-1252 has where Latin 1 has control characters (WHATWG Encoding, index windows-1252). */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of a file: UTF-8 or UTF-16 by its mark, UTF-8 where it is, else windows-1252. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    // Some versions of Node take windows-1252 for Latin 1 (nodejs/node#56542).
    const text = new TextDecoder('windows-1252').decode(bytes);
    return text.replace(/[\u0080-\u009f]/g, letter => WINDOWS[letter.charCodeAt(0) - 0x80] ?? '');
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
    .map(({row, message}) => `row ${(row ?? 0) + 1}: ${message}`);
  const uneven = lines.flatMap((cells, i) => (cells.length === names.length ? [] : [i + 2]));
  if (uneven.length > 0) {
    faults.push(
      `${uneven.length} row(s) have not ${names.length} cells as the first has; one is row ${uneven[0] ?? ''}`,
    );
  }
  return {rows, order: 'lat-lon', faults};
}

/** One CSV file, whatever separates its cells. */
export const open = (opening: Opening): PortalSource =>
  new ForeignFile(opening, {reader: bytesReader('csv'), content});
