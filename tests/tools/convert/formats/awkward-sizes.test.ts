import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {describe, it} from 'node:test';
import type {PortalDocument} from '../../../../src/tools/convert/convert.js';
import {convertFile} from '../convert-fixture.js';
import {excel, libreOffice} from '../workbooks.js';

const cell = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Creates a workbook of projects, with one more cell in the last row. */
const projects = (count: number, stray = ''): Uint8Array => {
  const rows = Array.from({length: count}, (_, i) =>
    i === 0 ? cell('A1', 'Titre') : cell(`A${i + 1}`, `Projet ${i}`),
  );
  const last = stray && cell(`${stray}${count}`, 'x');
  const xml = rows.map((one, i) => `<row r="${i + 1}">${one}${i === count - 1 ? last : ''}</row>`);
  return excel({Projets: xml.join('')}, []);
};

const titlesIn = (document: PortalDocument | undefined): readonly string[] =>
  ((document?.['projects'] ?? []) as {title: string}[]).map(({title}) => title);

const repeated = (attributes: string): Uint8Array => {
  const row = (text: string, more = ''): string =>
    `<table:table-row ${more}><table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell></table:table-row>`;
  return libreOffice(
    `<table:table table:name="Projets">${row('Titre')}${row('Halle', attributes)}${row('Moulin')}</table:table>`,
  );
};

describe('S-08 a workbook of an odd size', () => {
  it('with a cell in the last column is read, and that cell reported', async () => {
    const {document, said} = await convertFile(projects(100, 'XFD'), {format: 'xlsx'});
    assert.equal(titlesIn(document).length, 99);
    assert.deepEqual(said, ['error f.csv:100:16384 (Projets, XFD100): "x" is not below a heading']);
  });

  it('of 20,000 rows with a cell in the last column is refused in one sentence', async () => {
    const {said} = await convertFile(projects(20_000, 'XFD'), {format: 'xlsx'});
    assert.match(said.join('\n'), /^fatal f\.csv: a sheet spans 327680000 cells: .* and save$/);
  });

  it('with a row that is repeated a million times is refused in one sentence', async () => {
    const {said} = await convertFile(repeated('table:number-rows-repeated="1000000"'), {
      format: 'ods',
    });
    assert.deepEqual(said, [
      'fatal f.csv: sheet "Projets": row 2 is repeated more than 10000 times. Delete its copies, and save',
    ]);
  });

  it('with a row that is repeated a few times is read', async () => {
    const {document} = await convertFile(repeated('table:number-rows-repeated="3"'), {
      format: 'ods',
    });
    const titles = titlesIn(document);
    assert.deepEqual(titles, ['Halle', 'Halle', 'Halle', 'Moulin']);
  });

  it('that unpacks to a thousand times its size is refused before it is unpacked', async () => {
    const bomb = excel({Projets: ' '.repeat(20_000_000)}, []);
    const {said} = await convertFile(bomb, {format: 'xlsx'});
    assert.deepEqual(said, [
      'fatal f.csv: this compressed workbook contains 21 MB or more: it is damaged, or made to fill the memory',
    ]);
  });

  /** Fields of the parts in the list of an archive (APPNOTE 6.3, 4.3.12), or of its end (4.3.16), that are overwritten. */
  const lies: Readonly<Record<string, readonly (readonly [string, number, number])[]>> = {
    'states no size': [['PK\u0001\u0002', 24, 0]],
    'states its size in the part only': [
      ['PK\u0001\u0002', 8, 8],
      ['PK\u0001\u0002', 20, 0],
    ],
    'hides the list of its parts': [['PK\u0005\u0006', 16, 0xffffffff]],
  };
  for (const [lie, fields] of Object.entries(lies))
    it(`that ${lie} is refused before it is unpacked`, async () => {
      const bomb = Buffer.from(excel({Projets: randomBytes(300_000).toString('base64')}, []));
      for (const [signature, field, value] of fields)
        for (let at = bomb.indexOf(signature); at >= 0; at = bomb.indexOf(signature, at + 4))
          bomb.writeUInt32LE(value, at + field);
      const {said} = await convertFile(bomb, {format: 'xlsx'});
      assert.match(
        said.join(),
        /contains \d+ MB or more: it is damaged, or made to fill the memory$/,
      );
    });
});

describe('S-08 JSON that is nested 30,000 levels deep', () => {
  const nested = '['.repeat(30_000) + ']'.repeat(30_000);
  const files = {
    json: `[{"title": "Halle", "x": ${nested}}]`,
    geojson: `{"type": "FeatureCollection", "features": [{"type": "Feature", "x": ${nested}}]}`,
    opendatasoft: `[{"title": "Halle", "x": ${nested}}]`,
    wordpress: `[{"id": 1, "x": ${nested}}]`,
  };
  for (const [format, text] of Object.entries(files))
    it(`is refused in one sentence: ${format}`, async () => {
      const {said} = await convertFile(text, {format: format as keyof typeof files});
      assert.deepEqual(said, [
        'fatal f.csv: lists or objects are nested more than 1000 levels deep: check the program that wrote this file',
      ]);
    });

  it('is no reason to refuse a long text', async () => {
    const description = 'a\\n"'.repeat(3_000_000);
    const {kept} = await convertFile(JSON.stringify([{title: 'Halle', description}]), {
      format: 'json',
    });
    assert.equal(kept, 1);
  });

  it('is no reason to refuse brackets in a text', async () => {
    const text = JSON.stringify([{title: `${'['.repeat(5_000)}"\\`}]);
    const {kept} = await convertFile(text, {format: 'json'});
    assert.equal(kept, 1);
  });
});
