import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {distance} from '../../../../../src/model/geo/geo.js';
import {readFile, valuesOf} from './foreign-file-fixture.js';

/** Encodes text as Windows-1252, for letters below U+0100. */
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, letter => letter.charCodeAt(0));

const point = (lon: number, lat: number, properties: object) => ({
  type: 'Feature',
  geometry: {type: 'Point', coordinates: [lon, lat]},
  properties,
});
const geojson = (...features: object[]): string =>
  JSON.stringify({type: 'FeatureCollection', features});

describe('a table that somebody has exported, in a widget and in the converter', () => {
  it('may begin with a byte order mark and separate its cells by semicolons', async () => {
    const {records} = await readFile('\ufeffNom;Latitude;Longitude\r\nÉtang;50,1;3,6\r\n');
    assert.deepEqual(records, [{title: 'Étang', geo: {lat: 50.1, lon: 3.6}}]);
  });

  it('may be in Windows-1252, with tabs and line breaks in quotes', async () => {
    const {records} = await readFile(windows1252('Nom\tDescription\nÉglise\t"Une nef,\nun chœur"\n'.replace('œ', 'o'))); // prettier-ignore
    assert.deepEqual(records, [{title: 'Église', abstract: 'Une nef,\nun chour'}]);
  });

  it('may have a title and an empty line above its headings', async () => {
    const {records} = await readFile(
      'Inventaire du patrimoine 2026;;\n;;\nNom;Commune;Type\nLavoir;Ors;eau\n',
    );
    assert.deepEqual(records, [{title: 'Lavoir', commune: {name: 'Ors'}, type: 'eau'}]);
  });

  it('may have headings in two rows, of which the first groups columns', async () => {
    const {records} = await readFile(
      'Nom;Localisation;;Type\n;Commune;Code INSEE;\nLavoir;Ors;59450;eau\n',
    );
    assert.deepEqual(records, [
      {title: 'Lavoir', commune: {name: 'Ors', insee: '59450'}, type: 'eau'},
    ]);
  });

  it('may have columns without heading, and headings that are repeated', async () => {
    const {records, said} = await readFile('Nom;;Photo;Photo\nLavoir;x;;https://a.fr/a.jpg\n');
    assert.deepEqual(records, [{title: 'Lavoir', image: {src: 'https://a.fr/a.jpg'}}]);
    assert.match(said.join('\n'), /\(B\).*unknown column/);
  });

  it('may be in English, with a cell for each part of an address', async () => {
    const {records} = await readFile(
      'name;street;house number;zipcode;city\nHalle;rue Haute;12;59110;Hem\nLab;Rue Basse;/;59000;Lille\n',
    );
    assert.deepEqual(valuesOf(records, 'address'), ['12 rue Haute', 'Rue Basse']);
    assert.deepEqual(valuesOf(records, 'postalCode'), ['59110', '59000']);
  });

  it('may be in Dutch, where the number of a house follows its street', async () => {
    const {records} = await readFile(
      'naam;straat;huisnummer;postcode;gemeente\nBureau;Herestraat;49;3000;Leuven\n',
    );
    assert.deepEqual(records, [
      {
        title: 'Bureau',
        address: 'Herestraat 49',
        postalCode: '3000',
        commune: {name: 'Leuven'},
      },
    ]);
  });

  it('may have the number of a house beside its street, or of a row before its name', async () => {
    for (const [content, address] of [
      ['Nr;Naam;Straat;Gemeente\n7;Bib;Herestraat 49;Leuven\n', 'Herestraat 49'],
      ['Numéro;Nom;Rue;N°;Ville\n1;Café;Grand-Rue;44;Wiltz\n', '44 Grand-Rue'],
      ['Naam;Straat;Nr;Gemeente\nBib;Herestraat;49;Leuven\n', 'Herestraat 49'],
      ['Name;Straße;HNR;Ort\nKita;Am Kanal;4a;Münster\n', 'Am Kanal 4a'],
    ] as const) {
      const {records} = await readFile(content);
      assert.deepEqual(valuesOf(records, 'address'), [address]);
    }
  });

  it('may have marks and words of programs for a missing value', async () => {
    for (const mark of [
      '/',
      '???',
      '…',
      'N/C',
      'n.d.',
      'néant',
      'nan',
      '#REF!',
      '#DIV/0!',
      '#VALEUR!',
    ]) {
      const {records} = await readFile(`Nom;Type;Lien\nLavoir;${mark};${mark}\n`);
      assert.deepEqual(records, [{title: 'Lavoir'}], mark);
    }
  });

  it('may have columns and rows without a value', async () => {
    const {records} = await readFile('Titre;Description;Nom;Latitude\n;;Lavoir;\n;;;\n;;Puits;\n');
    assert.deepEqual(valuesOf(records, 'title'), ['Lavoir', 'Puits']);
  });
});

