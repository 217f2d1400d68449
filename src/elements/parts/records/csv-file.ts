import type {Resource} from '../../../model/records.js';
import {type Text, pickText} from '../../../model/text.js';

/**
 * Text that a spreadsheet may execute as a formula: it starts with one of these signs, also full-width or after spaces,
 * or with a tab or a carriage return.
 */
const FORMULA_START = /^[\s\p{C}]*[=+\-−@]|^[\t\r]/u;

/**
 * Returns a text for a cell of a spreadsheet. A possible formula is preceded by an apostrophe, which spreadsheets hide.
 */
export const withoutFormula = (text: string): string =>
  FORMULA_START.test(text.normalize('NFKC')) ? `'${text}` : text;

/** Formats one cell (RFC 4180). Text that a spreadsheet may execute is preceded by an apostrophe, which it hides. */
export function formatCell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  return `"${withoutFormula(value ?? '').replaceAll('"', '""')}"`;
}

type Cell = string | number | undefined;
type CellReader = (record: Resource, text: (text: Text | undefined) => string) => Cell;

const joinValues = (values: readonly (string | number)[] | undefined): string =>
  (values ?? []).join(', ');

/** Columns have the names of the API's fields, so that the file can be used as a source. */
const COLUMNS: readonly (readonly [name: string, read: CellReader])[] = [
  ['id', ({id}) => id],
  ['title', ({title}, text) => text(title)],
  ['type', ({type}) => type],
  ['section', ({section}) => section],
  ['abstract', ({abstract}, text) => text(abstract)],
  ['url', ({url}) => url],
  ['themes', ({themes}) => joinValues(themes)],
  ['commune', ({commune}, text) => text(commune?.name)],
  ['insee', ({commune}) => commune?.insee],
  ['lat', ({geo}) => geo?.lat],
  ['lon', ({geo}) => geo?.lon],
  ['organisation', ({organisation}) => organisation],
  ['authors', ({authors}) => joinValues(authors)],
  ['published', ({published}) => published],
  ['start', ({event, period}) => (event ?? period)?.start],
  ['end', ({event, period}) => (event ?? period)?.end ?? undefined],
  ['files', ({attachments}) => joinValues(attachments?.map(({url}) => url))],
  ['licence', ({licence}) => licence],
];

/**
 * Creates a CSV file of resources, with semicolons and a byte order mark: spreadsheets open it in columns with correct
 * accents.
 */
export function createCsv(records: Iterable<Resource>, language: string): Blob {
  const lines = [COLUMNS.map(([name]) => formatCell(name)).join(';')];
  for (const record of records) {
    const text = (words: Text | undefined): string => pickText(words, language).value;
    lines.push(COLUMNS.map(([, read]) => formatCell(read(record, text))).join(';'));
  }
  return new Blob(['\ufeff', lines.join('\r\n'), '\r\n'], {type: 'text/csv'});
}
