import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {CollectionName} from '../../../../../src/model/records.js';
import {readSource} from './foreign-file-fixture.js';

/** Reads a file without the attribute `fields`: records without their ids, and the warnings. */
async function read(body: string | object, kind: string, collection: CollectionName = 'resources') {
  const {records, warnings} = await readSource(body, kind, collection);
  return {
    records: records.map(({id: _, ...record}) => record as Record<string, unknown>),
    warnings,
  };
}

describe('a bibliography', () => {
  it('of Zotero as CSV has its abstract and keywords, and a DOI as link', async () => {
    const {records, warnings} = await read(
      [
        '"Key","Item Type","Publication Year","Author","Title","DOI","Url","Abstract Note","Date","Date Added","File Attachments","Manual Tags"',
        '"K1","book","2009","Roux, Léa; Le Ru","Le torchis","","https://a.example/1","Mur par mur.","2009-10-02","2024-01-01 08:00:00","/home/lea/a.pdf","terre; bois"',
        '"K2","thesis","1987","Petit, Jo","La panne","10.1000/xyz.12","","","mai 1987","2024-01-01 08:00:00","",""',
      ].join('\n'),
      'csv',
    );
    assert.deepEqual(records, [
      {
        title: 'Le torchis',
        type: 'book',
        authors: ['Roux, Léa', 'Le Ru'],
        url: 'https://a.example/1',
        abstract: 'Mur par mur.',
        published: '2009-10-02',
        tags: ['terre', 'bois'],
      },
      {
        title: 'La panne',
        type: 'thesis',
        authors: ['Petit, Jo'],
        url: 'https://doi.org/10.1000/xyz.12',
        published: '1987-05',
      },
    ]);
    assert.deepEqual(warnings, []);
  });

  it('in CSL has people by given and family name, and dates in parts', async () => {
    const {records, warnings} = await read(
      [
        {
          id: 'a',
          title: 'Le torchis',
          author: [{family: 'Roux', given: 'Léa'}, {literal: 'Maison de la terre'}],
          issued: {'date-parts': [[2009, 10, 2]]},
          keyword: 'terre, bois',
        },
        {id: 'b', title: 'La panne', author: [{family: 'Petit'}], issued: {'date-parts': [[1987]]}},
      ],
      'json',
    );
    assert.deepEqual(records, [
      {
        title: 'Le torchis',
        authors: ['Léa Roux', 'Maison de la terre'],
        published: '2009-10-02',
        tags: ['terre', 'bois'],
      },
      {title: 'La panne', authors: ['Petit'], published: '1987'},
    ]);
    assert.deepEqual(warnings, []);
  });

  it('of a repository on Solr, such as HAL, has names with the kind of their values', async () => {
    const docs = [
      {
        docid: '1',
        title_s: ['Le torchis'],
        authFullName_s: ['Léa Roux', 'Jo Petit'],
        uri_s: 'https://a.example/1',
        abstract_s: ['Mur par mur.'],
        producedDate_s: '2009-10',
        docType_s: 'ART',
      },
    ];
    const {records} = await read({response: {numFound: 1, start: 0, docs}}, 'json');
    assert.deepEqual(records, [
      {
        title: 'Le torchis',
        authors: ['Léa Roux', 'Jo Petit'],
        url: 'https://a.example/1',
        abstract: 'Mur par mur.',
        published: '2009-10',
        type: 'ART',
      },
    ]);
  });

  it('of Omeka S has names and values of Dublin Core', async () => {
    const literal = (...values: readonly string[]) =>
      values.map(value => ({type: 'literal', property_label: 'x', '@value': value}));
    const {records, warnings} = await read(
      [
        {
          '@id': 'https://a.example/api/items/4',
          '@type': ['o:Item', 'dctype:StillImage'],
          'o:title': 'Rue du Bac',
          'dcterms:title': literal('Rue du Bac'),
          'dcterms:creator': literal('Studio Vasseur'),
          'dcterms:description': literal('Après la crue.', 'Tirage bleu.'),
          'dcterms:date': literal('1926'),
          'dcterms:subject': literal('crue', 'rue'),
          'dcterms:type': literal('Photographie'),
        },
      ],
      'json',
    );
    assert.deepEqual(records, [
      {
        title: 'Rue du Bac',
        authors: ['Studio Vasseur'],
        abstract: 'Après la crue., Tirage bleu.',
        published: '1926',
        themes: ['crue', 'rue'],
        type: 'Photographie',
      },
    ]);
    assert.deepEqual(warnings, []);
  });

  it('of a library’s catalogue has its keywords, year and publisher in French', async () => {
    const {records} = await read(
      "Titre;Auteur principal;Éditeur;Année d'édition;Mots-clés;Lien notice PMB\n" +
        'Le torchis;Roux, Léa;Nord Éditions;2009;terre / bois;https://a.example/notice?id=1\n',
      'csv',
    );
    assert.deepEqual(records, [
      {
        title: 'Le torchis',
        authors: ['Roux, Léa'],
        organisation: 'Nord Éditions',
        published: '2009',
        tags: ['terre', 'bois'],
        url: 'https://a.example/notice?id=1',
      },
    ]);
  });
});