describe('coordinates in a table, in a widget and in the converter', () => {
  const place = {lat: 50.1, lon: 3.6};

  for (const [what, content] of [
    ['x and y in metres beside degrees', 'nom;x;y;lon;lat\nOrs;742000;6998000;3.6;50.1\n'],
    [
      'X and Y in metres before Latitude and Longitude',
      'nom;X;Y;Latitude;Longitude\nOrs;742000;6998000;50.1;3.6\n',
    ],
    ['x and y in degrees', 'nom;x;y\nOrs;3.6;50.1\n'],
    ['degrees and minutes', 'nom;latitude;longitude\nOrs;"50°06\'00"" N";"3° 36′ 0″ E"\n'],
    ['degrees and minutes in one column', 'nom;coordonnees\nOrs;"50°06\'00""N 3°36\'00""E"\n'],
    ['directions before the numbers', 'nom;coordonnees\nOrs;N 50.1 E 3.6\n'],
    ['degrees and minutes without signs', 'nom;coordonnees\nOrs;50 6 0 N 3 36 0 E\n'],
    ['directions before degrees and minutes', 'nom;latitude;longitude\nOrs;N 50 06,0;E 3 36,0\n'],
    ['directions after the numbers', 'nom;latitude;longitude\nOrs;50,1 N;3,6E\n'],
    ['decimal commas in one column', 'nom;coordonnees\nOrs;"50,1 ; 3,6"\n'],
    ['a pair whose numbers are the other way round', 'nom;geo_point_2d\nOrs;"3.6, 50.1"\n'],
    ['columns with a prefix', 'EQUIP_NOM;EQUIP_LAT;EQUIP_LONG\nOrs;50.1;3.6\n'],
    ['a WKT point', 'nom;wkt\nOrs;POINT (3.6 50.1)\n'],
  ] as const)
    it(`may be ${what}`, async () => {
      const {records} = await readFile(content);
      assert.deepEqual(records, [{title: 'Ors', geo: place}]);
    });

  const places = [
    ['Lambert 93', 'nom;x;y\nLille;704499,9;7060006,1\n'],
    ['Lambert 93, and thousands with spaces', 'nom;X_L93;Y_L93\nLille;704 499,9;7 060 006,1\n'],
    ['Lambert 93, in columns of INSEE', 'nom;LAMBERT_X;LAMBERT_Y\nLille;704499.9;7060006.1\n'],
    [
      'Lambert 93, in columns of Sirene',
      'nom;coordonneeLambertAbscisseEtablissement;coordonneeLambertOrdonneeEtablissement\nLille;704499.9;7060006.1\n',
    ],
    ['Lambert CC50', 'nom;X_CC50;Y_CC50\nLille;1704492.1;9270854.1\n'],
    ['Lambert 72', 'nom;coord_x;coord_y\nTournai;80641.4;144337.2\n'],
    [
      'Lambert 72',
      'naam;X-coördinaat Lambert72;Y-coördinaat Lambert72\nTournai;80641.4;144337.2\n',
    ],
    ['RD (Nederland)', 'naam;x;y\nMiddelburg;31664,7;391477,7\n'],
    ['RD (Nederland)', 'naam;X_COORDINAAT;Y_COORDINAAT\nMiddelburg;31664,7;391477,7\n'],
    ['LV95 (Schweiz)', 'name;E;N\nBasel;2611287.8;1267664.8\n'],
    ['LV95 (Schweiz)', 'name;Koordinate_E;Koordinate_N\nBasel;2611287.8;1267664.8\n'],
    ['Gauß-Krüger 2', 'name;Rechtswert;Hochwert\nKöln;2567542.8;5645133.3\n'],
    ['UTM 32N', 'name;Ostwert;Nordwert\nMünster;32405600.6;5757558.6\n'],
    // By their numbers alone they would be Belgian.
    ['British', 'name;postcode;GeoX;GeoY\nPlymouth;PL1 2AA;247736.7;55040.2\n'],
    ['British', 'name;address;easting;northing\nPlymouth;"Guildhall, PL1 2AA";247736.7;55040.2\n'],
    [
      'Lambert 93, in columns called latitude and longitude',
      'nom;latitude;longitude\nLille;7060006.1;704499.9\n',
    ],
    ['Lambert 93, the other way round', 'nom;latitude;longitude\nLille;704499.9;7060006.1\n'],
    ['Lambert 93, in one column', 'nom;coordonnees\nLille;"704499.9, 7060006.1"\n'],
    ['Lambert 93, as a WKT point', 'nom;wkt\nLille;POINT (704499.9 7060006.1)\n'],
  ] as const;
  for (const [what, content] of places)
    it(`may be metres of ${what}, with one warning`, async () => {
      const {records, warnings, said} = await readFile(content);
      const tournai = {lat: 50.6056, lon: 3.3889};
      const lille = {lat: 50.637, lon: 3.0635};
      const middelburg = {lat: 51.4988, lon: 3.6109};
      const towns = {
        Tournai: tournai,
        Middelburg: middelburg,
        Lille: lille,
        Basel: {lat: 47.5596, lon: 7.5886},
        Köln: {lat: 50.9375, lon: 6.9603},
        Münster: {lat: 51.9607, lon: 7.6261},
        Plymouth: {lat: 50.3755, lon: -4.1427},
      };
      const [expected = lille] = Object.entries(towns).flatMap(([town, place]) =>
        content.includes(town) ? place : [],
      );
      const [geo] = valuesOf(records, 'geo') as [typeof lille];
      assert.ok(geo && distance(geo, expected) < 2, JSON.stringify(records));
      const [system = ''] = what.split(',');
      assert.equal(warnings.filter(line => line.includes(system)).length, 1, warnings.join('\n'));
      assert.equal(warnings.length, 1, warnings.join('\n'));
      assert.equal(said.filter(line => line.includes(system)).length, 1, said.join('\n'));
    });

  it('may be metres in columns that the page names', async () => {
    const {records} = await readFile('nom;est;nord\nLille;704499.9;7060006.1\n', {
      fields: 'lon: est; lat: nord',
    });
    assert.deepEqual(records, [{title: 'Lille', geo: {lat: 50.637, lon: 3.0635}}]);
  });

  it('in metres of an unknown system are not read, with one warning', async () => {
    const {records, warnings, said} = await readFile('nom;x;y\nMiddelburg;542420;5705470\n');
    assert.deepEqual(records, [{title: 'Middelburg'}]);
    assert.equal(warnings.filter(line => line.includes('metres')).length, 1, warnings.join('\n'));
    assert.ok(said.some(line => /metres/.test(line)) && said.length <= 2, said.join('\n'));
  });

  it('are not looked for in a column of large numbers without another', async () => {
    const {records, warnings} = await readFile('N°;nom\n12345;Café\n12346;Bar\n');
    assert.deepEqual(records, [{title: 'Café'}, {title: 'Bar'}]);
    assert.deepEqual(warnings, []);
  });

  it('are not looked for in a column of words', async () => {
    const {records, warnings} = await readFile('nom;position;lieu\nAnne;Directrice;Ors\n');
    assert.deepEqual(records, [{title: 'Anne'}]);
    assert.match(warnings.join('\n'), /column "position" is not used: .*Directrice/);
  });

  it('of GeoJSON may be metres, with one warning, however many features there are', async () => {
    const metres = geojson(...['a', 'b', 'c'].map(nom => point(704_499.9, 7_060_006.1, {nom})));
    const {records, warnings, said} = await readFile(metres, {format: 'geojson'});
    const geo = {lat: 50.637, lon: 3.0635};
    assert.deepEqual(
      records,
      ['a', 'b', 'c'].map(title => ({title, geo})),
    );
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? '', /geometry: read as metres of Lambert 93 \(EPSG:2154\)/);
    assert.equal(said.filter(line => line.includes('metres')).length, 1, said.join('\n'));
  });

  it('of GeoJSON may be metres of the system that the file states, without a warning', async () => {
    const crs = {type: 'name', properties: {name: 'urn:ogc:def:crs:EPSG::3857'}};
    const area = {
      type: 'Polygon',
      coordinates: [
        [
          [341_000, 6_557_300],
          [341_100, 6_557_300],
          [341_100, 6_557_400],
          [341_000, 6_557_300],
        ],
      ],
    };
    const features = [
      {type: 'Feature', properties: {nom: 'Lille'}, geometry: area},
      point(341_027.3, 6_557_332.7, {nom: 'Grand-Place'}),
    ];
    const file = JSON.stringify({type: 'FeatureCollection', crs, features});
    const {records, warnings} = await readFile(file, {format: 'geojson'});
    for (const geo of valuesOf(records, 'geo') as {lat: number; lon: number}[])
      assert.ok(distance(geo, {lat: 50.637, lon: 3.0635}) < 100, JSON.stringify(geo));
    assert.deepEqual(warnings, []);
  });

  it('of GeoJSON are not read if the file states a system that is not known', async () => {
    const crs = {type: 'name', properties: {name: 'urn:ogc:def:crs:EPSG::3035'}};
    const features = [point(704_499.9, 7_060_006.1, {nom: 'Middelburg'})];
    const file = JSON.stringify({type: 'FeatureCollection', crs, features});
    const {records, warnings} = await readFile(file, {format: 'geojson'});
    assert.deepEqual(records, [{title: 'Middelburg'}]);
    assert.match(warnings.join(), /metres of an unknown system/);
  });

  it('of GeoJSON come from the geometry, not from a pair the other way round', async () => {
    const {records, said} = await readFile(
      geojson(point(1.44, 43.6, {nom: 'Capitole', geo_point_2d: [43.6, 1.44]})),
      {format: 'geojson'},
    );
    assert.deepEqual(records, [{title: 'Capitole', geo: {lat: 43.6, lon: 1.44}}]);
    assert.deepEqual(said, []);
  });

  it('in JSON are pairs in either order', async () => {
    for (const [position, order] of [
      [[1.44, 43.6], 'longitude, latitude'],
      [[43.6, 1.44], undefined],
      ['43.6, 1.44', undefined],
      ['1.44,43.6', 'longitude, latitude'],
    ] as const) {
      const content = JSON.stringify([{nom: 'Capitole', position}]);
      const {records, warnings} = await readFile(content, {format: 'opendatasoft'});
      assert.deepEqual(records, [{title: 'Capitole', geo: {lat: 43.6, lon: 1.44}}]);
      assert.equal(warnings.length, order ? 1 : 0);
      if (order) assert.match(warnings[0] ?? '', new RegExp(`read as ${order}`));
    }
  });

  it('in JSON are pairs in either order, in every part of France and beside it', async () => {
    const places = {
      Lille: [50.63, 3.06],
      Brest: [48.39, -4.49],
      Bonifacio: [41.39, 9.16],
      'Basse-Terre': [16, -61.73],
      'Fort-de-France': [14.6, -61.07],
      Cayenne: [4.94, -52.33],
      'Saint-Denis': [-20.88, 55.45],
      Mamoudzou: [-12.78, 45.23],
      'Saint-Pierre': [46.78, -56.18],
      'Port-aux-Français': [-49.35, 70.22],
      Nouméa: [-22.28, 166.46],
      'Mata-Utu': [-13.28, -176.17],
      Papeete: [-17.54, -149.57],
      Ostende: [51.22, 2.91],
      Groningue: [53.22, 6.57],
    };
    for (const [nom, [lat = 0, lon = 0]] of Object.entries(places))
      for (const position of [
        [lat, lon],
        [lon, lat],
      ]) {
        const content = JSON.stringify([{nom, position}]);
        const {records} = await readFile(content, {format: 'opendatasoft'});
        assert.deepEqual(records, [{title: nom, geo: {lat, lon}}], String(position));
      }
  });
});

