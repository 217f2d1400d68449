import type {FacetName, Query} from '../../src/model/query.js';
import type {CollectionName, Id} from '../../src/model/records.js';

/** Query to small-portal.ts with its result by the specification of the API, determined by hand. */
export interface QueryCase {
  /** Behaviour shown by the case. */
  readonly name: string;
  readonly collection: CollectionName;
  readonly query: Query;
  /** Ids of the records of the page, in order. */
  readonly ids: readonly Id[];
  /** Number of matches. Default: the number of ids. */
  readonly total?: number;
  /** Counts by facet value. */
  readonly facets?: Readonly<Partial<Record<FacetName, Readonly<Record<string, number>>>>>;
  /** Labels by facet value. */
  readonly labels?: Readonly<Record<string, unknown>>;
}

const casesOf =
  (collection: CollectionName) =>
  (name: string, query: Query, ids: readonly Id[], more: Partial<QueryCase> = {}): QueryCase => ({
    name: `${collection}: ${name}`,
    collection,
    query,
    ids,
    ...more,
  });
const portals = casesOf('portals');
const resources = casesOf('resources');
const projects = casesOf('projects');
const programmes = casesOf('programmes');
const events = casesOf('events');

const ALL = [1, 2, 3, 4, 'carnet-10', 'carnet-9', 7];

