import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {convert} from '../../../../src/tools/convert/convert.js';

const toRecords = async (table: string): Promise<number> => {
  const {document} = await convert(Buffer.from(table), {format: 'csv', kind: 'projects'});
  return ((document?.['projects'] ?? []) as unknown[]).length;
};

describe('S-08 a small table made to exhaust a server', () => {
  it('is converted in seconds with 200,000 cells in one row', async () => {
    const start = performance.now();
    assert.equal(await toRecords(`Titre;b\nA;b${';'.repeat(200_000)}\n`), 1);
    const ms = performance.now() - start;
    assert.ok(ms < 8000, `${Math.round(ms)} ms`);
  });

  it('takes no memory for the columns that its rows do not fill', async () => {
    const names = Array.from({length: 2000}, (_, i) => `;c${i}`).join('');
    const before = process.memoryUsage().heapUsed;
    assert.equal(await toRecords(`Titre${names}\n${'A\n'.repeat(2000)}`), 2000);
    const megabytes = (process.memoryUsage().heapUsed - before) / 1e6;
    assert.ok(megabytes < 100, `${Math.round(megabytes)} MB`);
  });
});
