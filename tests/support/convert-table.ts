import {readCsv} from '../../src/tools/convert/formats/csv.js';
import {readGrid} from '../../src/tools/convert/formats/grid.js';
import {mapRecords} from '../../src/tools/convert/map-records.js';

/** Converts a table to projects in one task, as `convert()` does in several. */
export function convertTable(table: string): ReturnType<typeof mapRecords> {
  const ignore = (): void => undefined;
  const options = {kind: 'projects', fields: '', isIgnored: () => false, lang: 'fr'} as const;
  const input = readGrid(readCsv(Buffer.from(table), ignore), ignore);
  return mapRecords(input, {...options, base: undefined}, ignore);
}
