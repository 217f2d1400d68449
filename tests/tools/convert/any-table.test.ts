import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {RECORD_KINDS} from '../../../src/tools/convert/convert.js';
import {LazyRecordList} from '../../../src/data/validation.js';
import {convertFile} from './convert-fixture.js';

const heading = fc.constantFrom('Titre', 'Nom', 'Lien', 'Date', 'Début', 'Fin', 'Latitude', 'Longitude', 'geo', 'Code INSEE', 'Thèmes', 'Fichiers', 'Partenaires', 'Budget', 'id', 'Titre (nl)', 'x', ''); // prettier-ignore
const cell = fc.oneof(
  fc.string({unit: 'binary', maxLength: 12}),
  fc.constantFrom('', '"', 'a;b', '50,1', '50.1, 3.6', '2016', '31 mars 2003', '0', '-91', 'https://a.fr', 'javascript:0', '{"type":"Point"}', '[1', '__proto__', '#REF!'), // prettier-ignore
);

describe('any table', () => {
  it('is converted or rejected with a message, and the result is valid', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(heading, {minLength: 1, maxLength: 6}),
        fc.array(fc.array(cell, {maxLength: 7}), {maxLength: 6}),
        fc.constantFrom(...RECORD_KINDS),
        fc.constantFrom(';', ',', '\t'),
        async (headings, rows, kind, mark) => {
          const text = [headings, ...rows].map(line => line.join(mark)).join('\n');
          const {document, records, said, kept} = await convertFile(text, {kind});
          assert.equal(records.length, kept);
          assert.ok(document !== undefined || said.some(line => line.startsWith('fatal')));
          const list = new LazyRecordList(kind, JSON.parse(JSON.stringify(records)) as unknown[]);
          await list.validateAll();
          assert.deepEqual(list.report, {dropped: 0, errors: [], errorCount: 0});
        },
      ),
      {numRuns: 300, seed: 7},
    );
  });
});
