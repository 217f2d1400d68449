import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {QUALITY_ID, readRequirements, requirementReport} from '../../scripts/docs/quality.mjs';
import {root} from '../../scripts/setup.mjs';
import {faults} from '../faults/all-faults.js';

const TITLE = /\b(?:describe|it|suite|test)\(\s*(['"`])(.*?)\1/gs;

const testedIds = new Set(
  readdirSync(join(root, 'tests'), {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.test.ts') && name !== join('repository', 'quality.test.ts'))
    .flatMap(name => [...readFileSync(join(root, 'tests', name), 'utf8').matchAll(TITLE)])
    .flatMap(([, , title = '']) => [...title.matchAll(QUALITY_ID)].map(([id]) => id)),
);

const promises = readRequirements();
/** Tests that several files share, each for a different widget. */
const sharedSuites = readFileSync(join(root, 'tests/support/stories.ts'), 'utf8');

describe('docs/quality.md', () => {
  it('has each promise once, with the evidence for it', () => {
    const ids = promises.map(({id}) => id);
    assert.equal(ids.length, 93);
    assert.equal(new Set(ids).size, ids.length);
    const mute = promises.filter(
      ({isTested, isByHand, isOpen}) => !isTested && !isByHand && !isOpen,
    );
    assert.deepEqual(mute, []);
  });

  it('marks a promise as tested if and only if a test has its id', () => {
    const tested = new Set(promises.filter(({isTested}) => isTested).map(({id}) => id));
    assert.deepEqual(
      [...tested].filter(id => !testedIds.has(id)),
      [],
    );
    assert.deepEqual(
      [...testedIds].filter(id => !tested.has(id)),
      [],
    );
  });
});

/** Promises without a planted fault, with the reason. */
const WITHOUT_FAULT: Readonly<Record<string, string>> = {
  'F-18': 'what it says is what the others show',
};

describe('the planted faults', () => {
  const plantedIds = new Set(faults.map(({id}) => id));

  it('break each promise that a test covers, unless a reason is given', () => {
    const missing = promises
      .filter(({id, isTested}) => isTested && !plantedIds.has(id) && !(id in WITHOUT_FAULT))
      .map(({id}) => id);
    assert.deepEqual(missing, []);
    assert.deepEqual(
      Object.keys(WITHOUT_FAULT).filter(id => plantedIds.has(id)),
      [],
    );
  });

  it('change existing code, and are detected by a test of their promise', () => {
    for (const {
      id,
      effect: what,
      file,
      search: from,
      replacement: to,
      test,
      titlePattern: only = id,
    } of faults) {
      const name = `${id}: ${what}`;
      assert.ok(
        promises.some(promise => promise.id === id && promise.isTested),
        name,
      );
      assert.match(
        readFileSync(join(root, test), 'utf8') + sharedSuites,
        new RegExp(`\\b${id}\\b`),
        name,
      );
      assert.doesNotThrow(() => new RegExp(only), name);
      if (file.startsWith('dist/')) continue;
      const good = readFileSync(join(root, file), 'utf8');
      assert.notEqual(good.replace(from, to), good, `${name}: ${file} no longer has it`);
    }
  });
});

describe('the summary of promises by npm test', () => {
  const row = (id: string, held: string) => ({
    id,
    promise: '',
    held,
    isTested: held.startsWith('test'),
    isByHand: held.includes('hand'),
    isOpen: held.includes('not yet'),
  });

  it('counts the evidence, and names the promises with a failed test', () => {
    const rows = [
      row('A-90', 'test'),
      row('A-91', 'test; not yet: more'),
      row('A-92', 'test'),
      row('A-93', 'hand 2026-01-01'),
      row('A-94', 'not yet'),
    ];
    const results = [
      {name: 'A-90 one', result: 'passed'},
      {name: 'A-90 A-91 two', result: 'failed'},
      {name: 'A-92 three', result: 'skipped'},
    ];
    assert.deepEqual(requirementReport(rows, results), [
      'quality: of 5 promises 3 are held by a machine, 1 by hand, 1 not yet; 1 of those held are so in part',
      '  not in this run: A-92',
      '  by hand: A-93',
      '  in part: A-91',
      '  not yet: A-94',
      '  broken in this run: A-90 A-91',
    ]);
  });
});
