import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {it} from 'node:test';
import {CONTRACT_FILE, phpContract} from '../../scripts/make/php-contract.js';
import {PHP_MAP_FILE, phpMap} from '../../scripts/make/php-map.js';

it('the rules of contributions in PHP are those of the widgets: scripts/make/php-contract.ts has run', () => {
  assert.equal(readFileSync(CONTRACT_FILE, 'utf8'), phpContract());
});

it('the outlines and sentences of the map in PHP are those of the widgets: scripts/make/php-map.ts has run', () => {
  const file = readFileSync(PHP_MAP_FILE, 'utf8');
  assert.equal(file, phpMap());
  assert.ok(file.length < 60_000, `${file.length} characters`);
});
