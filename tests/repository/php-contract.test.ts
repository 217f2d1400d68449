import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {it} from 'node:test';
import {CONTRACT_FILE, phpContract} from '../../scripts/make-php-contract.js';

it('the rules of contributions in PHP are those of the widgets: scripts/make-php-contract.ts has run', () => {
  assert.equal(readFileSync(CONTRACT_FILE, 'utf8'), phpContract());
});
