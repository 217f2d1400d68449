import type {Resource} from '../../src/model/records.js';
import {orsNow} from './drawings.js';

export const atlas: Resource = {
  id: 'atlas',
  title: {fr: 'Atlas de Flandre', nl: 'Atlas van Vlaanderen'},
  type: 'document',
  section: 'mediatheque',
  abstract: {fr: 'Des cartes pour comprendre, débattre et agir.'},
  url: 'https://example.org/atlas',
  themes: ['Paysage', 'Urbanisme'],
  organisation: 'CAUE du Nord',
  published: '2018-03-01',
  lang: 'fr',
  attachments: [
    {url: 'https://example.org/atlas.pdf', type: 'application/pdf', size: 2_400_000, lang: 'nl'},
  ],
};

export const walls: Resource = {
  id: 'walls',
  title: 'Murailles et jardins',
  type: 'site',
  section: 'mediatheque',
  url: 'https://example.org/walls',
  themes: ['Patrimoine'],
  commune: {name: 'Ieper'},
  authors: ['Jeanne Dupont', 'Jan Peeters'],
  period: {start: '2012', end: '2014'},
  languages: ['fr', 'nl'],
};

export const marker: Resource = {
  id: 'marker',
  title: 'Un lavoir',
  type: 'marqueur',
  section: 'observatoire',
  url: 'https://example.org/marker',
  themes: ['Patrimoine', 'Eau'],
  commune: {name: 'Ors', insee: '59450'},
  geo: {lat: 50.1, lon: 3.63},
  published: '2016',
};

/** Three resources that differ in all facets. */
export const threeResources: readonly Resource[] = [atlas, walls, marker];

/** Returns numbered resources with varying themes, communes and years. */
export const manyResources = (count: number): readonly Resource[] =>
  Array.from({length: count}, (_, i) => ({
    id: i + 1,
    title: `Fiche ${i + 1}`,
    type: i % 2 ? 'document' : 'marqueur',
    section: i % 2 ? 'mediatheque' : 'observatoire',
    url: `https://example.org/${i + 1}`,
    themes: [`Thème ${(i % 20) + 1}`],
    commune: {name: `Commune ${(i % 30) + 1}`, insee: String(59001 + (i % 30))},
    published: String(2000 + (i % 20)),
  }));

/** Resource with all fields. */
export const completeResource: Resource = {
  id: 'full',
  title: 'Une place rendue aux piétons',
  type: 'projet',
  section: 'observatoire',
  abstract: 'La place de l’église, refaite en trois ans.',
  body: 'Un premier paragraphe.\nSa deuxième ligne.\n\nUn second paragraphe.',
  url: 'https://example.org/full',
  portals: ['reseau', 41, 'jeu'],
  themes: ['Paysage', 'Habitat'],
  scales: ['Communale'],
  tags: ['place', 'pavés'],
  commune: {name: 'Ors', insee: '59450'},
  image: {
    src: orsNow,
    alt: 'Une maison blanche sur la place',
    credit: 'CAUE du Nord',
    width: 900,
    height: 600,
  },
  attachments: [
    {
      url: 'https://example.org/plan.pdf',
      title: 'Le plan',
      type: 'application/pdf',
      size: 1_200_000,
      lang: 'fr',
    },
    {url: 'https://example.org/gids.pdf', title: 'De gids', size: 300_000, lang: 'nl'},
  ],
  authors: ['Jeanne Dupont', 'Jan Peeters'],
  owners: ['Commune d’Ors'],
  designers: ['Atelier du Canal'],
  organisation: 'CAUE du Nord',
  period: {start: '2016', end: '2019'},
  event: {start: '2019-06-01', end: '2019-06-02'},
  published: '2019-07-01',
  created: '2019-06-20',
  updated: '2020-01-15',
  publisher: 'Une Personne',
  languages: ['fr', 'nl'],
  tools: ['consulting', 'discovery', 'jeu de cartes'],
  lang: 'fr',
  licence: 'Licence Ouverte 2.0',
  identifier: '32135',
};
