import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {open} from '../../../../src/data/sources/csv/csv.js';
import type {Query} from '../../../../src/model/query.js';
import type {PortalEvent, Resource} from '../../../../src/model/records.js';
import {FakeServer, neverAborted} from '../../fake-server.js';

const address = 'https://commune.example/inventaire.csv';

async function readRecords(
  body: string | Uint8Array,
  fields = '',
  query: Query = {limit: Infinity},
) {
  const server = new FakeServer({'/inventaire.csv': body});
  const source = open({url: address, fields, client: server.client, warn: server.warn});
  const {items, total} = await source.find('resources', query, {signal: neverAborted});
  return {items, records: [...items] as Resource[], total, server};
}

/** Encodes text as Windows-1252, for the letters used here. */
const encodeWindows1252 = (text: string) =>
  Uint8Array.from(text, letter =>
    letter === '€' ? 0x80 : letter === '’' ? 0x92 : letter.charCodeAt(0),
  );

const titles = async (body: string | Uint8Array) =>
  (await readRecords(body)).records.map(({title}) => title);

describe('a table of events', () => {
  const periods = async (body: string, fields = '') => {
    const {client, warn, warnings} = new FakeServer({'/inventaire.csv': body});
    const source = open({url: address, fields, client, warn});
    const {items} = await source.find('events', {limit: Infinity}, {signal: neverAborted});
    assert.deepEqual(warnings, []);
    return ([...items] as PortalEvent[]).map(({period}) => [period.start, period.end]);
  };

  it('may have the time beside the date', async () => {
    const rows = [
      '14h30',
      '20:00',
      '',
      '14h-18h',
      'de 9h à 12h30',
      '19.30 uur',
      '7:30 pm',
      'le soir',
    ];
    const body = rows.map(time => `3/5/2027;${time};Fête`).join('\n');
    assert.deepEqual(await periods(`Date;Heure;Évènement\n${body}`), [
      ['2027-05-03T14:30', undefined],
      ['2027-05-03T20:00', undefined],
      ['2027-05-03', '2027-05-03'],
      ['2027-05-03T14:00', '2027-05-03T18:00'],
      ['2027-05-03T09:00', '2027-05-03T12:30'],
      ['2027-05-03T19:30', undefined],
      ['2027-05-03T19:30', undefined],
      ['2027-05-03', '2027-05-03'],
    ]);
  });

  it('may have two dates and two times', async () => {
    const names = 'Titre;Date de début;Heure de début;Date de fin;Heure de fin';
    assert.deepEqual(
      await periods(
        `${names}\nA;3/5/2027;14h;4/5/2027;16h\nB;3/5/2027;14h;;16h\nC;3/5/2027;;4/5/2027;`,
      ),
      [
        ['2027-05-03T14:00', '2027-05-04T16:00'],
        ['2027-05-03T14:00', '2027-05-03T16:00'],
        ['2027-05-03', '2027-05-04'],
      ],
    );
  });

  it('may name the columns of times in "fields"', async () =>
    assert.deepEqual(await periods('nom;jour;rv\nA;3/5/2027;14h', 'date: jour; time: rv'), [
      ['2027-05-03T14:00', undefined],
    ]));
});

