import type {PortalEvent, Project, Resource} from '../../src/model/records.js';

/** Current time of these tests: a Tuesday in Paris. */
export const now = new Date('2026-11-24T10:00:00+01:00');

/** Project with phases of each state, a meeting and a participation link. */
export const centre: Project = {
  id: 'centre-bourg',
  title: {fr: 'Un centre-bourg renouvelé', nl: 'Een vernieuwd dorpscentrum'},
  url: 'https://example.org/centre',
  portal: 'villers',
  phases: [
    {title: {fr: 'Écouter', nl: 'Luisteren'}, period: {start: '2024', end: '2025'}, state: 'done'},
    {title: 'Imaginer ensemble', period: {start: '2026-01', end: '2026-12'}},
    {title: 'Choisir', period: {start: '2027'}},
    {title: 'Construire', state: 'next'},
  ],
  next: 'atelier',
  participate: {
    label: {fr: 'Répondre au questionnaire', nl: 'De vragenlijst invullen'},
    url: 'https://example.org/questionnaire',
    until: '2026-12-12',
  },
};

export const workshop: PortalEvent = {
  id: 'atelier',
  title: {fr: 'Atelier sur plan', nl: 'Workshop rond een kaart'},
  url: 'https://example.org/atelier',
  project: 'centre-bourg',
  period: {start: '2026-12-03T18:30', end: '2026-12-03T20:30'},
  place: 'Salle des fêtes',
  description: 'Autour d’une maquette, chacun déplace les pièces.',
};

/** Before the workshop, and not referenced by the project. */
export const walk: PortalEvent = {
  id: 'balade',
  title: 'Balade dans les rues',
  project: 'centre-bourg',
  period: {start: '2026-11-28T10:00'},
};

export const opening: PortalEvent = {
  id: 'lancement',
  title: 'Réunion de lancement',
  project: 'centre-bourg',
  period: {start: '2024-03-01T18:00'},
};

export const documents: readonly Resource[] = [1, 2, 3, 4, 5].map(id => ({
  id,
  title: `Compte rendu ${id}`,
  url: `https://example.org/cr/${id}`,
  portals: ['villers'],
  published: `2026-0${id}-15`,
}));

export const portals = [{id: 'villers', title: 'Villers', projects: ['centre-bourg']}];

/** Records of a server. */
export const progressRecords = {
  portals,
  projects: [centre],
  events: [workshop, walk, opening],
  resources: documents,
};

/** Project with many phases. */
export const manyPhases: Project = {
  ...centre,
  id: 'long',
  phases: Array.from({length: 12}, (_, index) => ({
    title: `Phase ${index + 1}`,
    state: index < 5 ? 'done' : index === 5 ? 'now' : 'next',
  })),
};
