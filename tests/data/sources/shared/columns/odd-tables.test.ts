import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {CollectionName, PortalEvent, Resource} from '../../../../../src/model/records.js';
import {readSource} from './foreign-file-fixture.js';

/** Reads a file, and returns its records with the warnings. */
async function read(
  body: string | object,
  kind = 'csv',
  fields = '',
  collection: CollectionName = 'resources',
) {
  const {records, warnings} = await readSource(body, kind, collection, fields);
  return {records: records as readonly Resource[], warnings};
}

describe('a table as a commune publishes it', () => {
  it('names départements and regions, which become their codes', async () => {
    const {records} = await read(
      [
        'Titre;Département;Région',
        'A;Nord;Hauts-de-France',
        'B;pas de calais;HAUTS DE FRANCE',
        'C;Côtes-d’Armor (22);53 - Bretagne',
        'D;Val-d\u2019Oise;Île-de-France',
        'E;La Réunion;Réunion',
        'F;2a;Corse',
        'G;974 - Réunion;04',
      ].join('\n'),
    );
    assert.deepEqual(
      records.map(({commune}) => [commune?.departement, commune?.region]),
      [
        ['59', '32'],
        ['62', '32'],
        ['22', '53'],
        ['95', '11'],
        ['974', '04'],
        ['2A', '94'],
        ['974', '04'],
      ],
    );
  });

  it('has provinces of Belgium, which are no French territory', async () => {
    const {records} = await read('Titre;Département;Région\nA;Hainaut;Wallonie\nB;Nord;Bretagne\n');
    assert.equal(records[0]?.commune, undefined);
    assert.deepEqual(records[1]?.commune, {departement: '59', region: '53'});
  });

  it('has a title with a semicolon above its headings, and decimal commas below them', async () => {
    const {records} = await read(
      [
        'Inventaire des lavoirs ; 2025',
        ';;;;',
        'N°;Intitulé;Lat (WGS84);Long (WGS84);Année de construction;Observations',
        '1;Lavoir de l’Écaillon;50,2731;3,5098;vers 1850;À restaurer, couvert',
        '2;Fontaine;50,2261;3,6006;1834-1836;',
        '3;Lavoir communal;50,2506;3,5883;XIXe siècle;',
      ].join('\r\n'),
    );
    assert.deepEqual(
      records.map(({title, geo, period}) => [title, geo, period]),
      [
        ['Lavoir de l’Écaillon', {lat: 50.2731, lon: 3.5098}, {start: '1850', end: '1850'}],
        ['Fontaine', {lat: 50.2261, lon: 3.6006}, {start: '1834', end: '1836'}],
        ['Lavoir communal', {lat: 50.2506, lon: 3.5883}, {start: '1801', end: '1900'}],
      ],
    );
  });

  it('has lines above headings of which none is known: the table begins at its full width', async () => {
    const {records} = await read(
      [
        'Export du 12/03/2026',
        'Source : mairie;0327000000',
        'Désignation du bien;Quartier;Nombre de logements;Bailleur',
        'Béguinage;Centre;12;SIA',
        'Cité des Fleurs;Nord;40;',
      ].join('\n'),
      'csv',
      'title: Désignation du bien; type: Quartier',
    );
    assert.deepEqual(
      records.map(({title, type}) => [title, type]),
      [
        ['Béguinage', 'Centre'],
        ['Cité des Fleurs', 'Nord'],
      ],
    );
  });

  it('has the serial numbers of a spreadsheet as dates', async () => {
    const {records} = await read('Titre;Date\nA;45293\nB;36527\nC;01/02/2024\n');
    assert.deepEqual(
      records.map(({published}) => published),
      ['2024-01-02', '2000-01-02', '2024-02-01'],
    );
  });

  it('has telephone numbers without their zero', async () => {
    const {records} = await read(
      'Nom;Adresse;Téléphone\nA;1 rue X;327000000\nB;2 rue X;+32 56 00 00 00\nC;3 rue X;3646\n',
    );
    assert.deepEqual(
      records.map(({telephone}) => telephone),
      ['0327000000', '+32 56 00 00 00', '3646'],
    );
  });

  it('has words for a value that is not known', async () => {
    const {records, warnings} = await read(
      'Nom;Commune;Latitude;Longitude;Type\nA;Non renseigné;#N/A;#N/A;-\nB;Denain;50.3;3.4;n/a\nC;NULL;–;–;Parc\n',
    );
    assert.deepEqual(
      records.map(({commune, type}) => [commune?.name, type]),
      [
        [undefined, undefined],
        ['Denain', undefined],
        [undefined, 'Parc'],
      ],
    );
    assert.deepEqual(warnings, []);
  });

  it('has a commune but no title, and takes the commune', async () => {
    const {records, warnings} = await read('Commune;Arbres\nDenain;120\nAnzin;80\n');
    assert.deepEqual(
      records.map(({title}) => title),
      ['Denain', 'Anzin'],
    );
    assert.match(warnings.join(), /"Commune" is taken/);
  });

  it('has months above its events, which are none', async () => {
    const {records} = await read(
      'Titre;Date;Lieu\nJANVIER;;\nGalette;10/01/2027;Ors\nJuin 2027;;\nKermesse;20/06/2027;Ors\n',
      'csv',
      '',
      'events',
    );
    assert.deepEqual(
      records.map(({title}) => title),
      ['Galette', 'Kermesse'],
    );
  });

  it('has rates that are none of the European Union', async () => {
    const csv = 'Nom;Taux;Latitude;Longitude\nPiscine;45 %;50.1;3.6\n';
    const {records} = await read(csv, 'csv', '', 'projects');
    assert.equal((records[0] as {budget?: object}).budget, undefined);
  });

  it('has one source for all records, and a page of each', async () => {
    const {records} = await read(
      'nom,source_url,agence_url\nA,https://a.example/liste,https://a.example/1\n' +
        'B,https://a.example/liste,https://a.example/2\n',
    );
    assert.deepEqual(
      records.map(({url}) => url),
      ['https://a.example/1', 'https://a.example/2'],
    );
  });

  it('has telephone numbers in groups, of which French ones lack their zero', async () => {
    const {records} = await read(
      'Nom;Téléphone\nA;3 27 00 00 01\nB;327000002\nLuxembourg;621 000 003\n',
    );
    assert.deepEqual(
      records.map(({telephone}) => telephone),
      ['03 27 00 00 01', '0327000002', '621 000 003'],
    );
  });

  it('has Dutch columns, and centuries in Dutch', async () => {
    for (const column of ['woonplaats', 'school_gemeente']) {
      const {records} = await read(`naam;${column};bouwperiode\nMolen;Sluis;15de eeuw\n`);
      assert.equal(records[0]?.commune?.name, 'Sluis', column);
    }
    const {records} = await read('Titel;Datum\nMolen;15de eeuw\n', 'csv', 'period=Datum');
    assert.deepEqual(records[0]?.period, {start: '1401', end: '1500'});
  });

  it('has postal codes under an American name, and the matter of decisions', async () => {
    const {records} = await read(
      'DELIB_OBJET;DELIB_MATIERE_NOM;site_zipcode\nVoirie;Finances locales;59360\n',
    );
    assert.deepEqual([records[0]?.themes, records[0]?.postalCode], [['Finances locales'], '59360']);
  });

  it('has types with the prefix of schema.org', async () => {
    const {records} = await read('Titre;Type\nA;schema:Museum\nB;Parc\n');
    assert.deepEqual(
      records.map(({type}) => type),
      ['Museum', 'Parc'],
    );
  });

  it('is TopoJSON, which is named', async () => {
    const topology = {type: 'Topology', objects: {a: {type: 'GeometryCollection', geometries: []}}};
    for (const kind of ['geojson', 'json'])
      await assert.rejects(read(topology, kind), /TopoJSON: export it as GeoJSON/);
  });

  it('is JSON with objects in its records', async () => {
    const {records, warnings} = await read(
      [
        {
          nom: 'A',
          commune: {nom: 'Lille', code: '59350'},
          localisation: {lat: '50,1', lon: 3.2, type: 'approchée'},
          adresse: {rue: '3 place X', cp: '59000', complement: null},
          medias: [{type: 'photo'}],
        },
        {nom: 'B', commune: null, localisation: {lat: 50.2, lon: 3.3}, adresse: {}},
      ],
      'json',
    );
    assert.deepEqual(records[0], {
      id: '1',
      title: 'A',
      commune: {name: 'Lille', insee: '59350'},
      geo: {lat: 50.1, lon: 3.2},
      address: '3 place X',
      postalCode: '59000',
    });
    assert.deepEqual(records[1]?.geo, {lat: 50.2, lon: 3.3});
    assert.deepEqual(warnings, []);
  });

  it('is JSON whose names are words in camel case', async () => {
    const {records, warnings} = await read(
      [{siteName: 'Filature', nomCommune: 'Ors', codeINSEE: '59450', sourceUrl: 'https://a.fr/f'}],
      'json',
    );
    assert.deepEqual(records, [
      {
        id: '1',
        title: 'Filature',
        commune: {name: 'Ors', insee: '59450'},
        url: 'https://a.fr/f',
      },
    ]);
    assert.deepEqual(warnings, []);
  });

  it('is JSON with a GeoJSON point of any name', async () => {
    const at = (coordinates: readonly number[]) => ({type: 'Point', coordinates});
    const {records} = await read(
      [
        {nom: 'A', geolocalisation: at([3.2, 50.1, 215])},
        {nom: 'B', geolocalisation: at([3.3, 50.2])},
      ],
      'json',
    );
    assert.deepEqual(
      records.map(({geo, type}) => [geo, type]),
      [
        [{lat: 50.1, lon: 3.2}, undefined],
        [{lat: 50.2, lon: 3.3}, undefined],
      ],
    );
  });

  it('has names in the plural', async () => {
    const {records} = await read(
      'titres_source;communes_source;adresses_mail\nFilature;Cahan;a@ors.fr\nTissage;Berjou;b@ors.fr\n',
    );
    assert.deepEqual(
      records.map(({title, commune}) => [title, commune?.name]),
      [
        ['Filature', 'Cahan'],
        ['Tissage', 'Berjou'],
      ],
    );
  });

  it('has a column of picture files with any name', async () => {
    const {records, warnings} = await read(
      [
        {nom: 'A', couverture: 'affiches/a.webp', plan: 'a.pdf'},
        {nom: 'B', couverture: 'affiches/b.jpg?v=2', plan: 'b.pdf'},
      ],
      'json',
    );
    assert.deepEqual(
      records.map(({image}) => image?.src),
      ['https://commune.example/affiches/a.webp', 'https://commune.example/affiches/b.jpg?v=2'],
    );
    assert.deepEqual(warnings, []);
  });

  it('has positions on a drawing, in percent, which are no places on the map', async () => {
    const {records, warnings} = await read(
      [
        {nom: 'A', x: 52.03, y: 68.13},
        {nom: 'B', x: 27.24, y: 54.71},
        {nom: 'C', x: 73.44, y: 14.16},
      ],
      'json',
    );
    assert.deepEqual(
      records.map(({geo}) => geo),
      [undefined, undefined, undefined],
    );
    assert.equal(warnings.length, 2);
    assert.match(warnings[0] ?? '', /column "x" is not used: its values do not fit "lon"/);
  });

  it('has places called x and y, with one of them at 0, 0', async () => {
    const {records} = await read('nom;x;y\nA;3,2;50,1\nB;0;0\nC;3,4;50,2\nD;1,4;43,6\n');
    assert.deepEqual(records[0]?.geo, {lat: 50.1, lon: 3.2});
    assert.deepEqual(records[3]?.geo, {lat: 43.6, lon: 1.4});
  });

  it('has events with shortened names of columns', async () => {
    const {records} = await read(
      'lib_evt;dat_deb;dat_fin;desc\nFête du lin;2027-06-01;2027-06-02;Au village\n',
      'csv',
      '',
      'events',
    );
    const [event] = records as unknown as readonly PortalEvent[];
    assert.deepEqual(event, {
      id: '1',
      title: 'Fête du lin',
      period: {start: '2027-06-01', end: '2027-06-02'},
      description: 'Au village',
    });
  });

  it('has events without a known date, and says that none is shown', async () => {
    const {records, warnings} = await read(
      [{titre: 'Concert', moment: 'à la tombée de la nuit'}],
      'json',
      '',
      'events',
    );
    assert.deepEqual(records, []);
    assert.match(warnings.join(), /no event has a date, and none is shown/);
  });

  it('has a list of pictures in each record, with any name', async () => {
    const {records} = await read(
      [{nom: 'A', medias: [{url: '/u/1.jpg', sorte: 'IMAGE'}, {url: '/u/2.jpg'}]}],
      'json',
    );
    assert.equal(records[0]?.image?.src, 'https://commune.example/u/1.jpg');
  });

  it('has a text that was cut in the middle of an emoji, and becomes a part of a URL', async () => {
    const {records} = await read(
      [
        {nom: 'Fête', slug: 'fete-\ud83d'},
        {nom: 'Loto', slug: 'loto'},
      ],
      'json',
      'url: "https://commune.example/{slug}"',
    );
    assert.deepEqual(
      records.map(({url}) => url),
      ['https://commune.example/fete-%EF%BF%BD', 'https://commune.example/loto'],
    );
  });

  it('has events in JSON-LD, with place, coordinates and status inside of objects', async () => {
    const {records, warnings} = await read(
      {
        '@context': 'https://schema.org',
        '@graph': [
          {
            '@type': 'Event',
            name: 'Visite',
            startDate: '2027-09-18T10:00:00+02:00',
            eventStatus: 'https://schema.org/EventCancelled',
            location: {
              '@type': 'Place',
              name: 'Salle des fêtes',
              geo: {'@type': 'GeoCoordinates', latitude: 50.1, longitude: 3.6},
            },
            organizer: {'@type': 'Organization', name: 'Ors', url: 'https://ors.example'},
          },
        ],
      },
      'json',
      '',
      'events',
    );
    const [event] = records as unknown as readonly PortalEvent[];
    assert.deepEqual(event, {
      id: '1',
      title: 'Visite',
      period: {start: '2027-09-18T10:00:00+02:00'},
      place: 'Salle des fêtes',
      geo: {lat: 50.1, lon: 3.6},
      status: 'https://schema.org/EventCancelled',
    });
    assert.deepEqual(warnings, []);
  });

  it('is a list of works as an architect keeps it', async () => {
    const {records} = await read(
      [
        'Titre du projet;Date de livraison;Localisation GPS;Programme / Thématique',
        'École;sept. 2024;50°23\'24.5" N 3°29\'06.1" E;École | Énergie',
        'Halle;Livraison 2023;50.18 ; 3.49;Espace public',
        'Mairie;avant 2030;50,101 N, 3,632 E;Culture',
      ]
        .join('\n')
        .replace('50.18 ; 3.49', '"50.18 ; 3.49"')
        .replace('50°23\'24.5" N 3°29\'06.1" E', '"50°23\'24.5"" N 3°29\'06.1"" E"'),
    );
    assert.deepEqual(
      records.map(({published, geo, themes}) => [published, geo, themes]),
      [
        ['2024-09', {lat: 50.3901389, lon: 3.4850278}, ['École', 'Énergie']],
        ['2023', {lat: 50.18, lon: 3.49}, ['Espace public']],
        [undefined, {lat: 50.101, lon: 3.632}, ['Culture']],
      ],
    );
  });

  it('comes from Drupal, with prefixed fields, an address and a path', async () => {
    const {records} = await read(
      {
        jsonapi: {version: '1.0'},
        data: [
          {
            type: 'node--projet',
            id: 'a-1',
            attributes: {
              title: 'Halle',
              path: {alias: '/projets/halle', langcode: 'fr'},
              body: {value: '<p>En bois.</p>', format: 'html', processed: '<p>En bois.</p>'},
              field_annee: 2023,
              field_lieu: {value: 'POINT (3.49 50.18)', lat: 50.18, lon: 3.49},
              field_adresse: {
                locality: 'Solesmes',
                postal_code: '59730',
                address_line1: '2 place Verte',
              },
            },
          },
        ],
      },
      'json',
    );
    const {title, body, url, published, geo, commune, address, postalCode} = records[0] ?? {};
    assert.deepEqual(
      {title, body, url, published, geo, commune, address, postalCode},
      {
        title: 'Halle',
        body: 'En bois.',
        url: 'https://commune.example/projets/halle',
        published: '2023',
        geo: {lat: 50.18, lon: 3.49},
        commune: {name: 'Solesmes'},
        address: '2 place Verte',
        postalCode: '59730',
      },
    );
  });

  it('comes from Strapi, with a picture and themes in envelopes', async () => {
    const {records, warnings} = await read(
      {
        data: [
          {
            id: 1,
            attributes: {
              Titre: 'Halle',
              Photo: {data: {id: 3, attributes: {url: '/uploads/halle.jpg'}}},
              categories: {
                data: [
                  {id: 1, attributes: {nom: 'Bois'}},
                  {id: 2, attributes: {nom: 'Marché'}},
                ],
              },
            },
          },
        ],
        meta: {pagination: {page: 1, pageCount: 1, total: 1}},
      },
      'json',
    );
    assert.equal(records[0]?.image?.src, 'https://commune.example/uploads/halle.jpg');
    assert.deepEqual(records[0].themes, ['Bois', 'Marché']);
    assert.deepEqual(warnings, []);
  });

  it('has pictures by http, which are asked for by https unless they are on this machine', async () => {
    const {records} = await read(
      'nom;photo\nA;http://ors.example/a.jpg\nB;http://127.0.0.1:8080/b.jpg\nC;http://localhost/c.jpg\n',
    );
    assert.deepEqual(
      records.map(({image}) => image?.src),
      ['https://ors.example/a.jpg', 'http://127.0.0.1:8080/b.jpg', 'http://localhost/c.jpg'],
    );
  });
});
