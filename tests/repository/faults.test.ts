import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';
import {faults} from '../faults/all-faults.js';

describe('the faults made on purpose', () => {
  // Some are planted in the built files, in dist/.
  it('each change a text that its file has', () => {
    const isThere = ({file, search}: (typeof faults)[number]): boolean => {
      const text = readFileSync(join(root, file), 'utf8');
      return typeof search === 'string' ? text.includes(search) : text.search(search) >= 0;
    };
    assert.deepEqual(
      faults
        .filter(fault => !isThere(fault))
        .map(({id, effect, file}) => `${id} ${effect}: ${file}`),
      [],
    );
  });
});
