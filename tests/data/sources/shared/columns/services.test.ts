import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {CollectionName} from '../../../../../src/model/records.js';
import {readSource} from './foreign-file-fixture.js';

/** Reads a file without the attribute `fields`: its first record, and the warnings. */
async function readFirst(body: string | object, kind: string, collection: CollectionName) {
  const {records, warnings} = await readSource(body, kind, collection);
  return {record: records[0] as unknown as Record<string, unknown>, records, warnings};
}

describe('the data of a service, without "fields"', () => {
  it('of DATAtourisme have values in lists in lists, by language', async () => {
    const event = {
      '@id': 'https://data.datatourisme.example/13/abc',
      '@type': ['schema:Event', 'Exhibition'],
      'rdfs:label': {fr: ['Bâtir en terre'], en: ['Building with earth']},
      hasDescription: [{'@id': 'd', shortDescription: {fr: ['Une exposition']}}],
      isLocatedAt: [
        {
          '@id': 'lieu',
          'schema:address': [
            {'schema:addressLocality': 'Cambrai', 'schema:streetAddress': ['2 rue Haute']},
          ],
          'schema:geo': {'schema:latitude': '50.17', 'schema:longitude': '3.23'},
        },
      ],
      takesPlaceAt: [{startDate: '2026-04-01', endDate: '2026-06-01'}],
      hasContact: [{'foaf:homepage': ['https://expo.example']}],
      hasMainRepresentation: [
        {'ebucore:hasRelatedResource': [{'ebucore:locator': ['https://img.example/a.jpg']}]},
      ],
    };
    const {record, warnings} = await readFirst([event], 'json', 'events');
    assert.deepEqual(record, {
      id: 'https://data.datatourisme.example/13/abc',
      title: {fr: 'Bâtir en terre', en: 'Building with earth'},
      description: {fr: 'Une exposition'},
      period: {start: '2026-04-01', end: '2026-06-01'},
      place: 'Cambrai',
      geo: {lat: 50.17, lon: 3.23},
      url: 'https://expo.example/',
      image: {src: 'https://img.example/a.jpg'},
    });
    assert.deepEqual(warnings, []);
  });

  it('of ArcGIS have places in the system of the layer, and may be a part', async () => {
    const layer = {
      spatialReference: {wkid: 102_100, latestWkid: 3857},
      exceededTransferLimit: true,
      features: [
        {
          attributes: {OBJECTID: 1, NOM: 'Halle', DATE_DEBUT: 1_672_531_200_000},
          geometry: {x: 341_027.3, y: 6_557_332.7},
        },
        {
          attributes: {OBJECTID: 2, NOM: 'Voie verte', DATE_DEBUT: null},
          geometry: {
            paths: [
              [
                [341_000, 6_557_300],
                [341_100, 6_557_300],
              ],
            ],
          },
        },
      ],
    };
    const {record, records, warnings} = await readFirst(layer, 'json', 'projects');
    assert.deepEqual(record['geo'], {lat: 50.637, lon: 3.0635});
    assert.deepEqual(record['period'], {start: '2023-01-01', end: ''});
    assert.ok((records[1] as unknown as Record<string, unknown>)['geo']);
    assert.deepEqual(warnings, ['https://commune.example/f: only the first 2 records are read']);
  });

  it('of Sirene have their number, commune and place', async () => {
    const {record} = await readFirst(
      'siret,denominationUniteLegale,libelleCommuneEtablissement,codeCommuneEtablissement,codePostalEtablissement,coordonneeLambertAbscisseEtablissement,coordonneeLambertOrdonneeEtablissement\n' +
        '12345678900011,ATELIER HAUT,LILLE,59350,59000,704499.9,7060006.1\n',
      'csv',
      'organisations',
    );
    assert.deepEqual(record, {
      id: '12345678900011',
      name: 'ATELIER HAUT',
      commune: {name: 'Lille', insee: '59350'},
      postalCode: '59000',
      geo: {lat: 50.637, lon: 3.0635},
    });
  });

  it('of Socrata have a pair of coordinates in brackets', async () => {
    const {record} = await readFirst('Title,Location\nHalle,"(50.36, 3.52)"\n', 'csv', 'projects');
    assert.deepEqual(record['geo'], {lat: 50.36, lon: 3.52});
  });

  it('of Notion have two times of a day, with an arrow', async () => {
    const {record} = await readFirst(
      'Name,Date\nConférence,3 mars 2026 18:30 → 20:00\n',
      'csv',
      'events',
    );
    assert.deepEqual(record['period'], {start: '2026-03-03T18:30', end: '2026-03-03T20:00'});
  });

  it('of Notion have their title, not their status, and the names of choices', async () => {
    const page = (nom: string, statut: string) => ({
      object: 'page',
      id: nom,
      properties: {
        Statut: {id: 'a', type: 'status', status: {name: statut, color: 'blue'}},
        Nom: {id: 'title', type: 'title', title: [{type: 'text', plain_text: nom}]},
        Thème: {id: 'b', type: 'multi_select', multi_select: [{name: 'Eau'}]},
      },
    });
    const body = {object: 'list', results: [page('Halle', 'En cours'), page('Place', 'Fini')]};
    const {records, warnings} = await readFirst(body, 'json', 'resources');
    assert.deepEqual(records, [
      {id: 'Halle', title: 'Halle', themes: ['Eau']},
      {id: 'Place', title: 'Place', themes: ['Eau']},
    ]);
    assert.deepEqual(warnings, []);
  });

  it('may be a list of schema.org, whose entries hold the things', async () => {
    const item = {'@type': 'Museum', name: 'Musée', geo: {latitude: '50.63', longitude: '3.15'}};
    const list = {'@type': 'ItemList', itemListElement: [{'@type': 'ListItem', position: 1, item}]};
    const {record} = await readFirst(list, 'json', 'organisations');
    assert.deepEqual(record, {
      id: '1',
      name: 'Musée',
      type: 'Museum',
      geo: {lat: 50.63, lon: 3.15},
    });
  });

  it('may have a record in each line', async () => {
    const {records} = await readFirst('{"nom": "Halle"}\n{"nom": "Étang"}\n', 'json', 'projects');
    assert.deepEqual(
      records.map(record => (record as {title?: unknown}).title),
      ['Halle', 'Étang'],
    );
  });

  it('do not take the title of a record from a thing in a thing of it', async () => {
    const body = [{intitule: 'Halle', auteur: {structure: {nom: 'CAUE', id: 'x'}}}];
    const {record} = await readFirst(body, 'json', 'projects');
    assert.deepEqual([record['id'], record['title']], ['1', 'Halle']);
  });

  it('of Mastodon have the picture of the post, and nothing of its author, program and keywords', async () => {
    const post = (id: string, pictures: readonly object[]) => ({
      id,
      created_at: '2026-03-01T10:00:00.000Z',
      url: `https://m.example/@caue/${id}`,
      content: `<p>Visite ${id}</p>`,
      application: {name: 'Web', website: null},
      account: {display_name: 'CAUE', note: 'Une note', avatar: 'https://m.example/a.png'},
      media_attachments: pictures,
      tags: [{name: 'beffroi', url: 'https://m.example/tags/beffroi'}],
    });
    const posts = [post('1', [{url: 'https://m.example/p.jpg', description: 'Le beffroi'}])];
    const {records} = await readFirst([...posts, post('2', [])], 'json', 'resources');
    const common = {created: '2026-03-01T10:00:00.000Z', tags: ['beffroi']};
    assert.deepEqual(records, [
      {
        ...common,
        id: '1',
        body: 'Visite 1',
        url: 'https://m.example/@caue/1',
        image: {src: 'https://m.example/p.jpg'},
      },
      {...common, id: '2', body: 'Visite 2', url: 'https://m.example/@caue/2'},
    ]);
  });

  it('of Geotrek have their departure, and no period without a start', async () => {
    const walk = {
      id: 1,
      name: {fr: 'Sentier des mineurs', en: 'Miners path'},
      departure_geom: [3.63, 50.1],
      duration: 2.5,
      published: {fr: true, en: false},
    };
    const {records} = await readFirst({count: 1, results: [walk]}, 'json', 'projects');
    const geo = {lat: 50.1, lon: 3.63};
    assert.deepEqual(records, [{id: '1', title: walk.name, geo}]);
  });

  it('of Contentful do not have the kind of their pictures', async () => {
    const link = {sys: {type: 'Link', linkType: 'Asset', id: 'a1'}};
    const {records} = await readFirst(
      {items: [{fields: {title: 'La place', image: link}}]},
      'json',
      'resources',
    );
    assert.deepEqual(records, [{id: '1', title: 'La place'}]);
  });

  it('of the register of companies have the address of the seat', async () => {
    const body = [
      {
        siren: '123',
        nom_complet: 'CAUE DU NORD',
        siege: {adresse: '98 rue des Stations', code_postal: '59000', libelle_commune: 'LILLE'},
        dirigeants: [{nom: 'Petit', qualite: 'Président'}],
      },
    ];
    const {record} = await readFirst(body, 'json', 'organisations');
    assert.deepEqual(record, {
      id: '1',
      name: 'CAUE DU NORD',
      commune: {name: 'Lille'},
      address: '98 rue des Stations',
      postalCode: '59000',
    });
  });
});

