import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {writeOds} from 'hucre/ods';
import {writeXlsx} from 'hucre/xlsx';
import {convertFile} from '../../configurator/file-conversion.js';

const book = {
  sheets: [
    {name: 'Lisez-moi', rows: [['À lire avant de remplir']]},
    {name: 'Vide', rows: []},
    {
      name: ' Arbres 2024 ',
      rows: [
        ['Nom', 'Commune'],
        ['Chêne', 'Denain'],
        ['Tilleul', 'Anzin'],
      ],
    },
  ],
};

const fileOf = (bytes: Uint8Array, name: string): File => new File([new Uint8Array(bytes)], name);

describe('a workbook in the configurator', () => {
  for (const [name, write] of [
    ['suivi.xlsx', writeXlsx],
    ['suivi.ods', writeOds],
  ] as const)
    it(`${name}: offers its filled sheets, and converts the chosen one`, async () => {
      const file = fileOf(await write(book), name);
      const first = await convertFile(file, 'resources', undefined);
      assert.equal(first.status, 'converted');
      assert.deepEqual(first.sheets, ['Lisez-moi', 'Arbres 2024']);
      const chosen = await convertFile(file, 'resources', 'Arbres 2024');
      assert.equal(chosen.status, 'converted');
      assert.equal(chosen.result.recordCount, 2);
    });

  it('has no choice of sheets if it is a table of text, or cannot be read', async () => {
    for (const [bytes, name] of [
      [new TextEncoder().encode('Nom\nA\n'), 'a.csv'],
      [Uint8Array.of(0x50, 0x4b, 3, 4, 0), 'a.xlsx'],
    ] as const) {
      const state = await convertFile(fileOf(bytes, name), 'resources', undefined);
      assert.equal(state.status, 'converted');
      assert.deepEqual(state.sheets, []);
    }
  });
});