export const QUERY_CASES: readonly QueryCase[] = [
  resources('all, in their own order', {}, ALL),
  programmes('all, in their own order', {}, ['p4', 'p5', 'p6']),

  // Search: all words, folded, as substrings.
  resources('q in title and abstract', {q: 'écluse'}, [1, 2]),
  resources('q without its accent', {q: 'ecluse'}, [1, 2]),
  resources('q in capitals', {q: 'ÉCLUSE'}, [1, 2]),
  resources('q with its accent as a sign of its own', {q: 'e\u0301cluse'}, [1, 2]),
  resources('q with a ligature', {q: 'cœur'}, [1]),
  resources('q with a ligature written out', {q: 'coeur'}, [1]),
  resources('q with a ligature at the start', {q: 'OEUVRE'}, [4]),
  resources('q with the Dutch ligature', {q: 'ijssel'}, ['carnet-9']),
  resources('q inside a word', {q: 'clus'}, [1, 2]),
  resources('q in another language than the page', {q: 'sluis', lang: 'fr'}, [1]),
  resources('q in tags, titles and identifiers, not in bodies', {q: 'canal'}, [1, 2, 7]),
  resources('q in the name of the commune', {q: 'arras'}, [3]),
  resources('q in an identifier', {q: 'inv-001'}, [1]),
  resources('q not in owners', {q: 'inconnue'}, []),
  resources('two words, in two fields', {q: 'ecluse canal'}, [1, 2]),
  resources('two words the other way round', {q: 'roubaix  écluse '}, [2]),
  resources('two words of one author', {q: 'dupont jeanne'}, [1]),
  resources('two words of which one is nowhere', {q: 'écluse introuvable'}, []),
  casesOf('organisations')('q in a name', {q: 'caue'}, ['caue']),

  // One filter at a time, then several values ("or").
  resources('family through portals', {family: ['theme']}, [1, 2, 'carnet-10']),
  resources('their own family before their portals’', {family: ['acteur']}, [1]),
  resources('their own family and their portals’', {family: ['projet']}, [3, 4, 'carnet-10']),
  resources('two families', {family: ['acteur', 'projet']}, [1, 3, 4, 'carnet-10']),
  resources('portal, of which one may have many', {portal: ['atelier']}, [1, 4]),
  resources('portal with a number as id', {portal: ['2']}, [1, 2, 'carnet-10']),
  resources('two portals', {portal: ['atelier', 'canaux-portail']}, [1, 3, 4, 'carnet-10']),
  resources('section', {section: ['mediatheque']}, [2, 4, 'carnet-9']),
  resources('two sections', {section: ['actualite', 'observatoire']}, [1, 3, 7]),
  resources('type', {type: ['document']}, [2, 4, 'carnet-10']),
  resources('a type that nobody knows', {type: ['inconnu']}, []),
  resources('theme', {theme: ['Eau']}, [1, 2]),
  resources('two themes', {theme: ['Eau', 'Architecture']}, [1, 2, 3, 4]),
  resources('a theme with a comma', {theme: ['Paysage, jardins']}, ['carnet-9']),
  resources('a comma does not part themes', {theme: ['Eau,Patrimoine']}, []),
  resources('commune by INSEE code', {commune: ['59512']}, [2]),
  resources('two communes', {commune: ['59350', '62041']}, [1, 3]),
  resources('programme through portals', {programme: ['p5']}, [3, 'carnet-10']),
  resources('project through portals', {project: ['septentrion']}, [1, 2, 'carnet-10']),
  portals('family', {family: ['theme']}, [2]),
  portals('two families', {family: ['projet', 'acteur']}, ['atelier', 'canaux-portail']),
  portals('programme', {programme: ['p4']}, [2]),
  portals('project', {project: ['canaux']}, ['canaux-portail']),
  portals('a project that only they name', {project: ['lointain']}, ['canaux-portail']),
  portals('section', {section: ['mediatheque']}, ['atelier', 2]),
  portals('q', {q: 'ecluses'}, ['canaux-portail']),
  portals('q in the description', {q: 'conseil'}, ['atelier']),
  projects('family of their own or of a portal that they name', {family: ['theme']}, [
    'septentrion',
  ]),
  projects('family of a portal that names them', {family: ['projet']}, ['canaux', 'lointain']),
  projects('portal, whichever of the two names the other', {portal: ['canaux-portail']}, [
    'canaux',
    'lointain',
  ]),
  projects('theme', {theme: ['Eau']}, ['canaux']),
  projects('programme', {programme: ['p4']}, ['septentrion']),
  projects('commune', {commune: ['62041']}, ['septentrion']),
  events('portal', {portal: ['2']}, ['soir', 'hiver']),
  events('project', {project: ['canaux']}, ['matin']),
  casesOf('chapters')('portal', {portal: ['ancien']}, ['c2']),
  casesOf('stories')('portal', {portal: ['2']}, ['s1']),
  casesOf('organisations')('type', {type: ['commune']}, ['ville']),
  casesOf('contributions')('portal', {portal: ['2']}, ['k1']),

  // Locations.
  resources('bbox around one', {bbox: [3, 50.6, 3.1, 50.7]}, [1]),
  resources('bbox with its edges', {bbox: [2.78, 50.29, 3.18, 50.69]}, [1, 2, 3]),
  resources('bbox over the antimeridian', {bbox: [179, -20, -179, -10]}, ['carnet-10', 'carnet-9']),
  resources('bbox of the world keeps what has a place', {bbox: [-180, -90, 180, 90]}, [
    1,
    2,
    3,
    'carnet-10',
    'carnet-9',
  ]),
  projects('bbox over the antimeridian', {bbox: [179, -20, -179, -10]}, ['lointain']),

  // Dates: overlapping periods match, at their known precision.
  resources('from', {from: '2017'}, [3, 4]),
  resources('to', {to: '2009'}, ['carnet-9']),
  resources('to, its whole year', {to: '2010'}, [4, 'carnet-9']),
  resources(
    'one month, with a date that is only a year',
    {from: '2016-10', to: '2016-10'},
    [1, 2, 4, 7],
  ),
  resources(
    'some days, with a date that is only a year',
    {from: '2016-10-02', to: '2016-10-14'},
    [2, 4],
  ),
  resources(
    'the last day of an end that is only a month',
    {from: '2017-06-30', to: '2017-06-30'},
    [3, 4],
  ),
  resources('the day after it', {from: '2017-07-01', to: '2017-07-01'}, [4]),
  projects('from, with one that runs on', {from: '2013'}, ['canaux', 'aval']),
  projects('to, with one whose start is not known', {to: '1960'}, ['lointain']),
  projects('in the last year of one whose start is not known', {from: '2005', to: '2005'}, [
    'lointain',
  ]),
  projects('on the last day of an end that is only a month', {from: '2012-06-30', to: '2012-07'}, [
    'septentrion',
  ]),
  programmes('in one year', {from: '2014', to: '2014'}, ['p5']),
  programmes('long after the last one began', {from: '2040'}, ['p6']),
  events('on one day', {from: '2026-11-24', to: '2026-11-24'}, ['soir', 'matin']),
  events('on the last day of an end that is only a month', {from: '2027-01-31'}, ['hiver']),

  // Different filters are combined with "and".
  resources('theme and family', {theme: ['Eau'], family: ['acteur']}, [1]),
  resources('q and commune', {q: 'ecluse', commune: ['59512']}, [2]),
  resources(
    'portal, type and bbox',
    {portal: ['2'], type: ['document'], bbox: [3, 50, 4, 51]},
    [2],
  ),
  resources('themes and dates', {theme: ['Architecture', 'Eau'], from: '2017'}, [3, 4]),
  resources('two that nothing fits both', {theme: ['Eau'], section: ['actualite']}, []),

  // Sort order: undated records last in both directions.
  resources('by date', {sort: 'date'}, ['carnet-9', 4, 2, 1, 7, 3, 'carnet-10']),
  resources('by date, newest first', {sort: '-date'}, [3, 7, 1, 2, 4, 'carnet-9', 'carnet-10']),
  resources('by title, numbers as numbers', {sort: 'title'}, [
    'carnet-9',
    'carnet-10',
    1,
    2,
    3,
    4,
    7,
  ]),
  resources('by title, turned round', {sort: '-title'}, [4, 3, 2, 1, 'carnet-10', 'carnet-9', 7]),
  resources('by title in Dutch', {sort: 'title', lang: 'nl'}, [
    'carnet-9',
    'carnet-10',
    2,
    3,
    4,
    1,
    7,
  ]),
  projects('by date', {sort: 'date'}, ['septentrion', 'canaux', 'aval', 'lointain', 'sans-date']),
  projects('by date, newest first', {sort: '-date'}, [
    'aval',
    'canaux',
    'septentrion',
    'lointain',
    'sans-date',
  ]),
  portals('by title', {sort: 'title'}, ['atelier', 'canaux-portail', 2, 'ancien']),
  portals('by title in Dutch', {sort: 'title', lang: 'nl'}, [
    'canaux-portail',
    'atelier',
    2,
    'ancien',
  ]),
  events('by date, to the minute', {sort: 'date'}, ['matin', 'soir', 'hiver']),
  resources('by title in the Dutch of Belgium', {sort: 'title', lang: 'nl-BE'}, [
    'carnet-9',
    'carnet-10',
    2,
    3,
    4,
    1,
    7,
  ]),
  resources('filtered and sorted', {theme: ['Eau', 'Patrimoine'], sort: '-date'}, [1, 2, 4]),

  // Pages.
  resources('the first page', {limit: 3}, [1, 2, 3], {total: 7}),
  resources('the second page', {limit: 3, page: 2}, [4, 'carnet-10', 'carnet-9'], {total: 7}),
  resources('the last page', {limit: 3, page: 3}, [7], {total: 7}),
  resources('a page after the last', {limit: 3, page: 4}, [], {total: 7}),
  resources('the longest page', {limit: 500}, ALL),
  resources('a page of one', {limit: 1, page: 2, type: ['document']}, [4], {total: 3}),
  resources('a page in an order', {sort: 'date', limit: 2, page: 2}, [2, 1], {total: 7}),

  // Facets: each ignores its own filter.
  resources('types, of all', {facets: ['type'], limit: 1}, [1], {
    total: 7,
    facets: {type: {document: 3, marqueur: 1, projet: 1, site: 1, actualite: 1}},
  }),
  resources(
    'types and themes, with both chosen',
    {theme: ['Eau'], type: ['document'], facets: ['type', 'theme']},
    [2],
    {
      facets: {type: {marqueur: 1, document: 1}, theme: {Eau: 1, Architecture: 1, Patrimoine: 1}},
    },
  ),
  resources(
    'themes, with another filter twice',
    {theme: ['Eau'], section: ['mediatheque', 'observatoire'], facets: ['theme']},
    [1, 2],
    {
      facets: {theme: {Eau: 2, Patrimoine: 2, Architecture: 2, 'Paysage, jardins': 1}},
    },
  ),
  resources('families, of portals and their own', {facets: ['family'], limit: 1}, [1], {
    total: 7,
    facets: {family: {acteur: 1, theme: 3, projet: 3}},
  }),
  resources('portals, by their titles', {q: 'ecluse', facets: ['portal']}, [1, 2], {
    facets: {portal: {'2': 2, atelier: 1}},
    labels: {'2': 'Villes fortifiées', atelier: {fr: 'Atelier du Nord', nl: 'Noordatelier'}},
  }),
  resources('communes, by their names', {section: ['observatoire'], facets: ['commune']}, [1, 3], {
    facets: {commune: {'59350': 1, '62041': 1}},
    labels: {'59350': 'Lille', '62041': 'Arras'},
  }),
  resources('sections, within dates', {from: '2017', facets: ['section']}, [3, 4], {
    facets: {section: {observatoire: 1, mediatheque: 1}},
  }),
  resources('a facet of nothing', {q: 'introuvable', facets: ['type']}, [], {facets: {type: {}}}),
  portals('families, with one chosen', {family: ['theme'], facets: ['family']}, [2], {
    facets: {family: {acteur: 1, theme: 1, projet: 1}},
  }),
  projects('programmes, by their titles', {theme: ['Eau'], facets: ['programme']}, ['canaux'], {
    facets: {programme: {p5: 1}},
    labels: {p5: 'Programme V'},
  }),
];
