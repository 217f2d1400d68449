import type {CollectionName, Collections} from '../../src/model/records.js';
import {seededRandom} from '../../scripts/make/seeded-random.mjs';
import communes from './communes-nord.json' with {type: 'json'};

/** All collections of a portal, as arrays. */
export type GeneratedPortal = {[Name in CollectionName]: Collections[Name][]};

const THEMES = [
  'Architecture',
  'Habitat',
  'Patrimoine',
  'Paysage',
  'Urbanisme',
  'Environnement',
  'Eau',
  'Mobilité',
];
const SCALES = ['Communale', 'Intercommunale', 'Départementale', 'Régionale', 'Transfrontalière'];
const TAGS = [
  'place',
  'école',
  'église',
  'arbre',
  'rivière',
  'chemin',
  'brique',
  'friche',
  'atelier',
  'façade',
  'canal',
  'jardin',
];
const ORGANISATIONS = 12;
/** Maximum number of projects listed by the portal. */
const MAX_LISTED_PROJECTS = 200;
/** Types of resources, with the start of the title, the section and the relative frequency. */
const KINDS = [
  {type: 'marqueur', word: 'Marqueur fictif', section: 'observatoire', weight: 12},
  {type: 'projet', word: 'Projet fictif', section: 'observatoire', weight: 3},
  {type: 'demarche', word: 'Démarche fictive', section: 'observatoire', weight: 2},
  {type: 'document', word: 'Document fictif', section: 'mediatheque', weight: 4},
  {type: 'site', word: 'Site fictif', section: 'mediatheque', weight: 1},
  {type: 'actualite', word: 'Actualité fictive', section: 'actualite', weight: 2},
  {type: 'mission', word: 'Mission fictive', section: 'missions', weight: 1},
] as const;
const WEIGHTED_KINDS = KINDS.flatMap(kind => Array<(typeof KINDS)[number]>(kind.weight).fill(kind));

/** French typography requires a no-break space before a colon. */
const COLON = '\u00a0:';
const SITE = 'https://example.org/essai';
const PORTAL = 'essai';
const FIRST_YEAR = 2008;
const YEARS = 18;

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const fiveDecimals = (number: number): number => Math.round(number * 1e5) / 1e5;

/**
 * Generates a portal with `count` resources for size and speed tests. The titles say that the records are fictitious;
 * only the communes of the Nord and their coordinates are real. The same `count` and `seed` give the same bytes.
 */
