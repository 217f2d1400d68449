import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isComplete} from '../../../support/test-scope.js';
import {convertTable} from '../../../support/convert-table.js';
import {runToEnd} from '../../../support/run-to-end.js';

describe('S-08 a small table made to exhaust a server', () => {
  if (isComplete)
    it('is converted with a million cells in one row', () => {
      const table = `Titre;b\nA;b${';'.repeat(1_000_000)}\n`;
      assert.equal(runToEnd(() => convertTable(table)).length, 1);
    });

  const count = isComplete ? 300_000 : 50_000;
  it(`is converted with ${count} rows of one title`, () => {
    const records = runToEnd(() => convertTable(`Titre\n${'A\n'.repeat(count)}`));
    const ids = records.map(({record}) => record['id']);
    assert.deepEqual([...ids.slice(0, 3), ids.at(-1)], ['a', 'a~2', 'a~3', `a~${count}`]);
    assert.equal(new Set(ids).size, count);
  });

  it('takes no memory for the columns that its rows do not fill', () => {
    const names = Array.from({length: 2000}, (_, i) => `;c${i}`).join('');
    const before = process.memoryUsage().heapUsed;
    assert.equal(convertTable(`Titre${names}\n${'A\n'.repeat(2000)}`).length, 2000);
    const megabytes = (process.memoryUsage().heapUsed - before) / 1e6;
    assert.ok(megabytes < 100, `${Math.round(megabytes)} MB`);
  });
});
