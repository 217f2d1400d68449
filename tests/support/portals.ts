import type {Portal, Programme, Project} from '../../src/model/records.js';

export const network: Portal = {
  id: 'reseau',
  family: 'acteur',
  title: {fr: 'Villes fortes', nl: 'Vestingsteden'},
  description: {
    fr: 'Dix-neuf villes fortes étudient leur empreinte.',
    nl: 'Negentien vestingsteden bestuderen hun voetafdruk.',
  },
  url: 'https://example.org/reseau',
  accent: '#8a2432',
  languages: ['fr', 'nl'],
  actors: [
    {id: 1, name: 'CAUE du Nord'},
    {id: 2, name: 'Espace Environnement'},
  ],
  territory: {name: 'Westhoek'},
  programme: 'interreg-5',
  projects: ['septentrion', 'suite'],
};

export const subject: Portal = {
  id: 41,
  family: 'theme',
  title: 'Observatoire du cadre de vie',
  description: {fr: 'Des fiches sur le cadre de vie.'},
  url: 'https://example.org/41',
  counts: {observatoire: 4107, ateliers: 3},
  territory: {name: 'Hauts-de-France', insee: '32'},
  languages: ['fr'],
};

export const village: Portal = {
  id: 'ors',
  family: 'projet',
  title: 'Ors, un village et son canal',
  url: 'https://example.org/ors',
  territory: {name: 'Ors', insee: '59450'},
  status: 'archive',
};

/** Portal of an unknown family, without a URL. */
export const unknownFamily: Portal = {id: 'jeu', family: 'jeu', title: 'Un autre portail'};

/** One portal of each family, not in the order of the families. */
export const onePerFamily: readonly Portal[] = [unknownFamily, village, network, subject];

export const interreg: Programme = {
  id: 'interreg-5',
  title: 'Interreg V France-Wallonie-Vlaanderen',
  period: {start: '2014', end: '2020'},
  funding: {
    text: {fr: 'Cofinancé par l’Union européenne', nl: 'Medegefinancierd door de Europese Unie'},
  },
};

export const septentrion: Project = {
  id: 'septentrion',
  title: 'Septentrion',
  portal: 'reseau',
  period: {start: '2003-03-31', end: '2007-03-31'},
};

/** Ends after the other project; dates are approximate. */
export const sequel: Project = {
  id: 'suite',
  title: 'Suite',
  period: {start: '2006', end: '2009'},
  datePrecision: 'circa',
};

/** Returns numbered portals of alternating families. */
export const manyPortals = (count: number): readonly Portal[] =>
  Array.from({length: count}, (_, i) => ({
    id: i + 1,
    family: ['acteur', 'theme', 'projet'][i % 3] as string,
    title: `Portail ${i + 1}`,
    url: `https://example.org/${i + 1}`,
  }));