export function generatePortal(count: number, seed = 1): GeneratedPortal {
  const random = seededRandom(seed);
  const randomInt = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)] as T;
  const pickSeveral = <T>(list: readonly T[], max: number): T[] => {
    const start = randomInt(list.length);
    return Array.from(
      {length: 1 + randomInt(max)},
      (_, step) => list[(start + step) % list.length] as T,
    );
  };
  const randomYear = (): number => FIRST_YEAR + randomInt(YEARS);
  const randomDay = (ofYear: number): string =>
    `${ofYear}-${twoDigits(1 + randomInt(12))}-${twoDigits(1 + randomInt(28))}`;
  /** One date in ten is a year and one in ten a month, as in real collections. */
  const randomDate = (): string => {
    const full = randomDay(randomYear());
    const chance = random();
    return chance < 0.1 ? full.slice(0, 4) : chance < 0.2 ? full.slice(0, 7) : full;
  };
  const randomPointNear = (place: {lat: number; lon: number}) => ({
    lat: fiveDecimals(place.lat + (random() - 0.5) * 0.03),
    lon: fiveDecimals(place.lon + (random() - 0.5) * 0.045),
  });

  const organisation = (number: number): string => `Organisme fictif ${number}`;

  const createResource = (number: number): Collections['resources'] => {
    const kind = pick(WEIGHTED_KINDS);
    const commune = pick(communes);
    const started = randomYear();
    const created = randomDay(started);
    const isBilingual = random() < 0.15;
    const title = `${kind.word} ${number}`;
    return {
      id: number,
      title: isBilingual ? {fr: title, nl: `Fictieve fiche ${number}`} : {fr: title},
      type: kind.type,
      section: kind.section,
      abstract: {
        fr: `Texte inventé pour l’essai${COLON} ${pick(TAGS)}, ${pick(TAGS)} et ${pick(TAGS)}, à ${commune.name}.`,
      },
      url: `${SITE}/fiche/${number}`,
      portals: [PORTAL],
      themes: pickSeveral(THEMES, 3),
      scales: [pick(SCALES)],
      tags: pickSeveral(TAGS, 4),
      commune: {name: commune.name, insee: commune.insee},
      geo: random() < 0.05 ? null : randomPointNear(commune),
      organisation: organisation(1 + randomInt(ORGANISATIONS)),
      published: randomDate(),
      created,
      updated: randomDay(Math.min(FIRST_YEAR + YEARS - 1, started + randomInt(3))),
      languages: isBilingual ? ['fr', 'nl'] : ['fr'],
      lang: 'fr',
      identifier: String(number),
      ...(kind.section === 'observatoire' && random() < 0.5
        ? {
            period: {
              start: String(started),
              end: random() < 0.2 ? null : String(started + randomInt(6)),
            },
          }
        : {}),
      ...(kind.type === 'actualite' ? {event: {start: created, end: created}} : {}),
      ...(kind.type === 'document'
        ? {
            attachments: [
              {
                url: `${SITE}/fichier/${number}.pdf`,
                title: {fr: `Fichier fictif ${number}`},
                type: 'application/pdf',
                size: 20_000 + randomInt(9_000_000),
                lang: 'fr',
              },
            ],
          }
        : {}),
    };
  };

  const createProject = (number: number): Collections['projects'] => {
    const commune = pick(communes);
    const start = randomYear();
    const total = 10_000 * (1 + randomInt(400));
    return {
      id: `projet-${number}`,
      title: {fr: `Projet de coopération fictif ${number}`},
      acronym: `FICTIF ${number}`,
      description: {fr: 'Projet inventé pour l’essai.'},
      url: `${SITE}/projet/${number}`,
      family: 'projet',
      portal: PORTAL,
      programme: start < 2014 ? 'essai-iv' : start < 2021 ? 'essai-v' : 'essai-vi',
      ...(number % 5 === 0 ? {parent: `projet-${number - 1}`} : {}),
      period: {start: randomDay(start), end: randomDay(start + 2 + randomInt(4))},
      datePrecision: random() < 0.2 ? 'circa' : 'exact',
      budget: {total, currency: 'EUR'},
      lead: organisation(1),
      partners: pickSeveral([2, 3, 4, 5, 6, 7, 8], 4).map(partner => {
        const seat = pick(communes);
        return {name: organisation(partner), country: 'FR', geo: {lat: seat.lat, lon: seat.lon}};
      }),
      geo: random() < 0.05 ? null : randomPointNear(commune),
      commune: {name: commune.name, insee: commune.insee},
      themes: pickSeveral(THEMES, 2),
      sources: [{title: {fr: 'Données inventées'}, url: SITE}],
    };
  };

  const createList = <T>(length: number, create: (number: number) => T): T[] =>
    Array.from({length}, (_, index) => create(index + 1));

  const resources = createList(count, createResource);
  // As many as a département has; the largest portal has more than a map can show at once.
  const projectCount = Math.max(5, Math.min(MAX_LISTED_PROJECTS, Math.round(count / 100)));
  const projects = createList(count < 50_000 ? projectCount : count / 4, createProject);
  const organisations = createList(ORGANISATIONS, number => {
    const seat = pick(communes);
    return {
      id: `organisme-${number}`,
      name: organisation(number),
      type: number % 3 === 0 ? 'Association' : 'Commune',
      country: 'FR',
      geo: {lat: seat.lat, lon: seat.lon},
    };
  });
  const chapters = createList(THEMES.length, number => ({
    id: `chapitre-${number}`,
    title: {fr: `Chapitre fictif ${number} – ${THEMES[number - 1] ?? ''}`},
    intro: {fr: 'Introduction inventée pour l’essai.'},
    portal: PORTAL,
    order: number,
    resources: resources
      .filter((_, index) => index % THEMES.length === number - 1)
      .slice(0, 40)
      .map(({id}) => id),
  }));
  const events = createList(40, number => {
    const commune = pick(communes);
    const onDay = randomDay(2025 + randomInt(2));
    return {
      id: `rencontre-${number}`,
      title: {fr: `Rencontre fictive ${number}`},
      period: {start: `${onDay}T18:00`, end: `${onDay}T20:00`},
      timezone: 'Europe/Paris',
      place: commune.name,
      geo: {lat: commune.lat, lon: commune.lon},
      url: `${SITE}/rencontre/${number}`,
      portal: PORTAL,
      project: pick(projects).id,
    };
  });
  const stories = createList(1, number => ({
    id: `recit-${number}`,
    title: {fr: `Récit fictif ${number}`},
    intro: {fr: 'Récit inventé pour l’essai.'},
    portal: PORTAL,
    steps: createList(4, step => {
      const commune = pick(communes);
      return {
        title: {fr: `Étape fictive ${step}`},
        text: {fr: `Texte inventé pour l’étape ${step}.`},
        geo: {lat: commune.lat, lon: commune.lon},
        zoom: 13,
        year: FIRST_YEAR + step,
      };
    }),
  }));
  const contributions = createList(20, number => ({
    id: `contribution-${number}`,
    kind: pick(['idea', 'photo', 'tree', 'comment', 'place'] as const),
    text: {fr: `Contribution inventée ${number}.`},
    geo: randomPointNear(pick(communes)),
    name: `Personne fictive ${number}`,
    created: randomDay(2025),
    state: pick(['pending', 'published'] as const),
    portal: PORTAL,
  }));
  const counts: Record<string, number> = {};
  for (const {section} of resources) if (section) counts[section] = (counts[section] ?? 0) + 1;

  return {
    portals: [
      {
        id: PORTAL,
        title: {fr: 'Portail d’essai (données inventées)'},
        family: 'theme',
        description: {
          fr: 'Fiches inventées pour essayer les widgets à grande échelle ; rien n’y est vrai, hors le nom et la place des communes.',
        },
        url: SITE,
        accent: '#475569',
        languages: ['fr', 'nl'],
        sections: Object.keys(counts),
        territory: {name: 'Nord', insee: '59', level: 'departement'},
        projects: projects.slice(0, MAX_LISTED_PROJECTS).map(({id}) => id),
        counts,
        status: 'active',
      },
    ],
    resources,
    projects,
    programmes: [
      {
        id: 'essai-iv',
        title: {fr: 'Programme d’essai IV'},
        period: {start: '2007', end: '2013'},
      },
      {
        id: 'essai-v',
        title: {fr: 'Programme d’essai V'},
        period: {start: '2014', end: '2020'},
      },
      {
        id: 'essai-vi',
        title: {fr: 'Programme d’essai VI'},
        period: {start: '2021', end: '2027'},
      },
    ],
    organisations,
    chapters,
    events,
    stories,
    contributions,
  };
}
