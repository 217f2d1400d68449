import type {CollectionName} from '../../src/model/records.js';

/** Address of the only picture of the records, to be served by the test. */
export const PICTURE_PATH = '/place.svg';

/** The file at `PICTURE_PATH`. */
export const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"><rect width="800" height="500" fill="#a33"/></svg>';

/** Address without a place to break a line, which a calendar may give as a place. */
const call = `https://visio.example.org/${'rencontre'.repeat(9)}`;
const picture = (width = 800, height = 500) => ({
  src: PICTURE_PATH,
  alt: 'Vue de la place',
  credit: `CAUE du Nord, ${call}`,
  width,
  height,
});
const text = `${'Un texte assez long pour tenir sur plusieurs lignes, qui décrit le projet et ce que les habitants en attendent. '.repeat(3)} ${call}`;
const geo = {lat: 50.4, lon: 3.1};
const commune = {name: 'Villers-Outréaux', insee: '59624'};
const period = {start: '2025-03-01', end: '2027-06-30'};
const file = {title: 'Plan guide', url: 'https://example.org/plan.pdf', size: 120_000};
const contact = {
  email: 'caue@example.org',
  phone: '+33 3 20 57 67 67',
  address: '98 rue des Stations, 59800 Lille',
};
const meeting = {
  id: 'rencontre',
  title: 'Réunion publique',
  period: {start: '2099-12-10T18:30:00+01:00'},
  place: `Salle des fêtes, ${call}`,
};

/** A record of each collection with a value in each field that a widget shows. */
export const wholeRecords: Readonly<
  Partial<Record<CollectionName, Readonly<Record<string, unknown>>>>
> = {
  portals: {
    title: 'Portail de la place du village',
    family: 'projet',
    description: text,
    url: 'https://example.org/portail',
    accent: '#aa3333',
    logo: picture(200, 100),
    cover: picture(),
    languages: ['fr', 'nl'],
    sections: ['Médiathèque'],
    actors: [{id: 'caue', name: 'CAUE du Nord'}],
    territory: {name: 'Nord', insee: '59', bbox: [2, 50, 4, 51]},
    programme: 'fwvl',
    counts: {Médiathèque: 12},
    status: 'archive',
    updated: '2026-01-01',
  },
  resources: {
    title: 'Halle du marché couvert',
    family: 'theme',
    type: 'Document',
    section: 'Médiathèque',
    abstract: text,
    body: text,
    url: 'https://example.org/halle',
    portals: ['portail'],
    themes: ['Eau', 'Bois'],
    tags: ['halle'],
    commune,
    geo,
    image: picture(),
    pictures: [
      {...picture(), date: '1950'},
      {...picture(), date: '2020'},
    ],
    attachments: [file],
    authors: ['Jeanne Dupont'],
    organisation: 'CAUE du Nord',
    period,
    event: period,
    published: '2024-01-01',
    languages: ['fr'],
    licence: 'CC BY 4.0',
    ...contact,
  },
  projects: {
    title: 'Requalification de la place du village',
    acronym: 'PLACE',
    description: text,
    url: 'https://example.org/place',
    family: 'projet',
    portal: 'portail',
    programme: 'fwvl',
    period,
    datePrecision: 'circa',
    budget: {total: 1_200_000, eu: 600_000, rate: 50},
    lead: 'Commune d’Ors',
    partners: [
      {name: 'CAUE du Nord', role: 'Partenaire', country: 'FR', geo},
      {name: 'Provincie West-Vlaanderen', country: 'BE'},
    ],
    geo,
    commune,
    themes: ['Espace public', 'Eau'],
    phases: [
      {title: 'Diagnostic', period: {start: '2025-03', end: '2025-12'}},
      {title: 'Chantier', period: {start: '2026-01', end: '2027-06'}},
    ],
    next: meeting,
    participate: {
      label: 'Donner votre avis',
      url: 'https://example.org/avis',
      until: '2099-01-31',
    },
    sources: [{title: 'Étude de 2024', url: 'https://example.org/etude'}],
    aims: text,
    results: text,
    documents: [file, {...file, title: 'Compte rendu'}],
    contact: {name: 'Jeanne Dupont', role: 'Cheffe de projet', ...contact},
    image: picture(),
  },
  programmes: {
    title: 'Interreg France-Wallonie-Vlaanderen',
    generation: 'VI',
    strand: 'A',
    area: 'Nord, Wallonie',
    period: {start: '2021', end: '2027'},
    fund: {name: 'FEDER', amount: 250_000_000},
    funding: {text: 'Cofinancé par l’Union européenne', logo: picture(300, 80)},
  },
  events: {
    ...meeting,
    geo,
    url: 'https://example.org/reunion',
    portal: 'portail',
    project: 'record',
    description: text,
    image: picture(),
    status: 'annulé',
  },
  organisations: {
    name: 'CAUE du Nord',
    type: 'CAUE',
    url: 'https://example.org/caue',
    logo: picture(200, 100),
    country: 'FR',
    role: 'Chef de file',
    commune,
    geo,
    ...contact,
  },
  stories: {
    title: 'Une place, un siècle',
    intro: text,
    credit: 'CAUE du Nord',
    steps: [
      {title: 'Avant', text, year: 1950, image: picture(), geo},
      {title: 'Après', text, year: 2020, before: picture(), after: picture()},
    ],
  },
  contributions: {
    kind: 'idea',
    text,
    geo,
    photos: [picture()],
    name: 'Jeanne',
    created: '2026-03-01',
    state: 'published',
    reply: text,
  },
};
