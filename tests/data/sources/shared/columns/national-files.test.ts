import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readFile, readSource, valuesOf} from './foreign-file-fixture.js';

/** Reads organisations, with the warnings for the webmaster. */
const read = (body: string | object, kind: string) => readSource(body, kind, 'organisations');

/** A service as in the national directory, whose cells contain JSON as text. */
const service = (nom: string, more: object) => ({
  nom,
  version_type: 'Publiable',
  organigramme: '[]',
  telecopie: '[]',
  plage_ouverture: JSON.stringify([
    {
      nom_jour_debut: 'Lundi',
      nom_jour_fin: 'Jeudi',
      valeur_heure_debut_1: '08:30:00',
      valeur_heure_fin_1: '12:00:00',
      valeur_heure_debut_2: '13:30:00',
      valeur_heure_fin_2: '17:00:00',
      commentaire: '',
    },
    {
      nom_jour_debut: 'Samedi',
      nom_jour_fin: 'Samedi',
      valeur_heure_debut_1: '09:00:00',
      valeur_heure_fin_1: '11:30:00',
      valeur_heure_debut_2: '',
      valeur_heure_fin_2: '',
    },
  ]),
  telephone: JSON.stringify([{valeur: '03 27 00 00 01', description: 'Accueil'}]),
  site_internet: JSON.stringify([{libelle: '', valeur: 'https://ors.example'}]),
  adresse: JSON.stringify([
    {
      type_adresse: 'Adresse',
      numero_voie: '1 place de la Mairie',
      code_postal: '59360',
      nom_commune: 'Ors',
      longitude: '3.63',
      latitude: '50.1',
    },
    {type_adresse: 'Adresse postale', numero_voie: 'BP 12', code_postal: '59361'},
  ]),
  ...more,
});

describe('a file of a national directory', () => {
  it('of public services has its address, place, telephone and opening hours in cells of JSON', async () => {
    const {records, warnings} = await read(
      {
        results: [
          service('Mairie - Ors', {}),
          service('Mairie - Landrecies', {site_internet: '[]'}),
        ],
      },
      'json',
    );
    assert.deepEqual(records[0], {
      id: '1',
      name: 'Mairie - Ors',
      url: 'https://ors.example/',
      commune: {name: 'Ors'},
      geo: {lat: 50.1, lon: 3.63},
      address: '1 place de la Mairie',
      postalCode: '59360',
      telephone: '03 27 00 00 01',
      openingHours: 'Mo-Th 08:30-12:00,13:30-17:00; Sa 09:00-11:30',
    });
    assert.doesNotMatch(JSON.stringify(records[1]), /\[|\{.*\\"/);
    assert.deepEqual(warnings, []);
  });

  it('of associations has an address in several columns, and its commune', async () => {
    const {records} = await read(
      'titre;objet;adrs_numvoie;adrs_typevoie;adrs_libvoie;adrs_codeinsee;adrs_codepostal;adrs_libcommune\n' +
        'Les jardins;créer des jardins;3;RUE;DU CANAL;59450;59360;Ors\n' +
        'Les amis;sauvegarder le patrimoine;;PL;VERTE;59491;59590;Raismes\n',
      'csv',
    );
    assert.deepEqual(
      records.map(({address, postalCode, commune}) => [address, postalCode, commune]),
      [
        ['3 RUE DU CANAL', '59360', {name: 'Ors', insee: '59450'}],
        ['PL VERTE', '59590', {name: 'Raismes', insee: '59491'}],
      ],
    );
  });

  it('has opening hours as specifications of schema.org', async () => {
    const {records} = await read(
      [
        {
          name: 'Maison de l’architecture',
          openingHours: [
            {dayOfWeek: ['Monday', 'https://schema.org/Tuesday'], opens: '09:00', closes: '17:30'},
            {dayOfWeek: 'Friday', opens: '09:00:00', closes: '12:00:00'},
          ],
        },
        {name: 'Musée', openingHours: 'sur rendez-vous'},
      ],
      'json',
    );
    assert.deepEqual(
      records.map(({openingHours}) => openingHours),
      ['Mo,Tu 09:00-17:30; Fr 09:00-12:00', 'sur rendez-vous'],
    );
  });

  it('of tourism has the next of the dates of an event, and its town without the postal code', async () => {
    const rows = [
      '"Moisson","https://a.example/core#Event|https://a.example/core#Fair",50.1,3.2,Rue Haute,"59360#Ors","2099-08-15<->2099-08-16",https://a.example/1',
      '"Brocante","https://a.example/core#Event|https://a.example/core#Sale",50.2,3.1,Place du Marché,"59550#Landrecies","2098-07-14<->2098-07-14|2016-07-14<->2016-07-15|2099-07-14<->2099-07-14",https://a.example/2',
      '"Foire","https://a.example/core#Event|https://a.example/core#Fair",50.1,3.2,Rue Haute,"59360#Ors","2015-05-01<->2015-05-02|2016-05-01<->2016-05-02",https://a.example/3',
    ];
    const file = `Nom_du_POI,Categories_de_POI,Latitude,Longitude,Adresse_postale,Code_postal_et_commune,Periodes_regroupees,URI_ID_du_POI\n${rows.join('\n')}`;
    const {records} = await readFile(file, {kind: 'events'});
    assert.deepEqual(valuesOf(records, 'title'), ['Moisson', 'Brocante', 'Foire']);
    assert.deepEqual(valuesOf(records, 'place'), ['Ors', 'Landrecies', 'Ors']);
    assert.deepEqual(valuesOf(records, 'period'), [
      {start: '2099-08-15', end: '2099-08-16'},
      {start: '2098-07-14', end: '2098-07-14'},
      {start: '2016-05-01', end: '2016-05-02'},
    ]);
    assert.deepEqual(valuesOf(records, 'url')[0], 'https://a.example/1');
  });

  it('of tourism has its names by language, however the language is written', async () => {
    for (const label of [
      {'rdfs:label': {fr: ['Marché'], en: ['Market']}},
      {label: {'@fr': 'Marché', '@en': 'Market'}},
    ]) {
      const place = {address: [{streetAddress: ['Grand-Place'], addressLocality: 'Ors'}]};
      const object = {uri: 'https://a.example/1', ...label, isLocatedAt: [place]};
      const {records, warnings} = await read({objects: [object]}, 'json');
      assert.deepEqual(records[0]?.name, 'Marché');
      assert.deepEqual(warnings, []);
    }
  });
});
