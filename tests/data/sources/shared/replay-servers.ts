// Servers of each source kind, whose pages have any length, for tests of paging and `npm run check:sources`.
import type {PortalSource} from '../../../../src/data/source.js';
import {ApiSource} from '../../../../src/data/sources/portal/portal.js';
import {WarningSource} from '../../fake-server.js';
import type {SourceOptions} from '../../../../src/data/sources/shared/source-options.js';
import {open as openOgc} from '../../../../src/data/sources/ogc-features/ogc-features.js';
import {open as openOpenagenda} from '../../../../src/data/sources/openagenda/openagenda.js';
import {open as openOpendatasoft} from '../../../../src/data/sources/opendatasoft/opendatasoft.js';
import {open as openTabular} from '../../../../src/data/sources/tabular/tabular.js';
import {open as openWordpress} from '../../../../src/data/sources/wordpress/wordpress.js';
import type {CollectionName} from '../../../../src/model/records.js';

import {open as openCsv} from '../../../../src/data/sources/csv/csv.js';
import {DocumentSource} from '../../../../src/data/sources/document/document.js';
import {open as openGeojson} from '../../../../src/data/sources/geojson/geojson.js';
import {open as openIcs} from '../../../../src/data/sources/ics/ics.js';
import {open as openJson} from '../../../../src/data/sources/json/json.js';
import {open as openRss} from '../../../../src/data/sources/rss/rss.js';
import {isComplete} from '../../../support/test-scope.js';

/** Length of the page that a server gives when `asked` entries are requested. */
export type PageLength = (asked: number) => number;

/** A server with `count` entries. */
export interface Stock {
  readonly count: number;
  readonly lengthOf: PageLength;
}

export interface ServerCase {
  readonly collection?: CollectionName;
  readonly address: string;
  open(opening: SourceOptions): PortalSource;
  answer(url: URL, stock: Stock): object | number | string;
  /** The ids of all records, in order; by default one for each entry. */
  idsOf?(count: number): string[];
  /** Set where nothing tells a short page from the last one. */
  readonly isAlwaysFull?: boolean;
  /** Set where the server counts entries that are no records. */
  readonly isOvercounted?: boolean;
}

export const range = (from: number, to: number): number[] =>
  [...Array(Math.max(0, to - from)).keys()].map(i => from + i);
const number = (url: URL, name: string, otherwise: number): number =>
  Number(url.searchParams.get(name) ?? otherwise);

/** The entries of a page, numbered from 1, and the position after the last. */
function slice<T>(start: number, asked: number, {count, lengthOf}: Stock, make: (n: number) => T) {
  const end = Math.min(count, start + lengthOf(asked));
  return {entries: range(start + 1, end + 1).map(make), end};
}

const TYPES = ['église', 'moulin', 'pont'];

/** Each record lies a little east of the one before. */
const placeOf = (n: number) => ({lat: 50, lon: 2 + n / 1000});

/** The numbers of the records from `west` to `east`. */
const between = (count: number, west: number, east: number): number[] =>
  range(1, count + 1).filter(n => placeOf(n).lon >= west && placeOf(n).lon <= east);

/** The numbers of the records in the box of a request. */
function numbersIn(url: URL, {count}: Stock): number[] {
  const [west = -180, , east = 180] = url.searchParams.get('bbox')?.split(',').map(Number) ?? [];
  return between(count, west, east);
}

// OGC API - Features

interface OgcHabits {
  /** The parameter by which links lead on; undefined: the server has no links. */
  readonly by?: string;
  readonly isUncounted?: boolean;
}

const feature = (n: number) => ({
  type: 'Feature',
  id: `${n}`,
  properties: {nom: `Lieu ${n}`, type: TYPES[n % 3]},
  geometry: {type: 'Point', coordinates: [placeOf(n).lon, placeOf(n).lat]},
});

