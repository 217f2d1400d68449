import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {string} from '../../../src/model/schemas/scalar-schemas.js';
import {
  object,
  list,
  map,
  type Schema,
  describeValue,
} from '../../../src/model/schemas/schema-builder.js';

const read = <T>(shape: Schema<T>, value: unknown, path: (string | number)[] = []) => {
  const faults: string[] = [];
  return {value: shape.parse(value, {base: undefined, path, errors: faults}), faults};
};

describe('a value in a message', () => {
  it('is described by its type, in 60 characters at most', () => {
    for (const [value, words] of [
      [undefined, 'nothing'],
      [null, 'null'],
      [[1], 'a list'],
      [{}, 'an object'],
      [() => 1, 'an object'],
      [Symbol('x'), 'a symbol'],
      [10n ** 80n, `1${'0'.repeat(59)}`],
      ['x'.repeat(60), `"${'x'.repeat(60)}"`],
      ['x'.repeat(61), `"${'x'.repeat(57)}…"`],
    ] as const)
      assert.equal(describeValue(value), words);
  });

  it('follows its path, in 200 characters at most', () => {
    assert.deepEqual(read(list(string), 'x', ['projects', 3, 'themes']).faults, [
      'projects[3].themes: expected a list, got "x"',
    ]);
    const {faults} = read(map(string), {['k'.repeat(500)]: 1});
    assert.deepEqual(faults, [`${'k'.repeat(200)}: expected a string, got 1`]);
  });
});

describe('a field that a page has added to Object.prototype', () => {
  it('is a normal field if the data have it', () => {
    Object.defineProperty(Object.prototype, 'title', {value: 'theirs', configurable: true});
    try {
      const {value} = read(object({title: string}), {title: 'ours'});
      assert.deepEqual(Object.getOwnPropertyDescriptor(value, 'title'), {
        value: 'ours',
        configurable: true,
        enumerable: true,
        writable: true,
      });
    } finally {
      Reflect.deleteProperty(Object.prototype, 'title');
    }
  });
});
