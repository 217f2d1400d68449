import type {CollectionName, Collections} from '../../src/model/records.js';

type PortalRecords = {readonly [K in CollectionName]?: readonly Collections[K][]};

/** Small fictional portal. Each record serves at least one case of query-cases.ts. */
export const smallPortal = {
  portals: [
    {
      id: 'atelier',
      family: 'acteur',
      title: {fr: 'Atelier du Nord', nl: 'Noordatelier'},
      description: {fr: 'Un conseil aux communes.'},
      sections: ['observatoire', 'mediatheque'],
      territory: {name: 'Lille', insee: '59350'},
    },
    {
      // A number, like the ids of the platform.
      id: 2,
      family: 'theme',
      title: 'Villes fortifiées',
      sections: ['mediatheque'],
      programme: 'p4',
      projects: ['septentrion'],
    },
    {
      id: 'canaux-portail',
      family: 'projet',
      title: {fr: 'Écluses et canaux'},
      sections: ['action', 'apropos'],
      territory: {name: 'Arras', insee: '62041'},
      programme: 'p5',
      // The second project does not reference its portal.
      projects: ['canaux', 'lointain'],
    },
    {id: 'ancien', title: 'Zone archivée', status: 'archive'},
  ],
  resources: [
    {
      id: 1,
      title: {fr: 'Écluse du Cœur', nl: 'Sluis van het Hart'},
      type: 'marqueur',
      section: 'observatoire',
      portals: ['atelier', 2],
      themes: ['Eau', 'Patrimoine'],
      tags: ['canal'],
      commune: {name: 'Lille', insee: '59350'},
      geo: {lat: 50.63, lon: 3.06},
      authors: ['Jeanne Dupont'],
      published: '2016-10-01',
      identifier: 'INV-001',
    },
    {
      id: 2,
      title: 'Le canal de Roubaix',
      type: 'document',
      section: 'mediatheque',
      abstract: {fr: 'Une écluse par commune.'},
      portals: [2],
      themes: ['Eau'],
      commune: {name: 'Roubaix', insee: '59512'},
      geo: {lat: 50.69, lon: 3.18},
      // Any day of 2016.
      published: '2016',
    },
    {
      id: 3,
      title: 'Mairie',
      type: 'projet',
      section: 'observatoire',
      portals: ['canaux-portail'],
      themes: ['Architecture'],
      owners: ['Ville inconnue'],
      commune: {name: 'Arras', insee: '62041'},
      geo: {lat: 50.29, lon: 2.78},
      // The event takes precedence over the creation date, and ends on any day of June.
      event: {start: '2017-05', end: '2017-06'},
      created: '2001',
    },
    {
      id: 4,
      title: 'Œuvre d’art',
      type: 'document',
      section: 'mediatheque',
      body: 'Le canal n’est nommé qu’ici.',
      // Differs from the family of its portal.
      family: 'projet',
      portals: ['atelier'],
      themes: ['Architecture', 'Patrimoine'],
      geo: null,
      period: {start: '2010', end: null},
    },
    {
      id: 'carnet-10',
      title: 'Carnet 10',
      type: 'document',
      section: 'action',
      portals: [2, 'canaux-portail'],
      geo: {lat: -16, lon: 179.9},
    },
    {
      id: 'carnet-9',
      title: 'Carnet 9',
      type: 'site',
      section: 'mediatheque',
      portals: ['ancien'],
      // One theme, which contains a comma.
      themes: ['Paysage, jardins'],
      geo: {lat: -16.5, lon: -179.5},
      authors: ['Léa Ĳsseldijk'],
      created: '2005-07',
    },
    {
      id: 7,
      type: 'actualite',
      section: 'actualite',
      published: '2016-10-15',
      identifier: 'canal-7',
    },
  ],
  projects: [
    {
      id: 'septentrion',
      title: {fr: 'Septentrion'},
      portal: 2,
      programme: 'p4',
      period: {start: '2008-03', end: '2012-06'},
      themes: ['Patrimoine'],
      commune: {name: 'Arras', insee: '62041'},
      geo: {lat: 50.29, lon: 2.78},
    },
    {
      id: 'canaux',
      title: {fr: 'Canaux sans frontière', nl: 'Kanalen zonder grens'},
      family: 'projet',
      portal: 'canaux-portail',
      programme: 'p5',
      period: {start: '2016-10-01', end: null},
      themes: ['Eau', 'Paysage'],
      geo: {lat: 51.2, lon: 3.22},
    },
    {id: 'aval', title: 'Aval', parent: 'canaux', period: {start: '2019', end: '2019'}},
    {
      id: 'lointain',
      title: 'Lointain',
      // Unknown start.
      period: {end: '2005'},
      geo: {lat: -17, lon: 179.5},
    },
    {id: 'sans-date', title: 'Sans date'},
  ],
  programmes: [
    {id: 'p4', title: 'Programme IV', generation: 'IV', period: {start: '2007', end: '2013'}},
    {id: 'p5', title: 'Programme V', generation: 'V', period: {start: '2014', end: '2020'}},
    {id: 'p6', title: 'Programme VI', generation: 'VI', period: {start: '2021'}},
  ],
  organisations: [
    {id: 'caue', name: 'CAUE du Nord', type: 'association', geo: {lat: 50.63, lon: 3.06}},
    {id: 'ville', name: 'Ville d’Ypres', type: 'commune', geo: {lat: 50.85, lon: 2.89}},
  ],
  chapters: [
    {id: 'c1', title: 'Les portes', portal: 2, order: 1},
    {id: 'c2', title: 'Les fossés', portal: 'ancien', order: 2},
  ],
  events: [
    {
      id: 'soir',
      title: 'Réunion',
      // Without an end it is over at the end of the day.
      period: {start: '2026-11-24T18:30+01:00'},
      portal: 2,
      project: 'septentrion',
    },
    {
      id: 'matin',
      title: 'Visite',
      period: {start: '2026-11-24T09:00+01:00', end: '2026-11-24T11:00+01:00'},
      portal: 'canaux-portail',
      project: 'canaux',
    },
    {id: 'hiver', title: 'Exposition', period: {start: '2026-11-30', end: '2027-01'}, portal: 2},
  ],
  stories: [{id: 's1', title: 'Le rempart', portal: 2}],
  contributions: [
    {id: 'k1', kind: 'idea', state: 'published', portal: 2, created: '2026-01-05'},
    {id: 'k2', kind: 'tree', state: 'published', portal: 'ancien', created: '2026-02-05'},
  ],
} satisfies PortalRecords;