describe('INSEE codes in a table, in a widget and in the converter', () => {
  const inseeOf = async (content: string) =>
    (await readFile(content)).records.map(
      ({commune}) => (commune as {insee?: string} | undefined)?.insee,
    );

  it('get back the zero that a spreadsheet has taken from the départements 01 to 09', async () =>
    assert.deepEqual(
      await inseeOf('nom;code_insee\nBourg;1053\nAbergement;1001\nFoix;9122\nOrs;59450\n'),
      ['01053', '01001', '09122', '59450'],
    ));

  it('stay as they are in Belgium and the Netherlands', async () => {
    assert.deepEqual(await inseeOf('nom;gemeentecode\nUtrecht;1344\n'), ['1344']);
    assert.deepEqual(await inseeOf('nom;code_insee;pays\nAlmere;1034;Pays-Bas\nFoix;9122;France\n'), ['1034', '09122']); // prettier-ignore
    assert.deepEqual(await inseeOf('nom;insee;lat;lon\nSluis;1714;51.3;3.4\n'), ['1714']);
  });

  it('are not read from postcodes, and postcodes stay as they are', async () => {
    const {records} = await readFile('nom;code_postal\nBourg;1000\n');
    assert.deepEqual(
      records.map(({commune}) => commune),
      [undefined],
    );
    assert.deepEqual(await inseeOf('nom;code_insee\nBruxelles;1000\n'), ['1000']);
  });

  it('in the column of the commune are codes, not names', async () => {
    const {records} = await readFile('nom;commune\nLavoir;59450\nPuits;59491\n');
    assert.deepEqual(valuesOf(records, 'commune'), [{insee: '59450'}, {insee: '59491'}]);
  });
});

