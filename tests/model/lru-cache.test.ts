import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {LruCache} from '../../src/model/memo.js';

describe('a cache', () => {
  it('evicts the least recently used entry', () => {
    const cache = new LruCache<number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    assert.deepEqual([cache.get('a'), cache.get('b'), cache.get('c')], [1, undefined, 3]);
  });

  it('keeps only the last value of a key', () => {
    const cache = new LruCache<number>(2);
    for (const value of [1, 2, 3]) cache.set('a', value);
    cache.set('b', 4);
    assert.deepEqual([cache.get('a'), cache.get('b')], [3, 4]);
  });

  it('evicts entries by weight, and does not store an entry heavier than its capacity', () => {
    const cache = new LruCache<string>(10, text => text.length);
    cache.set('a', '1234');
    cache.set('b', '1234');
    cache.set('c', '123456');
    assert.deepEqual([cache.get('a'), cache.get('b')], [undefined, '1234']);
    cache.set('d', '12345678901');
    assert.deepEqual(
      ['b', 'c', 'd'].flatMap(key => cache.get(key) ?? []),
      [],
    );
    cache.set('e', '1234567890');
    assert.equal(cache.get('e'), '1234567890');
  });

  it('never exceeds its capacity, whatever is stored', () => {
    const entry = fc.tuple(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.nat(12));
    fc.assert(
      fc.property(fc.array(entry), entries => {
        const cache = new LruCache<number>(10, weight => weight);
        const last = new Map<string, number>();
        for (const [key, weight] of entries) {
          cache.set(key, weight);
          last.set(key, weight);
        }
        const held = [...last].filter(([key]) => cache.get(key) !== undefined);
        assert.ok(held.reduce((sum, [, weight]) => sum + weight, 0) <= 10);
        for (const [key, weight] of held) assert.equal(cache.get(key), weight);
      }),
    );
  });
});