describe('the answers of a form', () => {
  it('have several choices in a cell, separated by commas: each is a theme', async () => {
    const {records} = await read(
      'Nom du projet,Thématique(s)\nMare,"Eau, Paysage"\nHaie,Paysage\nBanc,\n',
      'csv',
    );
    assert.deepEqual(
      records.map(({themes}) => themes),
      [['Eau', 'Paysage'], ['Paysage'], undefined],
    );
  });

  it('keep a theme whose name has commas, if no other cell has a part of it', async () => {
    const {records} = await read('Nom,Thème\nMare,"Eau, air, sol"\nHaie,"Eau, air, sol"\n', 'csv');
    assert.deepEqual(records[0]?.['themes'], ['Eau, air, sol']);
  });

  it('of Kobo have the address of a photo beside the name of its file', async () => {
    const {records} = await read(
      'Nom du lieu;Photo;Photo_URL;_id\nLavoir;7.jpg;https://k.example/7.jpg;31\n',
      'csv',
    );
    assert.deepEqual(records, [{title: 'Lavoir', image: {src: 'https://k.example/7.jpg'}}]);
  });
});

describe('a list of a register', () => {
  it('has a plural in brackets inside a heading, and one column of links', async () => {
    const {records} = await read(
      'Appellation;Auteur(s);Date(s) de construction;Lien base Mérimée\n' +
        'Villa;R. Mallet;1929-1932;https://m.example/PA1\n',
      'csv',
    );
    assert.deepEqual(records, [
      {
        title: 'Villa',
        authors: ['R. Mallet'],
        period: {start: '1929', end: '1932'},
        url: 'https://m.example/PA1',
      },
    ]);
  });

  it('with two columns of web pages has no link unless one is named', async () => {
    const {records} = await read(
      'Appellation;Carte;Inventaire\nVilla;https://c.example/1;https://i.example/1\n',
      'csv',
    );
    assert.deepEqual(records, [{title: 'Villa'}]);
  });

  it('of projects has the programmes that they name, each once, and no brief for a building', async () => {
    const body =
      'Projet;Programme;Début\nForts;Interreg III;2003\nDunes;Interreg III;2005\n' +
      `Halle;;2010\nÉcole;${'Construction de huit classes et d’un préau, '.repeat(3)};2012\n`;
    const programmes = await read(body, 'csv', 'programmes');
    assert.deepEqual(programmes.records, [{title: 'Interreg III'}]);
    const projects = await read(body, 'csv', 'projects');
    assert.equal(projects.records[1]?.['programme'], 'Interreg III');
    assert.deepEqual([...programmes.warnings, ...projects.warnings], []);
  });

  it('of Wikidata has years, not midnights', async () => {
    const {records} = await read(
      'itemLabel,coord,inception\nBeffroi,Point(3.2 50.1),1450-01-01T00:00:00Z\n',
      'csv',
      'projects',
    );
    assert.deepEqual(records[0]?.['period'], {start: '1450', end: '1450'});
  });

  it('of events, as WordPress has them, has place and commune, and no status of a page', async () => {
    const {records, warnings} = await read(
      {
        events: [
          {
            id: 5,
            status: 'publish',
            title: 'Marché',
            start_date: '2026-12-12 10:00:00',
            end_date: '2026-12-12 18:00:00',
            venue: {venue: 'Place Verte', address: '2 rue Basse', city: 'Ors', zip: '59360'},
            organizer: [{organizer: 'Comité'}],
          },
        ],
        total: 1,
      },
      'json',
      'events',
    );
    assert.deepEqual(records[0]?.['place'], 'Place Verte');
    assert.deepEqual(records[0]['period'], {
      start: '2026-12-12T10:00:00',
      end: '2026-12-12T18:00:00',
    });
    assert.deepEqual(warnings, []);
  });

  it('of Grist has lists that begin with their kind', async () => {
    const {records} = await read(
      {records: [{id: 1, fields: {Nom: 'Mare', Commune: ['L', 'Ors'], Themes: ['L', 'Eau']}}]},
      'json',
    );
    assert.deepEqual(records, [{title: 'Mare', commune: {name: 'Ors'}, themes: ['Eau']}]);
  });
});
