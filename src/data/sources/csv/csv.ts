import Papa from 'papaparse';
import {decodeText} from '../../client/decode-text.js';
import {SchemaError} from '../../client/errors.js';
import type {PortalSource} from '../../source.js';
import {type FileContent, ForeignFile} from '../shared/files/foreign-file.js';
import type {SourceOptions} from '../shared/source-options.js';
import {bytesReader} from '../shared/files/bytes-reader.js';
import type {Row} from '../shared/rows/foreign-rows.js';

/** Delimiters to try, the most likely first. */
export const DELIMITERS = [',', ';', '\t', '|'];

/** Parses the rows; the first one contains the column names. */
function parse(body: unknown, url: string): FileContent {
  const text = decodeText(body as Uint8Array);
  if (/^\s*</.test(text)) throw new SchemaError(url, 'expected CSV, and the answer is HTML or XML');
  const {data, errors} = Papa.parse<string[]>(text, {
    delimitersToGuess: DELIMITERS,
    skipEmptyLines: 'greedy',
  });
  const [columns, ...lines] = data;
  if (!columns) throw new SchemaError(url, 'expected CSV, and the answer is empty');
  const rows = lines.map((cells): Row => {
    const fields: Record<string, string> = Object.create(null) as Record<string, string>;
    columns.forEach((name, i) => {
      const cell = cells[i];
      if (cell !== undefined && cell !== '') fields[name.trim() || `column ${i + 1}`] = cell;
    });
    return {fields};
  });
  const messages = errors
    .filter(({code}) => code !== 'UndetectableDelimiter')
    .map(({row, message}) => `row ${(row ?? 0) + 1}: ${message}`);
  const unevenLines = lines.flatMap((cells, i) => (cells.length === columns.length ? [] : [i + 2]));
  if (unevenLines.length > 0) {
    messages.push(
      `${unevenLines.length} row(s) have not ${columns.length} cells as the first has; one is row ${unevenLines[0] ?? ''}`,
    );
  }
  return {rows, coordinateOrder: 'lat-lon', errors: messages};
}

/** Opens a CSV file with any delimiter. */
export const open = (options: SourceOptions): PortalSource =>
  new ForeignFile(options, {reader: bytesReader('csv'), parse});
