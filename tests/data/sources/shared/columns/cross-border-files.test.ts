import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {utf8} from '../../../../tools/convert/convert-fixture.js';
import {readFile, valuesOf} from './foreign-file-fixture.js';

describe('French postal codes without their zero, in a widget and in the converter', () => {
  const codesOf = async (content: string) =>
    valuesOf((await readFile(content)).records, 'postalCode');

  it('get it back where the record lies in the département', async () => {
    assert.deepEqual(
      await codesOf('nom;cp;departement\nBeffroi;2000;02 - Aisne\nPort;59140;59 - Nord\n'),
      ['02000', '59140'],
    );
    assert.deepEqual(await codesOf('nom;cp;code_insee\nBeffroi;2000;2408\nPort;59140;59183\n'), ['02000', '59140']); // prettier-ignore
    assert.deepEqual(await codesOf('nom;cp;lat;lon\nBeffroi;2000;49.56;3.62\n'), ['02000']);
    assert.deepEqual(await codesOf('nom;cp;pays\nBeffroi;2000;France\n'), ['02000']);
  });

  it('stay as they are in Belgium and Switzerland, and where nothing states the country', async () => {
    assert.deepEqual(await codesOf('nom;cp;pays\nPort;2000;Belgique\nParc;7000;BE\n'), ['2000', '7000']); // prettier-ignore
    assert.deepEqual(await codesOf('nom;cp;lat;lon\nPort;2000;51.22;4.4\nParc;1214;46.21;6.08\n'), ['2000', '1214']); // prettier-ignore
    assert.deepEqual(await codesOf('nom;cp;code_insee\nPort;2000;11002\n'), ['2000']);
    assert.deepEqual(await codesOf('nom;cp\nBeffroi;2000\n'), ['2000']);
  });

  it('are reported by the converter', async () => {
    const {said} = await readFile('nom;cp;departement\nBeffroi;2000;02 - Aisne\n');
    assert.deepEqual(said, [
      'warning f.csv:2:2 (cp, B2): 2000 is read as 02000: a spreadsheet has probably removed the leading zero',
    ]);
  });
});

describe('a table in French and Dutch, in a widget and in the converter', () => {
  const TABLE =
    'BENAMING_NL;BENAMING_FR;GEMEENTE_NL;GEMEENTE_FR;STRAAT_NL;STRAAT_FR;DATUM_NL\n' +
    'Elisabethpark;Parc Élisabeth;BRUSSEL;BRUXELLES;Kerkstraat;Rue de l’Église;1972\n' +
    'Halletoren;Beffroi;BRUGGE;;Markt;Grand-Place;1240\n';

  it('has one commune, street and date, in the language of the page if they have it', async () => {
    const {records} = await readFile(TABLE);
    assert.deepEqual(valuesOf(records, 'title'), [
      {fr: 'Parc Élisabeth', nl: 'Elisabethpark'},
      {fr: 'Beffroi', nl: 'Halletoren'},
    ]);
    assert.deepEqual(valuesOf(records, 'commune'), [{name: 'Bruxelles'}, {name: 'Brugge'}]);
    assert.deepEqual(valuesOf(records, 'address'), ['Rue de l’Église', 'Grand-Place']);
    assert.deepEqual(valuesOf(records, 'published'), ['1972', '1240']);
  });
});

describe('a table that a program has written, in a widget and in the converter', () => {
  it('has codes and years that are written as decimal numbers', async () => {
    const {records} = await readFile(
      'nom;commune;code_insee;cp;annee\nMusée;Lyon;69123.0;69001.0;1986.0\n',
    );
    assert.deepEqual(records, [
      {
        title: 'Musée',
        commune: {name: 'Lyon', insee: '69123'},
        postalCode: '69001',
        published: '1986',
      },
    ]);
  });

  it('has the names of communes without the routing of mail', async () => {
    const {records} = await readFile('nom;ville\nMusée;PARIS Cedex 04\nParc;Lens Cedex\n');
    assert.deepEqual(valuesOf(records, 'commune'), [{name: 'Paris'}, {name: 'Lens'}]);
  });
});

