import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {MEASURES, type Measures, packed, SHEET, sheet} from '../../scripts/ecodesign-sheet.js';
import {readPromises} from '../../scripts/quality.mjs';

const AGAIN = 'run node --import tsx scripts/measure-ecodesign.ts after a build';
const measures = JSON.parse(readFileSync(MEASURES, 'utf8')) as Measures;
const text = readFileSync(SHEET, 'utf8');

describe('the data for a RGESN declaration', () => {
  it('E-11 exist for every widget, and match the measurements', () => {
    assert.equal(Object.keys(measures).length, 12);
    assert.equal(text, sheet(measures), AGAIN);
  });

  it('E-11 give the exact size of the built scripts', () => {
    for (const [noun, {scripts, scriptBytes}] of Object.entries(measures)) {
      assert.ok(scripts.includes('spass-widgets.js'), noun);
      assert.equal(scriptBytes, packed(scripts), `${noun}: ${AGAIN}`);
    }
  });

  it('E-11 refer for each criterion to promises with a test', () => {
    const held = new Map(
      readPromises().map(({id, isTested, isByHand}) => [id, isTested || isByHand]),
    );
    const ids = [...new Set(text.match(/\b[AEFP]-\d\d\b/g))];
    assert.ok(ids.length > 10);
    assert.deepEqual(
      ids.filter(id => !held.has(id)),
      [],
    );
  });
});
