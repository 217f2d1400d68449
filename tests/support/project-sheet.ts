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

const marsh: Project = {
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

/** Texts of a real length, in three languages. */
const longTexts = {
  fr: [
    'Sur les monts de Flandre, les haies, les mares et les bosquets relient les réserves naturelles de part et d’autre de la frontière. Depuis cinquante ans, un tiers de ces liens a disparu, et les pluies plus fortes emportent la terre des versants vers les villages. Le projet réunit les communes, les agriculteurs et les habitants pour rétablir ces liens, retenir l’eau en haut des monts et préparer les paysages au climat des trente prochaines années. Les actions sont choisies avec ceux qui vivent sur place, au cours de marches et d’ateliers ouverts à tous.',
    [
      'Planter vingt-quatre kilomètres de haies avec des essences locales, le long des chemins et des limites de parcelles, en accord avec chaque exploitant.',
      'Restaurer soixante mares et trois zones humides, pour retenir l’eau des orages et accueillir le triton crêté, dont les populations sont isolées.',
      'Former quatre-vingts agents et agriculteurs à l’entretien des haies, et ouvrir une plateforme commune de vente du bois de taille.',
      'Raconter le paysage : douze sentiers balisés, une exposition itinérante en deux langues, et un observatoire photographique suivi par les écoles.',
    ],
    'Douze kilomètres de haies plantés et vingt-huit mares restaurées à la fin de 2025, avec deux cents bénévoles. Un guide d’entretien, traduit en deux langues, est distribué dans les trente communes. Les premières mesures montrent des ruissellements réduits d’un cinquième sur le versant nord.',
  ],
  nl: [
    'Op de Vlaamse heuvels verbinden hagen, poelen en bosjes de natuurreservaten aan beide zijden van de grens. In vijftig jaar is een derde van die verbindingen verdwenen, en hevige regen voert de grond van de hellingen naar de dorpen. Het project brengt gemeenten, landbouwers en inwoners samen om die verbindingen te herstellen, het water boven op de heuvels vast te houden en de landschappen voor te bereiden op het klimaat van de komende dertig jaar. De acties worden gekozen met wie er woont, tijdens wandelingen en ateliers die voor iedereen openstaan.',
    [
      'Vierentwintig kilometer hagen planten met streekeigen soorten, langs de wegen en de perceelsgrenzen, in overleg met elke landbouwer.',
      'Zestig poelen en drie natte gebieden herstellen, om het water van onweersbuien vast te houden en de kamsalamander op te vangen, waarvan de populaties geïsoleerd zijn.',
      'Tachtig medewerkers en landbouwers opleiden in het onderhoud van hagen, en een gezamenlijk verkooppunt voor snoeihout openen.',
      'Het landschap vertellen: twaalf bewegwijzerde paden, een reizende tentoonstelling in twee talen en een fotografisch observatorium dat scholen volgen.',
    ],
    'Twaalf kilometer hagen geplant en achtentwintig poelen hersteld eind 2025, met tweehonderd vrijwilligers. Een onderhoudsgids, vertaald in twee talen, wordt verspreid in de dertig gemeenten. De eerste metingen tonen een vijfde minder afspoeling op de noordhelling.',
  ],
  en: [
    'On the hills of Flanders, hedges, ponds and copses link the nature reserves on both sides of the border. In fifty years a third of these links has disappeared, and heavier rain carries the soil of the slopes down to the villages. The project brings together municipalities, farmers and residents to restore these links, to hold the water at the top of the hills, and to prepare the landscapes for the climate of the next thirty years. Those who live there choose the actions, on walks and in workshops that are open to all.',
    [
      'Plant twenty-four kilometres of hedges with local species, along paths and the edges of fields, in agreement with each farmer.',
      'Restore sixty ponds and three wetlands, to hold the water of storms and to shelter the great crested newt, whose populations are isolated.',
      'Train eighty workers and farmers in the care of hedges, and open a joint outlet for the wood that is cut.',
      'Tell the story of the landscape: twelve marked trails, a travelling exhibition in two languages, and a photographic observatory kept by schools.',
    ],
    'Twelve kilometres of hedges planted and twenty-eight ponds restored by the end of 2025, with two hundred volunteers. A guide to their care, translated into two languages, is handed out in the thirty municipalities. The first measurements show a fifth less runoff on the northern slope.',
  ],
} as const;

const inLanguages = (
  text: (texts: (typeof longTexts)[keyof typeof longTexts]) => string,
): Record<string, string> =>
  Object.fromEntries(Object.entries(longTexts).map(([lang, texts]) => [lang, text(texts)]));

/** Project of a real length: a long description, four aims, eight partners. */
export const longProject: Project = {
  ...hills,
  title: {
    fr: 'Pour une trame écologique renforcée des monts de Flandre',
    nl: 'Voor een sterker ecologisch netwerk op de Vlaamse heuvels',
    en: 'For a stronger ecological network on the hills of Flanders',
  },
  description: inLanguages(([description]) => description),
  aims: inLanguages(([, aims]) => aims.join('\n\n')),
  results: inLanguages(([, , results]) => results),
  partners: [
    {name: 'Département du Nord', country: 'FR', geo: {lat: 50.63, lon: 3.06}},
    {name: 'Provincie West-Vlaanderen', country: 'BE', geo: {lat: 51.2, lon: 3.2}},
    {name: 'Parc naturel régional des Caps et Marais d’Opale', country: 'FR'},
    {name: 'Regionaal Landschap Westhoek', country: 'BE', geo: {lat: 50.85, lon: 2.88}},
    {name: 'Conservatoire d’espaces naturels des Hauts-de-France', country: 'FR'},
    {name: 'Vlaamse Landmaatschappij', country: 'BE', geo: {lat: 51.21, lon: 3.22}},
    {name: 'Communauté de communes de Flandre intérieure', country: 'FR'},
    {name: 'Inagro', country: 'BE', role: {fr: 'Opérateur associé', nl: 'Geassocieerde partner'}},
  ],
  documents: [
    ...(hills.documents ?? []),
    {
      url: 'https://example.org/guide-d-entretien-des-haies.pdf',
      title: {fr: 'Guide d’entretien des haies', nl: 'Gids voor het onderhoud van hagen'},
      type: 'application/pdf',
      size: 5_100_000,
      lang: 'fr',
    },
    {
      url: 'https://example.org/exposition.zip',
      title: {fr: 'Les panneaux de l’exposition', nl: 'De panelen van de tentoonstelling'},
      type: 'application/zip',
      size: 48_000_000,
    },
  ],
  extra: {
    Axe: 'Climat et biodiversité',
    Communes: ['Bailleul', 'Berthen', 'Boeschepe', 'Heuvelland'],
  },
  sources: [
    {title: {fr: 'La page du programme'}, url: 'https://example.org/programme/projets/monts'},
    {title: {fr: 'La délibération de 2024'}, url: 'https://example.org/deliberation'},
  ],
};

/** Project with half as much again: a second paragraph, more results and partners. */
export const longerProject: Project = {
  ...longProject,
  description: inLanguages(([description, , results]) => `${description}\n\n${results}`),
  results: inLanguages(([, aims, results]) => `${results} ${aims.slice(0, 2).join(' ')}`),
  partners: [
    ...(longProject.partners ?? []),
    {name: 'Commune de Bailleul', country: 'FR', role: 'Partenaire'},
    {name: 'Gemeente Heuvelland', country: 'BE', role: 'Partner'},
    {name: 'Centre régional de ressources génétiques', country: 'FR', role: 'Opérateur associé'},
  ],
};

/** Records of a server with that project in its portfolio. */
export const longRecords = {...sheetRecords, projects: [portfolio, longProject, marsh]};