describe('a list of projects, in a widget and in the converter', () => {
  it('has the years of its start and end, not the centuries that it is about', async () => {
    const {records} = await readFile(
      'titre;periode;date_debut;date_fin;budget_eur\nFabliaux;1100-1300;01/11/2022;31/10/2025;378000\nMoulins;1700-1900;;;\n',
      {kind: 'projects'},
    );
    assert.deepEqual(records, [
      {
        title: 'Fabliaux',
        period: {start: '2022-11-01', end: '2025-10-31'},
        budget: {total: 378_000},
      },
      {title: 'Moulins', period: {start: '1700', end: '1900'}},
    ]);
  });
});

describe('an agenda, in a widget and in the converter', () => {
  it('has hours that end at midnight or after it', async () => {
    const {records} = await readFile(
      'titre;date_debut;date_fin;heure_debut;heure_fin\n' +
        'Bal;24/08/2026;24/08/2026;20:30;02:00\n' +
        'Concert;24/08/2026;24/08/2026;20:30;00:00\n' +
        'Guinguette;11/06/2026;30/08/2026;18:00;00:00\n' +
        'Camp;12/06/2026;14/06/2026;18:00;16:00\n',
      {kind: 'events'},
    );
    assert.deepEqual(valuesOf(records, 'period'), [
      {start: '2026-08-24T20:30', end: '2026-08-25T02:00'},
      {start: '2026-08-24T20:30', end: '2026-08-24T24:00'},
      {start: '2026-06-11T18:00', end: '2026-08-30T24:00'},
      {start: '2026-06-12T18:00', end: '2026-06-14T16:00'},
    ]);
    const {records: dates} = await readFile('titre;date\nBal;3 mai 2024 de 20h à 1h\n', {
      kind: 'events',
    });
    assert.deepEqual(valuesOf(dates, 'period'), [
      {start: '2024-05-03T20:00', end: '2024-05-04T01:00'},
    ]);
  });

  it('has dates and times in one column', async () => {
    const {records} = await readFile('title;datetime\nMarché;2025-10-04T09:00:00+02:00\n', {
      kind: 'events',
    });
    assert.deepEqual(valuesOf(records, 'period'), [
      {start: '2025-10-04T09:00:00+02:00', end: '2025-10-04T09:00:00+02:00'},
    ]);
  });

  it('has dates with a remark in brackets', async () => {
    const {records} = await readFile(
      'titre;dates\nExposition;14-17 avril 2025 (en semaine)\nMarché;Samedi 23 mars 2024 de 14h à 19h (accès PMR dès 11h)\n',
      {kind: 'events'},
    );
    assert.deepEqual(valuesOf(records, 'period'), [
      {start: '2025-04-14', end: '2025-04-17'},
      {start: '2024-03-23T14:00', end: '2024-03-23T19:00'},
    ]);
  });
});

describe('a tourist office’s table, in a widget and in the converter', () => {
  it('has its address and telephone in numbered and specified columns', async () => {
    const {records} = await readFile(
      'Nom;Adresse partie 1;Adresse partie 2;N° de téléphone mobile;N° de téléphone fixe;N° de fax;Adresse IP\n' +
        'Musée;;2 rue du Bourg;;03 27 00 00 01;03 27 00 00 02;10.0.0.1\n',
    );
    assert.deepEqual(records, [
      {title: 'Musée', address: '2 rue du Bourg', telephone: '03 27 00 00 01'},
    ]);
  });

  it('has no kind of place as its commune', async () => {
    const {records} = await readFile(
      'nom;categorie_ville;latlng\nMusée;Musée de la ville;"48.58, 7.74"\n',
    );
    assert.deepEqual(records, [{title: 'Musée', geo: {lat: 48.58, lon: 7.74}}]);
  });

  it('does not show the telephone of a person', async () => {
    const {records} = await readFile('nom;telephone_responsable\nMusée;06 00 00 00 01\n');
    assert.deepEqual(records, [{title: 'Musée'}]);
  });
});

