import Papa from 'papaparse';
import {decodeText} from '../../../data/client/decode-text.js';
import {delimiterIn} from '../../../data/sources/csv/csv.js';
import type {ReportDiagnostic} from '../../messages/diagnostic.js';
import type {GridRow} from './grid.js';

const countLines = (text: string): number => text.split('\n').length - 1;

/** Parses a CSV file. Each cell has the line on which it starts, also after quoted line breaks. */
export function readCsv(bytes: Uint8Array, report: ReportDiagnostic): GridRow[] {
  const text = decodeText(bytes).replace(/\r\n?/g, '\n');
  const rows: GridRow[] = [];
  let [start, line] = [0, 1];
  Papa.parse<string[]>(text, {
    delimiter: delimiterIn(text),
    newline: '\n',
    step: ({data: cells, errors, meta}) => {
      const first = line;
      const row = rows.length + 1;
      let cellLine = first;
      const lines = cells.map(cell => {
        const own = cellLine;
        cellLine += countLines(cell);
        return own;
      });
      const lineOf = (column: number): number => lines[column - 1] ?? first;
      for (const {code} of errors) {
        const column = cells.findIndex(cell => cell.includes('"')) + 1 || cells.length;
        const location = {line: lineOf(column), column};
        if (code === 'MissingQuotes') report('error', location, 'unclosedQuote');
        else if (code === 'InvalidQuotes') report('warning', location, 'strayQuote');
      }
      rows.push({row, lineOf, cells, hasFixedWidth: true});
      line += countLines(text.slice(start, meta.cursor));
      start = meta.cursor;
    },
  });
  return rows;
}
