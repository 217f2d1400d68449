import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {type CellValue, writeXlsx, type WriteSheet} from 'hucre/xlsx';
import {messagesOf} from '../messages/messages.js';
import {PublishError} from '../command-line.js';
import {drawLandscape} from './landscape.js';
import {examplePdf} from './example-pdf.js';
import {CONFIG_TEXT, TEXTS} from './texts.js';
import {CHILD_EXAMPLE_SHEETS} from './child-examples.js';
import {EXAMPLE_SHEETS, type ExampleSheet} from './examples.js';

/**
 * Creates a folder with a workbook of examples, settings, texts and pictures.
 *
 * @throws {PublishError} if the folder exists and is not empty.
 */
export async function createFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length > 0) throw new PublishError(messagesOf('fr').folderNotEmpty(folder));
  const files = new Map<string, Uint8Array | string>([
    ['portail.xlsx', await workbook()],
    ['portail.yaml', CONFIG_TEXT],
    ...Object.entries(TEXTS).map(([name, text]) => [`textes/${name}`, text] as const),
    ['fichiers/canal.jpg', await drawLandscape(1)],
    ['fichiers/canal-1910.jpg', await drawLandscape(1, {isOld: true})],
    ['fichiers/place.jpg', await drawLandscape(2)],
    ['fichiers/verger.jpg', await drawLandscape(3)],
    ['fichiers/compte-rendu.pdf', examplePdf()],
  ]);
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), {recursive: true});
    await writeFile(join(folder, name), content);
  }
}

/** Fixed date of the file, so that two workbooks have the same bytes. */
const CREATED = new Date('2026-01-01T00:00:00Z');
const HEADING_STYLE = {
  font: {bold: true, color: {rgb: 'FFFFFF'}},
  fill: {type: 'pattern', pattern: 'solid', fgColor: {rgb: '1D2A2F'}},
  alignment: {vertical: 'center', wrapText: true},
} as const;
const CELL_STYLE = {alignment: {vertical: 'top', wrapText: true}} as const;

/** Returns a workbook with a sheet for each collection and a few examples. */
const workbook = (): Promise<Uint8Array> =>
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
