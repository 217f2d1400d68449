import type {Project} from '../../src/model/records.js';

/** Isolated project in the north. */
export const dunes: Project = {
  id: 'dunes',
  title: {fr: 'Clim@Dunes', nl: 'Klim@Duinen'},
  url: 'https://example.org/dunes',
  family: 'acteur',
  programme: 'vi',
  period: {start: '2024', end: '2029'},
  datePrecision: 'circa',
  geo: {lat: 51.05, lon: 2.4},
  commune: {name: 'Dunkerque', insee: '59183'},
};

export const trees: Project = {
  id: 'arbres',
  title: 'Observatoire des arbres',
  url: 'https://example.org/arbres',
  family: 'theme',
  programme: 'v',
  period: {start: '2016'},
  geo: {lat: 50.65, lon: 3.05},
  commune: {name: 'Lille', insee: '59350'},
};

/** Close to the next project, in the same commune; it has the family of its portal. */
export const village: Project = {
  id: 'ors',
  title: 'Ors, un village et son canal',
  url: 'https://example.org/ors',
  portal: 'ors',
  programme: 'v',
  geo: {lat: 50.1, lon: 3.63},
  commune: {name: 'Ors', insee: '59450'},
};

export const lock: Project = {
  id: 7,
  title: 'L’écluse d’Ors',
  url: 'https://example.org/7',
  family: 'projet',
  geo: {lat: 50.104, lon: 3.635},
  commune: {name: 'Ors', insee: '59450'},
};

/** Unlocated project without a URL. */
export const network: Project = {
  id: 'reseau',
  title: 'Un réseau sans lieu',
  family: 'acteur',
  period: {start: '2003', end: '2007'},
  geo: null,
};

/** Two markers and a cluster of two, and an unlocated project. */
export const mapProjects: readonly Project[] = [dunes, trees, village, lock, network];

/** Projects at the same coordinates, which no zoom separates. */
export const stackedProjects: readonly Project[] = [1, 2, 3].map(id => ({
  id,
  title: `Étage ${id}`,
  url: `https://example.org/etage-${id}`,
  family: 'projet',
  geo: {lat: 50.5, lon: 3},
}));

/** Returns numbered projects on a grid of about one kilometre. */
export const manyMapProjects = (count: number): readonly Project[] =>
  Array.from({length: count}, (_, i) => ({
    id: i + 1,
    title: `Projet ${i + 1}`,
    url: `https://example.org/${i + 1}`,
    family: ['acteur', 'theme', 'projet'][i % 3] as string,
    geo: {lat: 50 + (i % 90) / 100, lon: 2.5 + Math.floor(i / 90) / 60},
    commune: {name: `Commune ${(i % 30) + 1}`, insee: String(59001 + (i % 30))},
  }));