describe('a table in another encoding', () => {
  const utf32 = (text: string, mark: readonly number[]) =>
    Uint8Array.from([...mark, ...[...text].flatMap(letter => [letter.charCodeAt(0), 0, 0, 0])]);

  for (const [name, mark] of [
    ['with', [0xff, 0xfe, 0, 0]],
    ['without', []],
  ] as const)
    it(`is not read in UTF-32 ${name} a byte order mark, and a message says so`, async () => {
      const bytes = utf32('nom;ville\nMusée;Lille\n', mark);
      await assert.rejects(
        readFile(bytes),
        /expected CSV, and the answer is UTF-32, which no source reads: convert it to UTF-8/,
      );
    });

  it('of an old Macintosh is reported by the converter', async () => {
    const macRoman = utf8('nom;ville\nMuse e;Lille\n').map(byte => (byte === 0x20 ? 0x8e : byte));
    const {said} = await readFile(macRoman);
    assert.match(said.join('\n'), /damaged characters in 1 cell, the first: "MuseŽe"/);
  });
});

describe('a table of the communes of Wallonia (FuturoCité), in a widget and in the converter', () => {
  it('has the number of the house, not that of the street in the register', async () => {
    const {records} = await readFile(
      'name,municipality,street_name,street_number,street_number_rrn,house_number,schedule,coordinates\n' +
        'Fontaine,Namur,Avenue Haute,7753128,8701,4,Mo-Fr 09:00-12:00,"{""coordinates"": [4.82, 50.47], ""type"": ""Point""}"\n' +
        'Banc,Namur,Place Basse,7753129,8702,,24/7,"{""coordinates"": [4.86, 50.46], ""type"": ""Point""}"\n',
    );
    assert.deepEqual(valuesOf(records, 'address'), ['4 Avenue Haute', 'Place Basse']);
    assert.deepEqual(valuesOf(records, 'openingHours'), ['Mo-Fr 09:00-12:00', '24/7']);
    assert.deepEqual(valuesOf(records, 'geo'), [{lat: 50.47, lon: 4.82}, {lat: 50.46, lon: 4.86}]); // prettier-ignore
  });

  it('has the first of several pictures, however they are separated', async () => {
    for (const separator of [';', ',', ', ', ' ; ', '|'])
      assert.deepEqual(
        (
          await readFile(
            `name\tpictures\nBalade\thttps://a.be/1.jpg${separator}https://a.be/2.jpg\n`,
          )
        ).records[0]?.['image'],
        {src: 'https://a.be/1.jpg'},
        separator,
      );
  });
});

describe('a list of operations with European money, in a widget and in the converter', () => {
  it('has the operation as its title, not who receives the money, and its cost', async () => {
    const {records} = await readFile(
      'Nom du bénéficiaire;Intitulé du projet;Total des dépenses éligibles\nCOMMUNE D’ORS;Centre-bourg;1 250 000,00 €\nCAUE;Ateliers;85 300,50 €\n',
      {kind: 'projects'},
    );
    assert.deepEqual(records, [
      {title: 'Centre-bourg', budget: {total: 1_250_000}},
      {title: 'Ateliers', budget: {total: 85_300.5}},
    ]);
  });

  it('has whole thousands of euros, and the names of projects, in Dutch and German', async () => {
    const {records} = await readFile(
      'Projectnummer;Projecttitel;Totale kost;EU-bijdrage\nE-12;Grenspark;1.100.000 EUR;550.000 EUR\nE-13;Waterweg;€ 3.210.000,00;1.250 k€\n',
      {kind: 'projects'},
    );
    assert.deepEqual(valuesOf(records, 'title'), ['Grenspark', 'Waterweg']);
    assert.deepEqual(valuesOf(records, 'budget'), [
      {total: 1_100_000, eu: 550_000},
      {total: 3_210_000, eu: 1250},
    ]);
  });

  it('may have its names in English and in the language of the programme', async () => {
    const {records} = await readFile(
      'Beneficiary_Name,Operation_Name_Programme_Language,Operation_Name_English,Total_Eligible_Expenditure_amount\nCAUE,Voie verte,Greenway,800000\n',
      {kind: 'projects'},
    );
    assert.deepEqual(records, [
      {title: {fr: 'Voie verte', en: 'Greenway'}, budget: {total: 800_000}},
    ]);
  });
});

