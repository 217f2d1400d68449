import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {
  MEASUREMENTS_FILE,
  type Measurements,
  gzipSize,
  SHEETS_FILE,
  renderSheets,
} from '../../scripts/docs/ecodesign-sheet.js';
import {readRequirements} from '../../scripts/docs/quality.mjs';

const UPDATE_HINT = 'run node --import tsx scripts/docs/measure-ecodesign.ts after a build';
const measures = JSON.parse(readFileSync(MEASUREMENTS_FILE, 'utf8')) as Measurements;
const text = readFileSync(SHEETS_FILE, 'utf8');

describe('the data for a RGESN declaration', () => {
  it('E-11 exist for every widget, and match the measurements', () => {
    assert.equal(Object.keys(measures).length, 13);
    assert.equal(text, renderSheets(measures), UPDATE_HINT);
  });

  it('E-11 give the size of the built scripts within 2 %', () => {
    for (const [noun, {scripts, scriptBytes}] of Object.entries(measures)) {
      assert.ok(scripts.includes('spass-widgets.js'), noun);
      const builtBytes = gzipSize(scripts);
      assert.ok(
        Math.abs(scriptBytes - builtBytes) <= 0.02 * builtBytes,
        `${noun}: ${scriptBytes} bytes declared, ${builtBytes} built; ${UPDATE_HINT}`,
      );
    }
  });

  it('E-11 refer for each criterion to promises with a test', () => {
    const held = new Map(
      readRequirements().map(({id, isTested, isByHand}) => [id, isTested || isByHand]),
    );
    const ids = [...new Set(text.match(/\b[AEFP]-\d\d\b/g))];
    assert.ok(ids.length > 10);
    assert.deepEqual(
      ids.filter(id => !held.has(id)),
      [],
    );
  });
});