const ogc = ({by, isUncounted = false}: OgcHabits): ServerCase => ({
  address: 'https://sig.example/collections/lieux/items',
  open: openOgc,
  isAlwaysFull: !by && isUncounted,
  answer(url, stock) {
    if (!url.pathname.endsWith('/items')) return {id: 'lieux', title: 'Lieux'};
    const numbers = numbersIn(url, stock);
    const {length: count} = numbers;
    const {entries, end} = slice(
      number(url, by ?? 'offset', 0),
      number(url, 'limit', 10),
      {...stock, count},
      position => feature(numbers[position - 1] ?? 0),
    );
    const href = new URL(url);
    if (by) href.searchParams.set(by, String(end));
    return {
      features: entries,
      ...(!isUncounted && {numberMatched: count}),
      links: by && end < count ? [{rel: 'next', href: href.href}] : [],
    };
  },
});

// OpenAgenda

/** The first of every three events takes place once, the second twice, the third three times. */
const timesOf = (n: number): number[] => range(1, 2 + ((n - 1) % 3));

const openagenda = (collection: CollectionName): ServerCase => ({
  collection,
  address: 'https://api.example/v2/agendas/1/events?key=k',
  open: openOpenagenda,
  idsOf: count =>
    range(1, count + 1).flatMap(n =>
      collection === 'events' && timesOf(n).length > 1
        ? timesOf(n).map(time => `${n}/${time}`)
        : [`${n}`],
    ),
  answer(url, stock) {
    const {entries, end} = slice(number(url, 'after[]', 0), number(url, 'size', 20), stock, n => ({
      uid: n,
      title: {fr: `Visite ${n}`},
      location: {latitude: placeOf(n).lat, longitude: placeOf(n).lon},
      timings: timesOf(n).map(day => ({
        begin: `2026-06-0${day}T10:00:00+02:00`,
        end: `2026-06-0${day}T12:00:00+02:00`,
      })),
    }));
    return {total: stock.count, events: entries, after: end < stock.count ? [end] : null};
  },
});

// Opendatasoft

const DATASET = '/api/explore/v2.1/catalog/datasets/lieux';

const opendatasoft: ServerCase = {
  address: 'https://portail.example/explore/dataset/lieux/',
  open: openOpendatasoft,
  answer(url, stock) {
    const thing = (n: number) => ({
      id: `${n}`,
      nom: `Lieu ${n}`,
      type: TYPES[n % 3],
      geo_point_2d: placeOf(n),
    });
    if (url.pathname === DATASET) return {dataset_id: 'lieux', fields: []};
    if (url.pathname === `${DATASET}/facets`) return {facets: []};
    if (url.pathname === `${DATASET}/exports/json`) return range(1, stock.count + 1).map(thing);
    const [offset, limit] = [number(url, 'offset', 0), number(url, 'limit', 10)];
    if (limit > 100) return 400;
    return {total_count: stock.count, results: slice(offset, limit, stock, thing).entries};
  },
};

// Pages with numbers: the server counts them by the length that it gives, not by the one that is requested.

function numbered<T>(url: URL, parameter: string, stock: Stock, make: (n: number) => T): T[] {
  const asked = number(url, parameter, 10);
  const start = (number(url, 'page', 1) - 1) * stock.lengthOf(asked);
  return slice(start, asked, stock, make).entries;
}

const RESOURCE = '/api/resources/aaaaaaaa-1111-bbbb-2222-cccccccccccc/data/';

const tabular = (hasWhole: boolean): ServerCase => ({
  address: `https://tabular-api.data.gouv.fr${RESOURCE}`,
  open: openTabular,
  answer(url, stock) {
    const numbers = between(
      stock.count,
      number(url, 'lon__greater', -180),
      number(url, 'lon__less', 180),
    );
    const row = (position: number) => {
      const n = numbers[position - 1] ?? 0;
      return {__id: n, nom: `Lieu ${n}`, type: TYPES[n % 3], ...placeOf(n)};
    };
    const {length: count} = numbers;
    if (url.pathname === `${RESOURCE}json/`) return hasWhole ? range(1, count + 1).map(row) : 404;
    if (number(url, 'page_size', 20) > 50) return 400;
    return {data: numbered(url, 'page_size', {...stock, count}, row), meta: {total: count}};
  },
});