describe('the values of a column decide as well as its name, in a widget and in the converter', () => {
  it('true and false describe nothing', async () => {
    const {records, warnings, said} = await readFile('nom;description\nHêtre;false\nOrme;true\n');
    assert.deepEqual(records, [{title: 'Hêtre'}, {title: 'Orme'}]);
    assert.match(warnings.join('\n'), /"description" is not used: .*"abstract".*"false"/);
    assert.match(said.join('\n'), /description.*2 values omitted/);
  });

  it('numbers are no titles while there is a name', async () => {
    const {records} = await readFile('titre;nom_usuel\n1;Hêtre pourpre\n2;Orme\n');
    assert.deepEqual(valuesOf(records, 'title'), ['Hêtre pourpre', 'Orme']);
    const {records: numbered} = await readFile('titre;hauteur\n1;20\n2;30\n');
    assert.deepEqual(valuesOf(numbered, 'title'), ['1', '2'], 'better than none');
  });

  it('the name of the owner of all records is no title', async () => {
    const {records} = await readFile(
      'COLL_NOM;EQUIP_UID;EQUIP_NOM\nOrs;a1;Lavoir\nOrs;a2;Stade\nOrs;a3;Salle\n',
    );
    assert.deepEqual(valuesOf(records, 'title'), ['Lavoir', 'Stade', 'Salle']);
  });

  it('words are no picture, and are not requested as one', async () => {
    const {records, warnings} = await readFile('nom;photo\nLavoir;voir le service culture\nPuits;oui\n'); // prettier-ignore
    assert.deepEqual(records, [{title: 'Lavoir'}, {title: 'Puits'}]);
    assert.match(warnings.join('\n'), /column "photo" is not used/);
    const mixed = await readFile(
      'nom;photo\nLavoir;https://a.fr/a.jpg\nPuits;voir le service culture\n',
    );
    assert.deepEqual(valuesOf(mixed.records, 'image'), [{src: 'https://a.fr/a.jpg'}, undefined]);
    assert.match(mixed.said.join('\n'), /photo.*voir le service culture/);
  });

  it('a number of pages is no link, and botanical families are none of portals', async () => {
    const {records} = await readFile('nom;page;famille\nHêtre;12;Fagaceae\nOrme;13;Ulmaceae\n');
    assert.deepEqual(records, [{title: 'Hêtre'}, {title: 'Orme'}]);
  });

  it('without a title, the first column of different words is one, which the console says', async () => {
    const {records, warnings} = await readFile('code;essence;hauteur\n1;Hêtre;20\n2;Orme;30\n');
    assert.deepEqual(valuesOf(records, 'title'), ['Hêtre', 'Orme']);
    assert.deepEqual(warnings, [
      'https://a.example/f: no column is called a title: "essence" is taken; fields="title: …" names another',
    ]);
  });

  it('without a title or different words, the console names the columns to choose from', async () => {
    const {warnings} = await readFile('essence;hauteur\nHêtre;20\nHêtre;30\nHêtre;40\n');
    assert.deepEqual(warnings, [
      'https://a.example/f: no record has a title: fields="title: …" names its column, such as "essence"',
    ]);
  });

  it('the thing itself may be the heading of its names', async () => {
    for (const heading of ['Projet', 'Monument', 'Équipements', 'Lieu']) {
      const {records, warnings} = await readFile(`${heading};Type\nLavoir;eau\nHalle;marché\n`);
      assert.deepEqual(valuesOf(records, 'title'), ['Lavoir', 'Halle'], heading);
      assert.deepEqual(warnings, []);
    }
  });

  it('the address of a picture is read with https', async () => {
    const {records} = await readFile('Nom;Photo\nLavoir;http://a.example/lavoir.jpg\n');
    assert.deepEqual(valuesOf(records, 'image'), [{src: 'https://a.example/lavoir.jpg'}]);
  });

  it('a heading may have a remark in brackets', async () => {
    const {records} = await readFile(
      'Nom (obligatoire);Thématiques (plusieurs choix);Résumé (nl)\nLavoir;Eau;Een wasplaats\n',
    );
    assert.deepEqual(records, [
      {title: 'Lavoir', themes: ['Eau'], abstract: {nl: 'Een wasplaats'}},
    ]);
  });

  it('an amount may be in thousands or millions of euros, before taxes', async () => {
    const {records} = await readFile(
      'Titre;Montant HT\nÉcole;1 250 000 € HT\nSalle;850 k€\nPlace;"2,3 M€"\nRue;1,2 million d’euros\n',
      {kind: 'projects'},
    );
    assert.deepEqual(
      valuesOf(records, 'budget'),
      [1_250_000, 850_000, 2_300_000, 1_200_000].map(total => ({total})),
    );
  });

  it('HTML in a text becomes plain text, and a lone sign stays', async () => {
    const {records} = await readFile(
      'nom;description\n"L&rsquo;orme";"<p>Un&nbsp;<b>grand</b> arbre</p><p>près de l’eau</p>"\nA & B <3;x < y\n',
    );
    assert.deepEqual(records, [
      {title: 'L’orme', abstract: 'Un\u00a0grand arbre\nprès de l’eau'},
      {title: 'A & B <3', abstract: 'x < y'},
    ]);
  });

  it('each column is used or named', async () => {
    const {said} = await readFile('nom;type;gabarit;remarques\nÉcole;travaux;R+2;urgent\n', {
      kind: 'projects',
    });
    for (const name of ['type', 'gabarit', 'remarques'])
      assert.ok(
        said.some(line => line.includes(`(${name}, `)),
        name,
      );
  });

  it('a field that the records do not have is named', async () => {
    const {warnings, said} = await readFile('nom;genre\nÉcole;travaux\n', {
      kind: 'projects',
      fields: 'title: nom; strand: genre',
    });
    assert.match(warnings.join('\n'), /projects have no "strand"/);
    assert.match(said.join('\n'), /projects have no field “strand”/);
  });
});

