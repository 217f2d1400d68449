import type {Organisation, Portal, Project} from '../../src/model/records.js';

export const caue: Organisation = {
  id: 'caue',
  name: 'CAUE du Nord',
  type: 'CAUE',
  country: 'FR',
  role: {fr: 'Communication', nl: 'Communicatie'},
  url: 'https://example.org/caue',
  geo: {lat: 50.63, lon: 3.06},
};

export const province: Organisation = {
  id: 'province',
  name: 'Provincie West-Vlaanderen',
  type: 'Province',
  country: 'BE',
  url: 'https://example.org/province',
};

/** Portal with two actors, whose project has a further partner. */
export const portals: readonly Portal[] = [
  {id: 610, title: 'EUTOPIA', family: 'projet', actors: [caue, province], projects: ['eutopia']},
  {id: 72, title: 'Réseau', family: 'acteur', actors: [{id: 'union', name: 'Union régionale'}]},
];

export const projects: readonly Project[] = [
  {
    id: 'eutopia',
    title: 'EUTOPIA',
    lead: 'Provincie West-Vlaanderen',
    portal: 610,
    period: {start: '2024', end: '2029'},
    partners: [
      {name: 'CAUE du Nord', role: {fr: 'Opérateur', nl: 'Operator'}, country: 'FR'},
      {name: 'Provincie West-Vlaanderen', role: {fr: 'Chef de file', nl: 'Projectleider'}},
      {name: 'Parc naturel régional', role: {fr: 'Opérateur', nl: 'Operator'}, country: 'FR'},
    ],
    geo: {lat: 50.9, lon: 2.6},
  },
  {
    id: 'other',
    title: 'Un autre projet',
    period: {start: '2016', end: '2020'},
    partners: [{name: 'Commune d’Ors', country: 'FR'}],
    geo: {lat: 50.1, lon: 3.6},
  },
];

/** Records of a server without a collection of organisations. */
export const recordsWithoutOrganisations = {portals, projects};

export const manyOrganisations = (count: number): readonly Organisation[] =>
  Array.from({length: count}, (_, i) => ({
    id: i + 1,
    name: `Organisme ${i + 1}`,
    type: i % 3 ? 'Commune' : 'Association',
    country: ['FR', 'BE', 'NL', undefined][i % 4],
    role: ['Partenaire', 'Opérateur'][i % 2],
    url: i % 5 ? `https://example.org/${i + 1}` : undefined,
  }));