interface SiteHabits {
  /** Shows other sites how many posts there are (`X-WP-Total`). */
  readonly isCounted?: boolean;
  /** Each post of which the number is a multiple of this asks for a password. */
  readonly locked?: number;
}

const wordpress = ({isCounted = true, locked = Infinity}: SiteHabits): ServerCase => ({
  address: 'https://commune.example/',
  open: openWordpress,
  isOvercounted: isCounted && locked < Infinity,
  isAlwaysFull: !isCounted,
  idsOf: count =>
    range(1, count + 1)
      .filter(n => n % locked > 0)
      .map(String),
  answer(url, stock) {
    if (!url.pathname.endsWith('/posts')) return {name: 'Commune'};
    if (number(url, 'per_page', 10) > 100) return 400;
    const posts = numbered(url, 'per_page', stock, n => ({
      id: n,
      type: 'post',
      title: {rendered: `Lieu ${n}`},
      excerpt: {rendered: '', protected: n % locked === 0},
    }));
    if (posts.length === 0 && number(url, 'page', 1) > 1) return 400;
    const headers: HeadersInit = isCounted ? {'X-WP-Total': String(stock.count)} : {};
    return Response.json(posts, {headers});
  },
});

const calendar: ServerCase = {
  collection: 'events',
  address: 'https://commune.example/wp-json/tribe/events/v1/events',
  open: openWordpress,
  answer(url, stock) {
    if (!url.pathname.endsWith('/events')) return {name: 'Commune'};
    const events = numbered(url, 'per_page', stock, n => ({
      id: n,
      title: `Visite ${n}`,
      start_date: '2026-06-06 10:00:00',
      end_date: '2026-06-06 12:00:00',
    }));
    const isBeyond = events.length === 0 && number(url, 'page', 1) > 1;
    return isBeyond ? 404 : {events, total: stock.count};
  },
};

// The portal API, which promises pages of up to 500 records.

const portalApi: ServerCase = {
  address: 'https://portail.example/v1',
  open: ({url: address, client, warn: tell}) =>
    new WarningSource(new ApiSource(address, client), tell),
  isAlwaysFull: true,
  answer(url, all) {
    const record = (n: number) => ({id: n, title: `${n}`, geo: placeOf(n)});
    const id = /\/resources\/(.+)$/.exec(url.pathname)?.[1];
    if (id !== undefined) return Number(id) <= all.count ? record(Number(id)) : 404;
    const numbers = numbersIn(url, all);
    const {length: count} = numbers;
    const stock = {count, lengthOf: (asked: number) => Math.min(asked, 500)};
    const limit = number(url, 'limit', 50);
    const page = number(url, 'page', 1);
    const {entries, end} = slice((page - 1) * limit, limit, stock, position =>
      record(numbers[position - 1] ?? 0),
    );
    const next = new URL(url);
    next.searchParams.set('page', String(page + 1));
    return {total: count, items: entries, next: end < count ? next.href : null};
  },
};

// Files, whole or in pages that link to each other.

/** A file with all its records, whatever is requested. */
const file = (
  name: string,
  open: ServerCase['open'],
  write: (numbers: readonly number[]) => object | string,
  collection?: CollectionName,
): ServerCase => ({
  ...(collection && {collection}),
  address: `https://commune.example/${name}`,
  isAlwaysFull: true,
  open,
  answer: (_url, {count}) => write(range(1, count + 1)),
});

/** A file in pages, each with a link to the next. */
const pagedFile = (
  open: ServerCase['open'],
  write: (numbers: readonly number[], next: string | undefined, count: number) => object | string,
): ServerCase => ({
  address: 'https://commune.example/fiches?cle=k',
  open,
  answer(url, stock) {
    const {entries, end} = slice(number(url, 'from', 0), 20, stock, n => n);
    const next = new URL(url);
    next.searchParams.set('from', String(end));
    return write(entries, end < stock.count ? next.href : undefined, stock.count);
  },
});

