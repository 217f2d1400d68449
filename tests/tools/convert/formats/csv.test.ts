import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {convertFile, utf8} from '../convert-fixture.js';

const FILE = `N°;Titre;Résumé;Adresse du site;Commune;Code INSEE;Latitude;Longitude;Thème(s);Fichier;Date
1;Maison forestière;"Une maison
sur deux lignes";https://exemple.fr/a;Ors;59450;50,1003;3,6347;Patrimoine | Histoire;https://exemple.fr/a.pdf;31 mars 2003
2;Étang;Texte;https://exemple.fr/b;Bourg;01053;46.2;5.2;Eau;;2016
`;

describe('a portal from a CSV', () => {
  it('reads the columns that the headings name, with the values of the contract', async () => {
    const {document, said} = await convertFile(FILE);
    assert.deepEqual(said, []);
    assert.deepEqual(document, {
      version: '1',
      resources: [
        {
          id: '1',
          title: 'Maison forestière',
          abstract: 'Une maison\nsur deux lignes',
          url: 'https://exemple.fr/a',
          commune: {name: 'Ors', insee: '59450'},
          geo: {lat: 50.1003, lon: 3.6347},
          themes: ['Patrimoine', 'Histoire'],
          attachments: [{url: 'https://exemple.fr/a.pdf'}],
          published: '2003-03-31',
        },
        {
          id: '2',
          title: 'Étang',
          abstract: 'Texte',
          url: 'https://exemple.fr/b',
          commune: {name: 'Bourg', insee: '01053'},
          geo: {lat: 46.2, lon: 5.2},
          themes: ['Eau'],
          published: '2016',
        },
      ],
    });
  });

  it('reads windows-1252, UTF-16 with and without a byte order mark, a BOM, and the line endings of each system', async () => {
    const expected = (await convertFile(FILE)).document;
    const windows = Uint8Array.from(FILE.replace(/\n/g, '\r\n'), letter => letter.charCodeAt(0));
    const wide = (isBig: boolean): Uint8Array => {
      const view = new DataView(new ArrayBuffer(2 * FILE.length + 2));
      const text = `\ufeff${FILE}`;
      for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !isBig);
      return new Uint8Array(view.buffer);
    };
    for (const bytes of [
      windows,
      wide(false),
      wide(true),
      wide(false).subarray(2),
      wide(true).subarray(2),
      utf8(`\ufeff${FILE}`),
      utf8(FILE.replaceAll('\n', '\r')),
      utf8(FILE.replace(/[;\t]/g, '\t')),
    ])
      assert.deepEqual((await convertFile(bytes)).document, expected);
  });

  it('reports invalid values by line and column, also after line breaks in quotes', async () => {
    const {records, said} = await convertFile(`Titre;Texte;Latitude;Longitude;Date;Lien
a;"deux
lignes";50,39,1;3;2016;https://exemple.fr
b;"trois
longues
lignes";50;3;printemps;javascript:alert(1)
c;;50;;2016-13;`);
    assert.deepEqual(said, [
      'error f.csv:3:3 (Latitude, C2): expected a number between -90 and 90, got "50,39,1"',
      'error f.csv:6:6 (Lien, F3): expected a link (https, http, mailto, tel), got "javascript:alert(1)"',
      'error f.csv:6:5 (Date, E3): expected a date with its year, such as 2016, 2016-10, 01/10/2016 or 31 mars 2003, got "printemps"',
      'error f.csv:7:3 (Latitude, C4): the other half of the coordinates is missing',
      'error f.csv:7:5 (Date, E4): expected a date with its year, such as 2016, 2016-10, 01/10/2016 or 31 mars 2003, got "2016-13"',
    ]);
    assert.deepEqual(
      records.map(({title, geo, published}) => [title, geo, published]),
      [
        ['a', undefined, '2016'],
        ['b', {lat: 50, lon: 3}, undefined],
        ['c', undefined, undefined],
      ],
    );
  });

  it('skips a title above the headings, and reports it', async () => {
    const {records, said} = await convertFile(
      'Liste 2026;;\n;;\nTitre;Lien;Commune\na;https://a.fr;Ors\n',
    );
    assert.deepEqual(said, ['warning f.csv:1: 1 line above the headings, ignored: "Liste 2026"']);
    assert.equal(records[0]?.['url'], 'https://a.fr/');
  });

  it('leaves out totals, headings that are repeated and a second table; reports subheadings', async () => {
    const {records, said} = await convertFile(
      [
        'Nom;Fonction;Téléphone;Courriel;Adresse',
        'SPORT;;;;',
        'Judo club;Sport;03.27.11.22.33;judo@exemple.fr;12 rue de l’Église',
        'Total sport : 1;;;;',
        'Nom;Fonction;Téléphone;Courriel;Adresse',
        'Totem;Théâtre;;;Mairie',
        'TOTAL;2;;;',
        ';;;;',
        'Services;;;;',
        'Service;Horaires;Tél.;;',
        'État civil;9h-12h;03.27.77.62.11;;',
      ].join('\n'),
      {kind: 'organisations'},
    );
    assert.deepEqual(
      records.map(({name}) => name),
      ['SPORT', 'Judo club', 'Totem'],
    );
    assert.deepEqual(said, [
      'error f.csv:10: a second table begins at "Service", not read: move it to a sheet of its own',
      'warning f.csv:4: row of totals or of a month, ignored: "Total sport : 1"',
      'warning f.csv:7: row of totals or of a month, ignored: "TOTAL"',
      'warning f.csv:2: only "SPORT" is filled: delete the row if it is a subheading or a note',
    ]);
  });

  it('reads the first of several e-mail addresses; says what is none', async () => {
    const {records, said} = await convertFile(
      'Nom;Courriel\nJudo;judo@exemple.fr / luc@exemple.fr\nDanse;danse(at)exemple.fr\n',
      {kind: 'organisations'},
    );
    assert.equal(records[0]?.['email'], 'judo@exemple.fr');
    assert.deepEqual(said, [
      'error f.csv:2:2 (Courriel, B2): several addresses: only judo@exemple.fr is kept',
      'error f.csv:3:2 (Courriel, B3): expected an e-mail address such as mairie@exemple.fr, got "danse(at)exemple.fr"',
    ]);
  });

  it('reports each ignored column: unknown, duplicate, or beyond the headings', async () => {
    const file = 'Titre,Nom,Remarques,Lien\na,b,x,https://a.fr\nc,,y,https://c.fr,de trop\n,d,,\n';
    const {records, said} = await convertFile(file);
    assert.deepEqual(said, [
      'error f.csv:3:5 (E3): "de trop" is not below a heading',
      'error f.csv:1:2 (Nom, B1): 1 value omitted: the column “Titre” is read instead',
      'error f.csv:1:3 (Remarques, C1): unknown column, 2 values omitted: map the column to a field (“fields”) or ignore it (“ignore”)',
    ]);
    assert.deepEqual(
      records.map(({title}) => title),
      ['a', 'c', 'd'],
    );
    const knowing = await convertFile(file, {ignore: ['Remarques', 'Nom']});
    assert.equal(knowing.said.length, 1);
    const named = await convertFile(file, {fields: 'abstract: Remarques; tags: "tout"'});
    assert.deepEqual(named.records[0]?.['abstract'], 'x');
    assert.deepEqual(named.records[0]['tags'], ['tout']);
  });

  it('reports errors in `fields`', async () => {
    const {said} = await convertFile('Titre,x\na,b\n', {
      fields: 'abstract: résumé; n’importe quoi',
    });
    assert.match(said[0] ?? '', /^error f\.csv: “fields”: .*n’importe quoi/);
    assert.match(said[1] ?? '', /^error f\.csv: “fields” names “résumé”, which no record contains/);
  });

  it('warns of values that may be unintended', async () => {
    const {records, said} = await convertFile(`id,Titre,Code INSEE,Site web,Latitude,Longitude,Texte
7,a,1004,www.exemple.fr,0,0,CafÃ©
7,,59450,https://a.fr ; https://b.fr,542420,5705470,<p>b</p>
`);
    assert.deepEqual(said.sort(), [
      'error f.csv:2:5 (Latitude, E2): 0, 0 is in the Gulf of Guinea: the record has no coordinates',
      'error f.csv:3:4 (Site web, D3): several addresses: only https://a.fr is kept',
      'error f.csv:3:5 (Latitude, E3): "542420" is a distance in metres of an unknown system: export latitude and longitude in degrees (WGS 84)',
      'error f.csv:3:6 (Longitude, F3): "5705470" is a distance in metres of an unknown system: export latitude and longitude in degrees (WGS 84)',
      'warning f.csv:2:3 (Code INSEE, C2): 1004 is read as 01004: a spreadsheet has probably removed the leading zero',
      'warning f.csv:2:4 (Site web, D2): read as https://www.exemple.fr',
      'warning f.csv:2:7 (Texte, G2): damaged characters in 1 cell, the first: "CafÃ©". A program has read this text in the wrong encoding',
      'warning f.csv:3: this record has no title',
      'warning f.csv:3:1 (id, A3): an earlier record has the identifier "7": this one is given “7~2”',
      'warning f.csv:3:7 (Texte, G3): HTML in 1 cell: converted to plain text',
    ]);
    assert.deepEqual(
      records.map(({id}) => id),
      ['7', '7~2'],
    );
  });

  it('detects a quote that swallows the rest of the file', async () => {
    const {said} = await convertFile('Titre;Texte;Lien\na;"b;https://a.fr\nc;d;https://c.fr\n');
    assert.match(
      said[0] ?? '',
      /^error f\.csv:2:2: a quotation mark is opened here and never closed/,
    );
  });

  it('advises against titles in capitals, but not against acronyms', async () => {
    const {said, records} = await convertFile(
      'Titre\nMUSÉE DE LAON\nBEFFROI D’ARRAS\nMOULIN À VENT (1820)\nCHU LILLE - AP-HM\nÉtang d’Ors\n',
    );
    assert.deepEqual(said, [
      'warning f.csv:2:1 (Titre, A2): 4 titles in capitals: write them in small letters, which are easier to read',
    ]);
    assert.equal(records[0]?.['title'], 'MUSÉE DE LAON', 'no name loses its capitals');
    assert.deepEqual((await convertFile('Titre\nCHU LILLE\nAP-HM PARIS\nÉtang\n')).said, []);
  });

  it('detects swapped latitude and longitude', async () => {
    const {said} = await convertFile('Titre;Latitude;Longitude\na;3.6;50.1\nb;3.5;50.2\n');
    assert.deepEqual(said, [
      'warning f.csv:2: 2 places would be in this area if latitude and longitude were swapped: check the coordinates',
    ]);
  });

  it('detects one place whose latitude and longitude are swapped', async () => {
    const {said} = await convertFile('Titre;Latitude;Longitude\na;50.1;3.6\nb;3.5;50.2\n');
    assert.deepEqual(said, [
      'warning f.csv:3: 1 place would be in this area if latitude and longitude were swapped: check the coordinates',
    ]);
  });

  it('gives records without an identifier an id that stays the same when rows move', async () => {
    const [there, back] = [
      await convertFile('Titre;Lien\nÉtang d’Ors;https://a.fr\nÉtang d’Ors;https://b.fr\n'),
      await convertFile('Titre;Lien\nÉglise;https://c.fr\nÉtang d’Ors;https://a.fr\n'),
    ];
    assert.deepEqual(
      there.records.map(({id}) => id),
      ['etang-d-ors', 'etang-d-ors~2'],
    );
    assert.deepEqual(
      back.records.map(({id}) => id),
      ['eglise', 'etang-d-ors'],
    );
  });

  it('creates no document if there are no records', async () => {
    for (const [given, sentence] of [
      ['', 'fatal f.csv: no records found'],
      ['Titre;Lien\n', 'fatal f.csv: no records found'],
    ] as const) {
      const {document, said} = await convertFile(given);
      assert.equal(document, undefined);
      assert.deepEqual(said, [sentence]);
    }
  });
});
