import Papa from 'papaparse';
import {decodeText} from '../../client/decode-text.js';
import type {PortalSource} from '../../source.js';
import {type FileContent, ForeignFile} from '../shared/files/foreign-file.js';
import type {SourceOptions} from '../shared/source-options.js';
import {bytesReader, FormatError} from '../shared/files/file-reader.js';
import {columnLetters, findHeadings} from '../shared/columns/heading-row.js';
import {isTotal} from '../shared/columns/total-row.js';
import type {Row} from '../shared/rows/foreign-rows.js';

/** Start of a file that is no table: markup, a calendar or a card, JSON, an archive, a workbook, a PDF, a picture or UTF-32. */
const OTHER_FORMAT =
  /^\s*(?:<|BEGIN:V|\[\s*[[{"]|\{\s*["}]|PK\W\W|SQLite format|%PDF|\xd0\xcf|.PNG|\xff\xd8|.{0,3}\0|[^\P{Cc}\s])/u;

/** Delimiters to try, the most likely first. */
const DELIMITERS = [',', ';', '\t', '|'];

/** Number of rows in which the delimiter is looked for. */
const PREVIEW_ROWS = 20;

/**
 * Finds the delimiter of a table: the one that separates the most known names of fields in the headings. Decimal commas
 * and titles above the headings mislead a count of cells, which decides only where no name is known.
 */
export function delimiterIn(text: string): string {
  const preview = {skipEmptyLines: 'greedy', preview: PREVIEW_ROWS} as const;
  const knownCounts = DELIMITERS.map(
    delimiter => findHeadings(Papa.parse<string[]>(text, {...preview, delimiter}).data).knownCount,
  );
  const maxCount = Math.max(...knownCounts);
  const known = DELIMITERS[knownCounts.indexOf(maxCount)];
  if (known !== undefined && maxCount >= 2) return known;
  const {meta, errors} = Papa.parse(text, {...preview, delimitersToGuess: DELIMITERS});
  if (!errors.some(({code}) => code === 'UndetectableDelimiter')) return meta.delimiter;
  // Rows of different lengths are no evidence of a delimiter: the headings decide. A table of one column has no
  // delimiter.
  const [headings = ''] = text.trimStart().split('\n', 1);
  return DELIMITERS.find(sign => headings.includes(sign)) ?? Papa.UNIT_SEP;
}

/** Parses the rows below the headings. */
function parse(body: unknown, url: string): FileContent {
  // Files edited with several programs mix line endings; the parser expects one kind.
  const text = decodeText(body as Uint8Array).replace(/\r\n?/g, '\n');
  if (OTHER_FORMAT.test(text)) throw new FormatError(url, 'expected CSV', text);
  const {data, errors} = Papa.parse<string[]>(text, {
    delimiter: delimiterIn(text),
    newline: '\n',
    skipEmptyLines: 'greedy',
  });
  if (data.length === 0) throw new FormatError(url, 'expected CSV', text);
  const {index, names: columns} = findHeadings(data);
  const lines = data.slice(index + 1);
  const totals = new Set(lines.flatMap((cells, i) => (isTotal(cells) ? [i] : [])));
  const rows = lines
    .filter((_, i) => !totals.has(i))
    .map((cells): Row => {
      const fields: Record<string, string> = Object.create(null) as Record<string, string>;
      columns.forEach((name, i) => {
        const cell = cells[i];
        if (cell !== undefined && cell !== '') fields[name ?? `(${columnLetters(i + 1)})`] = cell;
      });
      return {fields};
    });
  const messages = errors.map(({row, message}) => `row ${(row ?? 0) + 1}: ${message}`);
  if (totals.size > 0) {
    const numbers = [...totals].map(i => i + index + 2);
    messages.push(`row ${numbers.join(', ')}: totals are left out`);
  }
  const unevenLines = lines.flatMap((cells, i) =>
    cells.length === columns.length ? [] : [i + index + 2],
  );
  if (unevenLines.length > 0) {
    messages.push(
      `${unevenLines.length} row(s) have not ${columns.length} cells as ${index > 0 ? `row ${index + 1}` : 'the first'} has; one is row ${unevenLines[0] ?? ''}`,
    );
  }
  return {rows, coordinateOrder: 'lat-lon', errors: messages};
}

/** Opens a CSV file with any delimiter. */
export const open = (options: SourceOptions): PortalSource =>
  new ForeignFile(options, {reader: bytesReader('csv'), parse});
