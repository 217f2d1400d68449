import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after} from 'node:test';

/** Sheets of the tests of whole pages, with the options of `page.pdf()`. */
export const SHEETS = [
  {name: 'A4', format: 'A4', landscape: false},
  {name: 'A3', format: 'A3', landscape: true},
] as const;

/**
 * Returns a folder for the PDF files of the suite that calls it, and removes it afterwards. To look at the files, name a
 * folder that is kept: `PRINT_FOLDER=/tmp/sheets npm test -- tests/extended/print.test.ts`.
 */
export function usePrintFolder(): string {
  const kept = process.env['PRINT_FOLDER'];
  if (kept) return kept;
  const folder = mkdtempSync(join(tmpdir(), 'spass-print-'));
  after(() => {
    rmSync(folder, {recursive: true});
  });
  return folder;
}
