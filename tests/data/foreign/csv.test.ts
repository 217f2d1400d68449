import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {open} from '../../../src/data/sources/csv.js';
import type {Query} from '../../../src/model/query.js';
import type {Resource} from '../../../src/model/records.js';
import {FakeServer, never} from '../fake-server.js';

const address = 'https://commune.example/inventaire.csv';

async function found(body: string | Uint8Array, fields = '', query: Query = {limit: Infinity}) {
  const server = new FakeServer({'/inventaire.csv': body});
  const source = open({address, fields, client: server.client, tell: server.tell});
  const {items, total} = await source.find('resources', query, {signal: never});
  return {items, records: [...items] as Resource[], total, server};
}

/** Windows-1252 for the letters used here. */
const ansi = (text: string) =>
  Uint8Array.from(text, letter =>
    letter === '€' ? 0x80 : letter === '’' ? 0x92 : letter.charCodeAt(0),
  );

const titles = async (body: string | Uint8Array) =>
  (await found(body)).records.map(({title}) => title);

describe('a CSV file', () => {
  for (const mark of [',', ';', '\t', '|']) {
    it(`is read with ${JSON.stringify(mark)} between its cells`, async () => {
      const lines = [
        ['nom', 'latitude', 'longitude'],
        ['Église', '50.1', '3.6'],
        ['Puits', '50.2', '3.7'],
      ];
      const {records} = await found(lines.map(cells => cells.join(mark)).join('\r\n'));
      assert.deepEqual(records[0], {id: '1', title: 'Église', geo: {lat: 50.1, lon: 3.6}});
      assert.equal(records.length, 2);
    });
  }

  it('may begin with a mark of its encoding', async () => {
    assert.deepEqual(await titles('\ufeffnom;x\nÉtang;1\n'), ['Étang']);
    const utf16 = Uint8Array.from(Buffer.from('\ufeffnom;x\nÉtang;1\n', 'utf16le'));
    assert.deepEqual(await titles(utf16), ['Étang']);
  });

  it('may be of Windows', async () =>
    assert.deepEqual(await titles(ansi('nom;prix\nL’étang à 5 €;1\n')), ['L’étang à 5 €']));

  it('may have new lines, separators and quotes in a cell', async () => {
    const {records} = await found('nom,description\n"Puits, dit ""le vieux""","a\nb"\nEtang,c\n');
    assert.deepEqual(
      records.map(({title, abstract}) => [title, abstract]),
      [
        ['Puits, dit "le vieux"', 'a\nb'],
        ['Etang', 'c'],
      ],
    );
  });

  it('may have its place in one column, with decimal commas', async () => {
    const {items} = await found('nom;coordonnees\nOrs;"50,105, 3,635"\n');
    assert.deepEqual(items.geoAt(0), {lat: 50.105, lon: 3.635});
  });

  it('keeps the zeros that a code begins with', async () => {
    const {records} = await found('nom;code_insee\nAbergement;01001\n');
    assert.equal(records[0]?.commune?.insee, '01001');
  });

  it('keeps rows that have too few or too many cells, and says so', async () => {
    const {records, server} = await found('nom,type\nA\nB,x,y\n,\n\nC,z\n');
    assert.deepEqual(
      records.map(({title}) => title),
      ['A', 'B', 'C'],
    );
    assert.deepEqual(server.told, [
      `${address}: 2 row(s) have not 2 cells as the first has; one is row 2`,
    ]);
  });

  it('keeps a column named like something that objects inherit', async () => {
    const {records} = await found('constructor,__proto__,nom\na,b,c\n', 'type: __proto__');
    assert.deepEqual(records[0], {id: '1', title: 'c', type: 'b'});
  });

  it('cuts a cell of 20 kB, and shows the others', async () => {
    const {records} = await found(`nom,description\nA,${'x'.repeat(20_000)}\nB,y\n`);
    assert.equal((records[0]?.abstract as string).length, 5_001);
    assert.equal(records[1]?.title, 'B');
  });

  it('is refused when it is HTML, or empty', async () => {
    await assert.rejects(found('<!doctype html><p>404'), {kind: 'schema'});
    await assert.rejects(found(''), {kind: 'schema'});
  });

  it('whose latitudes and longitudes are changed over is shown as it is, and the console says so', async () => {
    const rows = 'nom;lat;lon\nOrs;3,635;50,105\nRaismes;3,49;50,39\n';
    const {items, server} = await found(rows);
    assert.deepEqual(items.geoAt(0), {lat: 3.635, lon: 50.105});
    assert.match(server.told.join(), /fields="lat: …; lon: …" says which is which/);
    const mended = await found(rows, 'lat: lon; lon: lat');
    assert.deepEqual(mended.items.geoAt(0), {lat: 50.105, lon: 3.635});
    assert.deepEqual(mended.server.told, []);
  });

  describe('with a pair of coordinates in one column', () => {
    const PAIRS_SWAPPED =
      /"position" is read as longitude, latitude: the other way, all of it lies/;
    const placesOf = async (pairs: readonly string[], fields = '') => {
      const rows = pairs.map((pair, i) => `Lieu ${i};"${pair}"\n`).join('');
      const {items, server} = await found(`nom;position\n${rows}`, fields);
      return {places: pairs.map((_, i) => items.geoAt(i)), told: server.told};
    };

    it('is read with latitude first', async () => {
      const {places, told} = await placesOf(['43.6, 1.44', '-20.88, 55.45']);
      assert.deepEqual(places, [
        {lat: 43.6, lon: 1.44},
        {lat: -20.88, lon: 55.45},
      ]);
      assert.deepEqual(told, []);
    });

    it('is read with longitude first when all of it would lie elsewhere, and the console says so', async () => {
      const {places, told} = await placesOf(['1.44, 43.6', '[2.35, 48.85]', '', '0, 0']);
      assert.deepEqual(places, [
        {lat: 43.6, lon: 1.44},
        {lat: 48.85, lon: 2.35},
        undefined,
        undefined,
      ]);
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', PAIRS_SWAPPED);
    });

    it('is read with longitude first overseas too', async () => {
      const {places} = await placesOf(['55.45, -20.88', '-61.5, 16.2', '166.4, -22.3']);
      assert.deepEqual(places[2], {lat: -22.3, lon: 166.4});
    });

    for (const [what, pairs] of [
      ['one pair lies here as it is', ['1.44, 43.6', '48.85, 2.35']],
      ['one pair lies elsewhere both ways', ['1.44, 43.6', '-33.9, 18.4']],
      ['all pairs lie here both ways', ['38, 39', '40, 41']],
      ['all pairs lie elsewhere both ways', ['-33.9, 18.4', '35.7, 139.7']],
    ] as const)
      it(`is left in its order when ${what}`, async () => {
        const {places, told} = await placesOf(pairs);
        const [lat, lon] = pairs[0].split(', ').map(Number);
        assert.deepEqual(places[0], {lat, lon});
        assert.deepEqual(told, []);
      });

    it('is left in its order where the webmaster names its halves', async () => {
      const rows = 'nom;position;nord;est\nA;"1.44, 43.6";1.44;43.6\n';
      const {items, server} = await found(rows, 'lat: nord; lon: est');
      assert.deepEqual(items.geoAt(0), {lat: 1.44, lon: 43.6});
      assert.ok(!server.told.some(line => PAIRS_SWAPPED.test(line)));
    });
  });

  it('of places elsewhere in the world is not suspected', async () => {
    const {server} = await found('nom;lat;lon\nSaint-Denis;-20,88;55,45\nCayenne;4,93;-52,33\n');
    assert.deepEqual(server.told, []);
  });
});