const rssEntries = (numbers: readonly number[]): string =>
  numbers.map(n => `<item><guid>${n}</guid><title>Lieu ${n}</title></item>`).join('');

const FILES: Readonly<Record<string, ServerCase>> = {
  GeoJSON: file('lieux.geojson', openGeojson, numbers => ({
    type: 'FeatureCollection',
    features: numbers.map(feature),
  })),
  CSV: file('lieux.csv', openCsv, numbers =>
    [
      'id;nom;type;lat;lon',
      ...numbers.map(n => `${n};Lieu ${n};${TYPES[n % 3] ?? ''};50;${placeOf(n).lon}`),
    ].join('\n'),
  ),
  'a document of the portal API': file(
    'portail.json',
    ({url, client, warn}) => new WarningSource(new DocumentSource(url, client), warn),
    numbers => ({
      version: '1',
      resources: numbers.map(n => ({id: n, title: `Lieu ${n}`, geo: placeOf(n)})),
    }),
  ),
  'a calendar': file(
    'agenda.ics',
    openIcs,
    numbers =>
      [
        'BEGIN:VCALENDAR',
        ...numbers.flatMap(n => ['BEGIN:VEVENT', `UID:${n}`, 'DTSTART:20260606', 'END:VEVENT']),
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    'events',
  ),
  JSON: file('lieux.json', openJson, numbers =>
    numbers.map(n => ({id: n, nom: `Lieu ${n}`, ...placeOf(n)})),
  ),
  'JSON in pages': pagedFile(openJson, (numbers, next, count) => ({
    count,
    next: next ?? null,
    results: numbers.map(n => ({id: n, nom: `Lieu ${n}`, ...placeOf(n)})),
  })),
  'JSON in pages that give no total': pagedFile(openJson, (numbers, next) => ({
    data: numbers.map(n => ({id: n, nom: `Lieu ${n}`, ...placeOf(n)})),
    links: {next},
  })),
  'an RSS feed in pages': pagedFile(
    openRss,
    (numbers, next) =>
      `<rss><channel><title>Fil</title>${
        next ? `<atom:link rel="next" href="${next.replaceAll('&', '&amp;')}"/>` : ''
      }${rssEntries(numbers)}</channel></rss>`,
  ),
};

export const SERVERS: Readonly<Record<string, ServerCase>> = {
  'OGC API - Features with links by offset': ogc({by: 'offset'}),
  'OGC API - Features with opaque links': ogc({by: 'token'}),
  'OGC API - Features with opaque links and no count': ogc({by: 'token', isUncounted: true}),
  'OGC API - Features without links': ogc({}),
  'OGC API - Features without links or count': ogc({isUncounted: true}),
  'OpenAgenda, its events as resources': openagenda('resources'),
  'OpenAgenda, its events each time that they take place': openagenda('events'),
  Opendatasoft: opendatasoft,
  'the Tabular API': tabular(true),
  'the Tabular API without whole answers': tabular(false),
  WordPress: wordpress({}),
  'WordPress that does not show its total': wordpress({isCounted: false}),
  'WordPress with posts that ask for a password': wordpress({locked: 7}),
  'WordPress with such posts, and without its total': wordpress({locked: 7, isCounted: false}),
  'The Events Calendar': calendar,
  'the portal API': portalApi,
  ...FILES,
};

/** Lengths of pages, asked for and given; npm run test:all takes more of them. */
export const LENGTHS: Readonly<Record<string, PageLength>> & {'as long as requested': PageLength} =
  {
    'as long as requested': asked => asked,
    'of 5, whatever is requested': () => 5,
    ...(isComplete && {
      'of 10 at most': asked => Math.min(asked, 10),
      'of 50 at most': asked => Math.min(asked, 50),
      'of 3 at most': asked => Math.min(asked, 3),
      'of 20, whatever is requested': () => 20,
    }),
  };
