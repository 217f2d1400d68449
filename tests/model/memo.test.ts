import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {memo, sameItems} from '../../src/model/memo.js';

describe('sameItems', () => {
  it('compares two lists item by item, not what the items contain', () => {
    const item = {};
    assert.ok(sameItems([], []));
    assert.ok(sameItems([item, 'a', undefined], [item, 'a', undefined]));
    assert.ok(!sameItems([item], [{}]));
    assert.ok(!sameItems([1, 2], [2, 1]));
  });

  it('finds a difference in length, whichever is longer and even if the rest is undefined', () => {
    assert.ok(!sameItems([], [undefined]));
    assert.ok(!sameItems([undefined], []));
  });

  it('takes a missing number for the same, so that nothing is repeated for ever', () =>
    assert.ok(sameItems([NaN], [NaN])));
});

describe('memo', () => {
  it('computes a value again only when one of its dependencies has changed', () => {
    let dependencies: readonly unknown[] = [undefined];
    let count = 0;
    const value = memo(
      () => dependencies,
      () => ++count,
    );
    assert.deepEqual([value(), value()], [1, 1]);
    dependencies = [NaN];
    assert.deepEqual([value(), value()], [2, 2]);
    dependencies = [];
    assert.deepEqual([value(), value()], [3, 3]);
  });
});
