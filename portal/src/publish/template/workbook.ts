import {type CellValue, writeXlsx, type WriteSheet} from 'hucre/xlsx';
import {CHILD_EXAMPLE_SHEETS} from './child-examples.js';
import {EXAMPLE_SHEETS, type ExampleSheet} from './examples.js';

/** Fixed date of the file, so that two workbooks have the same bytes. */
const CREATED = new Date('2026-01-01T00:00:00Z');
const HEADING_STYLE = {
  font: {bold: true, color: {rgb: 'FFFFFF'}},
  fill: {type: 'pattern', pattern: 'solid', fgColor: {rgb: '1D2A2F'}},
  alignment: {vertical: 'center', wrapText: true},
} as const;
const CELL_STYLE = {alignment: {vertical: 'top', wrapText: true}} as const;

/** Returns a workbook with a sheet for each collection and a few examples. */
export const workbook = (): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [...EXAMPLE_SHEETS, ...CHILD_EXAMPLE_SHEETS].map(toSheet),
    properties: {title: 'Portail', created: CREATED, modified: CREATED},
  });

function toSheet({name, columns, rows}: ExampleSheet): WriteSheet {
  const headings = Object.keys(columns);
  const cells = new Map(headings.map((_, i) => [`0,${i}`, {style: HEADING_STYLE}]));
  rows.forEach((row, r) =>
    row.forEach((_, c) => cells.set(`${r + 1},${c}`, {style: CELL_STYLE} as never)),
  );
  return {
    name,
    columns: Object.values(columns).map(width => ({width})),
    rows: [headings, ...rows.map(row => headings.map((_, i): CellValue => row[i] ?? null))],
    cells,
    freezePane: {rows: 1, columns: 0},
  };
}
