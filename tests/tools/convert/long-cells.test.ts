import assert from 'node:assert/strict';
import {it} from 'node:test';
import {ColumnChecks} from '../../../src/tools/convert/cell-checks.js';
import {runToEnd} from '../../support/run-to-end.js';

const codesOf = (cell: string): string[] => {
  const checks = new ColumnChecks();
  checks.checkCell('title', cell, {});
  const codes: string[] = [];
  checks.report((_, __, ...[code]) => void codes.push(code));
  return codes;
};

it('S-08 a cell of a megabyte of tags without an end is read once', () =>
  assert.deepEqual(
    runToEnd(() => codesOf('<a '.repeat(300_000))),
    [],
  ));

it('a cell with a tag is reported', () =>
  assert.deepEqual(codesOf('<b class="x">A</b>'), ['htmlInText']));