describe('a table of a German or French town, in a widget and in the converter', () => {
  it('has its town in "Ort"', async () => {
    const {records} = await readFile('Bezeichnung;Straße;Hausnr.;PLZ;Ort\nBad;Badstraße;5;52146;Würselen\n'); // prettier-ignore
    assert.deepEqual(
      [valuesOf(records, 'commune'), valuesOf(records, 'address')],
      [[{name: 'Würselen'}], ['Badstraße 5']],
    );
  });

  it('has the days and hours of its events in "Datum von", "Datum bis" and "Zeit"', async () => {
    const {records} = await readFile(
      'Titel;Datum_von;Datum_bis;Zeit\nSommerfest;12.07.2027;13.07.2027;\nBürgerversammlung;02.09.2027;;19:00 - 21:00 Uhr\n',
      {kind: 'events'},
    );
    assert.deepEqual(valuesOf(records, 'period'), [
      {start: '2027-07-12', end: '2027-07-13'},
      {start: '2027-09-02T19:00', end: '2027-09-02T21:00'},
    ]);
  });

  it('has the addresses and telephones of British and Dutch tables', async () => {
    const {records} = await readFile(
      'Naam;SiteAddress;EmailAddress;Plaats;Telefoonnummer\nHarmonie;Markt 1;info@a.example;Ommen;0529-123456\n',
      {kind: 'organisations'},
    );
    assert.deepEqual(records, [
      {
        name: 'Harmonie',
        address: 'Markt 1',
        commune: {name: 'Ommen'},
        telephone: '0529-123456',
        email: 'info@a.example',
      },
    ]);
  });

  it('has the days of British and German meetings', async () => {
    const {records} = await readFile(
      'Meeting;Meeting Date;Time\nFull Council;Tuesday 12th January 2027;7.30pm\n',
      {kind: 'events'},
    );
    assert.deepEqual(valuesOf(records, 'period'), [{start: '2027-01-12T19:30'}]);
  });

  it('may spell its umlauts with an e', async () => {
    const {records} = await readFile('Name;Breite;Laenge;Oeffnungszeiten\nBad;50.8;6.1;Mo-Fr 8-20 Uhr\n'); // prettier-ignore
    assert.deepEqual(records, [
      {title: 'Bad', geo: {lat: 50.8, lon: 6.1}, openingHours: 'Mo-Fr 8-20 Uhr'},
    ]);
  });

  it('has no opening hours if they are those of one day, or a mere “true”', async () => {
    const {records} = await readFile('nom;horaires lundi;horaires dimanche\nMairie;9h-12h;fermé\n');
    assert.deepEqual(valuesOf(records, 'openingHours'), [undefined]);
    const {records: parkings} = await readFile('nom_lieu,Xlong,Ylat,horaires\nGare,1.08,49.92,true\n'); // prettier-ignore
    assert.deepEqual(parkings, [{title: 'Gare', geo: {lat: 49.92, lon: 1.08}}]);
    const {records: libraries} = await readFile('nom;horaires médiathèque\nHalle;10h-18h\n');
    assert.deepEqual(valuesOf(libraries, 'openingHours'), ['10h-18h']);
  });

  it('has longitudes in "Xlongitude"', async () => {
    const {records} = await readFile('nom,Xlongitude,Ylatitude\nTour,2.35,48.85\n');
    assert.deepEqual(valuesOf(records, 'geo'), [{lat: 48.85, lon: 2.35}]);
  });

  it('has the names of its facilities and streets as titles', async () => {
    const {records} = await readFile('DEPCOM;TYPEQU;NOMRS\n59450;A129;MAIRIE\n59450;C108;ECOLE\n');
    assert.deepEqual(valuesOf(records, 'title'), ['MAIRIE', 'ECOLE']);
    const {records: addresses} = await readFile(
      'numero;nom_voie;nom_commune;libelle_acheminement;nom_afnor\n1;Rue Haute;Ors;ORS;RUE HAUTE\n3;Rue Basse;Ors;ORS;RUE BASSE\n',
    );
    assert.deepEqual(valuesOf(addresses, 'title'), ['RUE HAUTE', 'RUE BASSE']);
    assert.deepEqual(valuesOf(addresses, 'address'), ['1 Rue Haute', '3 Rue Basse']);
  });
});