describe('records with pictures and people of their own', () => {
  const first = async (record: object, kind: CollectionName = 'events') =>
    (await readFirst([record, {...record, title: 'Foire'}], 'json', kind)).record;

  it('of Plone have the address of their picture, not its media type', async () => {
    const image = {'content-type': 'image/jpeg', download: 'https://a.be/@@images/1.jpeg', filename: 'a.jpg', height: 10, width: 20}; // prettier-ignore
    const {image: picture} = await first({title: 'Bal', start: '2026-12-01', image});
    assert.deepEqual(picture, {src: 'https://a.be/@@images/1.jpeg', height: 10, width: 20});
  });

  for (const [name, nested] of Object.entries({
    illiwap: {extendedProps: {medias: [{url: 'https://a.be/1.png'}]}},
    UiTdatabank: {mediaObject: [{contentUrl: 'https://a.be/1.jpeg'}]},
    Apidae: {illustrations: [{traductionFichiers: [{url: 'https://a.fr/1.jpg'}]}]},
  }))
    it(`of ${name} do not link to their picture`, async () => {
      const {url, image} = (await first({title: 'Bal', start: '2026-12-01', ...nested})); // prettier-ignore
      assert.equal(url, undefined);
      assert.ok(image);
    });

  it('have a place and a type whose names are written by language', async () => {
    const body = {name: {nl: 'Kerstconcert'}, startDate: '2026-12-05', location: {name: {nl: 'De Werft'}}}; // prettier-ignore
    assert.equal((await first(body))['place'], 'De Werft');
    const {type} = await first({nom: 'Bal', type: {nl: 'Feest', fr: 'Fête'}}, 'resources');
    assert.equal(type, 'Fête');
    const {openingHours} = await first({nom: 'Bal', opening_hours: {mo: '9-12', di: '14-17'}}, 'resources'); // prettier-ignore
    assert.equal(openingHours, undefined);
  });

  it('do not link to the site of their architect', async () => {
    const {url} = await first(
      {nom: 'Halle', maitre_oeuvre: [{nom: 'Atelier', site_web: 'https://atelier.example/'}]},
      'resources',
    );
    assert.equal(url, undefined);
  });

  it('of OpenAgenda, in a file, have the address of a picture in two parts, and no link to its folder', async () => {
    const image = {filename: 'fete.jpg', base: 'https://cdn.example/'};
    const {record} = await readFirst([{title: {fr: 'Fête'}, image}], 'json', 'resources');
    assert.deepEqual(record['image'], {src: 'https://cdn.example/fete.jpg'});
    assert.equal(record['url'], undefined);
  });

  it('have opening hours in an object with a value for each day, or a list of days', async () => {
    for (const [horaires, expected] of [
      [{lundi: 'fermé', mardi: '10h-18h', mercredi: '10h-18h'}, 'Tu,We 10:00-18:00'],
      [{monday: ['09:00-12:00', '14:00-18:30'], tuesday: []}, 'Mo 09:00-12:00,14:00-18:30'],
      [{Samstag: {von: '10:00', bis: '17:00'}}, 'Sa 10:00-17:00'],
      [[{jour: 'lundi', ouverture: '9h', fermeture: '12h'}], 'Mo 09:00-12:00'],
      [[{dag: 'zondag', open: '0900', dicht: '1730'}], 'Su 09:00-17:30'],
      [{lundi: 'sur rendez-vous', mardi: 'dès 9h'}, undefined],
      [[{day: 1, open: '0900', close: '1800'}], undefined],
    ] as const) {
      const {record} = await readFirst([{nom: 'Piscine', horaires}], 'json', 'resources');
      assert.equal(record['openingHours'], expected, JSON.stringify(horaires));
    }
  });
});
