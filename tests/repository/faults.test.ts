import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';
import {faults} from '../faults/all-faults.js';
import {hasFaultText} from '../faults/fault.js';

describe('the faults made on purpose', () => {
  // Some are planted in the built files, in dist/.
  it('each change a text that its file has', () => {
    assert.deepEqual(
      faults
        .filter(fault => !hasFaultText(readFileSync(join(root, fault.file), 'utf8'), fault))
        .map(({id, effect, file}) => `${id} ${effect}: ${file}`),
      [],
    );
  });
});
