import type {PortalEvent, Programme, Project} from '../../src/model/records.js';

/** Current time of these tests. */
export {now} from './progress.js';

export const interreg: Programme = {
  id: 'interreg-6',
  title: {fr: 'Interreg VI France-Wallonie-Vlaanderen'},
  generation: 'VI',
  strand: 'A',
  period: {start: '2021', end: '2027'},
  fund: {name: 'FEDER', amount: 268e6, currency: 'EUR'},
};

/** Project with every field of a sheet. */
export const hills: Project = {
  id: 'monts',
  title: {fr: 'Les monts de Flandre', nl: 'De Vlaamse heuvels', en: 'The hills of Flanders'},
  acronym: 'Clim@Monts',
  url: 'https://example.org/monts',
  programme: 'interreg-6',
  parent: 'portefeuille',
  description: {
    fr: 'Une trame écologique renforcée sur les monts de Flandre.',
    nl: 'Een sterker ecologisch netwerk op de Vlaamse heuvels.',
  },
  aims: {fr: 'Relier les haies.\n\nGarder l’eau.', nl: 'Hagen verbinden.'},
  results: {fr: 'Douze kilomètres de haies plantés.', nl: 'Twaalf kilometer hagen geplant.'},
  period: {start: '2024-01-01', end: '2027-12-31'},
  datePrecision: 'exact',
  budget: {total: 4_000_000, eu: 2_400_000, rate: 60, currency: 'EUR'},
  lead: 'Département du Nord',
  partners: [
    {
      name: 'Provincie West-Vlaanderen',
      country: 'BE',
      role: 'Partenaire',
      geo: {lat: 51.2, lon: 3.2},
    },
    {name: 'Département du Nord', country: 'FR', geo: {lat: 50.63, lon: 3.06}},
    {name: 'Commune de Bailleul', country: 'FR', geo: {lat: 50.74, lon: 2.73}},
  ],
  geo: {lat: 50.78, lon: 2.68},
  commune: {name: 'Bailleul', insee: '59043'},
  documents: [
    {
      url: 'https://example.org/synthese.pdf',
      title: {fr: 'La synthèse', nl: 'De samenvatting'},
      type: 'application/pdf',
      size: 2_400_000,
      lang: 'nl',
    },
  ],
  contact: {name: 'Jeanne Martin', role: {fr: 'Cheffe de projet'}, email: 'jeanne@example.org'},
  participate: {
    label: {fr: 'Donner mon avis'},
    url: 'https://example.org/avis',
    until: '2026-12-31',
  },
  next: 'balade',
  sources: [{title: {fr: 'La page du programme'}, url: 'https://example.org/programme'}],
};

export const portfolio: Project = {
  id: 'portefeuille',
  title: {fr: 'EUTOPIA', nl: 'EUTOPIA'},
  url: 'https://example.org/eutopia',
  programme: 'interreg-6',
  description: {fr: 'Un portefeuille de projets.', nl: 'Een portfolio van projecten.'},
};

export const marsh: Project = {
  id: 'marais',
  title: {fr: 'Le marais audomarois'},
  programme: 'interreg-6',
  parent: 'portefeuille',
};

export const outing: PortalEvent = {
  id: 'balade',
  title: {fr: 'Balade sur les monts'},
  project: 'monts',
  period: {start: '2026-12-05T10:00', end: '2026-12-05T12:00'},
  place: 'Bailleul',
};

/** Records of a server: a portfolio first. */
export const sheetRecords = {
  programmes: [interreg],
  projects: [portfolio, hills, marsh],
  events: [outing],
};

/** Returns a project with many partners. */
export const withPartners = (count: number): Project => ({
  ...hills,
  partners: Array.from({length: count}, (_, i) => ({name: `Partenaire ${i + 1}`, country: 'FR'})),
});