describe('a CSV file', () => {
  for (const mark of [',', ';', '\t', '|']) {
    it(`is read with ${JSON.stringify(mark)} as separator`, async () => {
      const lines = [
        ['nom', 'latitude', 'longitude'],
        ['Église', '50.1', '3.6'],
        ['Puits', '50.2', '3.7'],
      ];
      const {records} = await readRecords(lines.map(cells => cells.join(mark)).join('\r\n'));
      assert.deepEqual(records[0], {id: '1', title: 'Église', geo: {lat: 50.1, lon: 3.6}});
      assert.equal(records.length, 2);
    });
  }

  it('may have one column, whose texts have commas', async () => {
    assert.deepEqual(await titles('Nom des associations\nA.S. Football\nClub, des aînés\n'), [
      'A.S. Football',
      'Club, des aînés',
    ]);
  });

  it('may begin with a byte order mark', async () => {
    assert.deepEqual(await titles('\ufeffnom;x\nÉtang;1\n'), ['Étang']);
    const utf16 = Uint8Array.from(Buffer.from('\ufeffnom;x\nÉtang;1\n', 'utf16le'));
    assert.deepEqual(await titles(utf16), ['Étang']);
  });

  it('may mix the ends of lines of several programs', async () => {
    assert.deepEqual(await titles('nom;x\r\nÉglise;1\nPuits;2\n'), ['Église', 'Puits']);
    assert.deepEqual(await titles('nom;x\nÉglise;"1\r\n2"\rPuits;2\r\n'), ['Église', 'Puits']);
  });

  it('may be in Windows-1252', async () =>
    assert.deepEqual(await titles(encodeWindows1252('nom;prix\nL’étang à 5 €;1\n')), [
      'L’étang à 5 €',
    ]));

  it('may have line breaks, separators and quotes in a cell', async () => {
    const {records} = await readRecords(
      'nom,description\n"Puits, dit ""le vieux""","a\nb"\nEtang,c\n',
    );
    assert.deepEqual(
      records.map(({title, abstract}) => [title, abstract]),
      [
        ['Puits, dit "le vieux"', 'a\nb'],
        ['Etang', 'c'],
      ],
    );
  });

  it('may have coordinates in one column, with decimal commas', async () => {
    const {items} = await readRecords('nom;coordonnees\nOrs;"50,105, 3,635"\n');
    assert.deepEqual(items.geoAt(0), {lat: 50.105, lon: 3.635});
  });

  it('keeps the leading zeros of a code', async () => {
    const {records} = await readRecords('nom;code_insee\nAbergement;01001\n');
    assert.equal(records[0]?.commune?.insee, '01001');
  });

  it('keeps rows with too few or too many cells, and reports them', async () => {
    const {records, server} = await readRecords('nom,type\nA\nB,x,y\n,\n\nC,z\n');
    assert.deepEqual(
      records.map(({title}) => title),
      ['A', 'B', 'C'],
    );
    assert.deepEqual(server.warnings, [
      `${address}: 2 row(s) have not 2 cells as the first has; one is row 2`,
    ]);
  });

  it('leaves out a row of totals, and says which', async () => {
    const {records, server} = await readRecords(
      'nom;type;montant\nMairie;lieu;10\nTotalité;lieu;5\nTOTAL;;15\n',
    );
    assert.deepEqual(
      records.map(({title}) => title),
      ['Mairie', 'Totalité'],
    );
    assert.deepEqual(server.warnings, [`${address}: row 4: totals are left out`]);
  });

  it('keeps a column named like an inherited property of objects', async () => {
    const {records} = await readRecords('constructor,__proto__,nom\na,b,c\n', 'type: __proto__');
    assert.deepEqual(records[0], {id: '1', title: 'c', type: 'b'});
  });

  it('truncates a cell of 20 kB, and shows the others', async () => {
    const {records} = await readRecords(`nom,description\nA,${'x'.repeat(20_000)}\nB,y\n`);
    assert.equal(String(records[0]?.abstract).length, 5_001);
    assert.equal(records[1]?.title, 'B');
  });

  it('is rejected if it is HTML, or empty', async () => {
    await assert.rejects(readRecords('<!doctype html><p>404'), {kind: 'schema'});
    await assert.rejects(readRecords(''), {kind: 'schema'});
  });

  it('with swapped latitudes and longitudes is shown as it is, with a warning in the console', async () => {
    const rows = 'nom;lat;lon\nOrs;3,635;50,105\nRaismes;3,49;50,39\n';
    const {items, server} = await readRecords(rows);
    assert.deepEqual(items.geoAt(0), {lat: 3.635, lon: 50.105});
    assert.match(
      server.warnings.join(),
      /2 place\(s\) seem to have latitude and longitude swapped; fields="lat: …; lon: …" overrides/,
    );
    const mended = await readRecords(rows, 'lat: lon; lon: lat');
    assert.deepEqual(mended.items.geoAt(0), {lat: 50.105, lon: 3.635});
    assert.deepEqual(mended.server.warnings, []);
  });

  it('with one place whose latitude and longitude are swapped has a warning too', async () => {
    const {server} = await readRecords('nom;lat;lon\nOrs;50,105;3,635\nRaismes;3,49;50,39\n');
    assert.match(
      server.warnings.join(),
      /1 place\(s\) seem to have latitude and longitude swapped/,
    );
  });

  it('with places elsewhere in the world causes no warning', async () => {
    const {server} = await readRecords(
      'nom;lat;lon\nSaint-Denis;-20,88;55,45\nCayenne;4,93;-52,33\n',
    );
    assert.deepEqual(server.warnings, []);
  });
});