describe('the dates of a table, in a widget and in the converter', () => {
  const periodsOf = async (content: string) =>
    valuesOf((await readFile(content, {kind: 'projects'})).records, 'period');

  it('may be written in any usual way', async () => {
    const dates = '31/03/2003;31.03.2003;31-3-2003;2003-03-31;20030331;31 mars 2003;lundi 31 mars 2003;31 March 2003;31. März 2003'.split(';'); // prettier-ignore
    const {records} = await readFile(`nom;date\n${dates.map(date => `a;${date}`).join('\n')}\n`);
    assert.deepEqual(new Set(valuesOf(records, 'published')), new Set(['2003-03-31']));
  });

  it('may be ranges', async () =>
    assert.deepEqual(
      await periodsOf(
        'nom;période\na;2010–2014\nb;du 3 au 5 mai 2016\nc;2016/2017\nd;31/12/2015 - 02/01/2016\ne;du 1er mars au 2 avril 2020\nf;vers 2010\n',
      ),
      [
        {start: '2010', end: '2014'},
        {start: '2016-05-03', end: '2016-05-05'},
        {start: '2016', end: '2017'},
        {start: '2015-12-31', end: '2016-01-02'},
        {start: '2020-03-01', end: '2020-04-02'},
        {start: '2010', end: '2010'},
      ],
    ));

  it('may be open, if the file says so', async () => {
    assert.deepEqual(
      await periodsOf('nom;période\na;depuis 2016\nb;2016 – en cours\nc;2016-\nd;jusqu’en 2020\n'),
      [
        {start: '2016', end: null},
        {start: '2016', end: null},
        {start: '2016', end: null},
        {end: '2020'},
      ],
    );
    assert.deepEqual(await periodsOf('nom;début;fin\na;2016;en cours\nb;2016;\nc;2016;2018\n'), [
      {start: '2016', end: null},
      {start: '2016'},
      {start: '2016', end: '2018'},
    ]);
  });

  it('are not open for want of an end', async () => {
    assert.deepEqual(await periodsOf('nom;année\na;2016\n'), [{start: '2016', end: '2016'}]);
    assert.deepEqual(await periodsOf('nom;date de début\na;2016\n'), [{start: '2016', end: ''}]);
    assert.deepEqual(await periodsOf('nom;début;fin\na;2016;31/02/2018\nb;2017;2018\n'), [
      {start: '2016', end: ''},
      {start: '2017', end: '2018'},
    ]);
  });

  it('may be a date beside an end', async () =>
    assert.deepEqual(await periodsOf('nom;date;fin\na;2016;2018\n'), [
      {start: '2016', end: '2018'},
    ]));

  it('may be a start and a duration', async () => {
    assert.deepEqual(
      await periodsOf(
        'nom;début;durée\na;2010;9 ans\nb;2016-05;18 mois\nc;2016-05-03;2 semaines\n',
      ),
      [
        {start: '2010', end: '2019'},
        {start: '2016-05', end: '2017-11'},
        {start: '2016-05-03', end: '2016-05-17'},
      ],
    );
    const alone = await readFile('nom;durée\na;9 ans\n', {kind: 'projects'});
    assert.deepEqual(alone.records, [{title: 'a', period: {}}]);
    assert.match(alone.said.join('\n'), /9 ans/);
  });
});
