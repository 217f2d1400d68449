import {fold, searchWords} from '../../../src/model/fold.js';
import type {PortalEvent} from '../../../src/model/records.js';
import {formatCalendar} from '../../../src/model/time/ics.js';
import {daySpan, dayToDate} from '../../../src/model/time/period.js';
import {pickText} from '../../../src/model/text.js';
import {
  type FlatRecord,
  type SimulatedResponse,
  readInteger,
  completeDate,
} from './flat-records.js';

/** Encodes a text with the HTML entities of WordPress. */
const encodeEntities = (text: string): string =>
  text
    .replaceAll('&', '&#038;')
    .replaceAll('<', '&lt;')
    .replaceAll('’', '&rsquo;')
    .replaceAll('–', '&#8211;')
    .replaceAll('…', '&hellip;');

/** Returns the rows of a page, counted from 1. */
function pageRows<T>(rows: readonly T[], page: number, size: number): readonly T[] {
  return rows.slice((page - 1) * size, page * size);
}

/** Serves the records as posts of a WordPress site. */
export function respondWordpress(
  path: string,
  parameters: URLSearchParams,
  records: readonly FlatRecord[],
): SimulatedResponse {
  if (path === '/wp-json' || path === '/wp-json/')
    return {body: {name: 'Démonstration de spass&#8209;widgets', home: 'https://example.org'}};
  if (path !== '/wp-json/wp/v2/posts')
    return {status: 404, body: {code: 'rest_no_route', data: {status: 404}}};
  const names = [...new Set(records.flatMap(({themes}) => themes))];
  const words = searchWords(parameters.get('search') ?? '');
  const categories = parameters
    .get('categories')
    ?.split(',')
    .map(id => names[Number(id) - 1]);
  const [after = '', before = '9'] = ['after', 'before'].map(
    name => parameters.get(name) ?? undefined,
  );
  const posts = records
    .map(record => ({...record, date: `${completeDate(record.date) ?? '2020-01-01'}T10:00:00`}))
    .filter(({title, abstract, themes, date}) => {
      const text = fold(`${title} ${abstract}`);
      const isInCategory = !categories || themes.some(theme => categories.includes(theme));
      return (
        isInCategory && words.every(word => text.includes(word)) && date > after && date < before
      );
    });
  const by = parameters.get('orderby') === 'title' ? 'title' : 'date';
  if (parameters.has('orderby')) posts.sort((a, b) => a[by].localeCompare(b[by], 'fr'));
  if (parameters.get('order') === 'desc') posts.reverse();
  const term = (taxonomy: string) => (name: string) => ({
    id: names.indexOf(name) + 1,
    name: encodeEntities(name),
    slug: fold(name).replaceAll(' ', '-'),
    taxonomy,
  });
  const [page, size] = [
    readInteger(parameters, 'page', 1),
    readInteger(parameters, 'per_page', 10),
  ];
  const body = pageRows(posts, page, size).map(post => ({
    id: Number(post.id) || post.id,
    date: post.date,
    modified: post.date,
    type: 'post',
    link: post.url,
    title: {rendered: encodeEntities(post.title)},
    excerpt: {rendered: `<p>${encodeEntities(post.abstract)}</p>\n`, protected: false},
    _embedded: {'wp:term': [post.themes.map(term('category')), post.tags.map(term('post_tag'))]},
  }));
  return {body, headers: {'X-WP-Total': String(posts.length)}};
}

/** Returns true if a row matches a filter parameter of the Tabular API, such as `Date__less=2020-01-01`. */
function matchesParameter(
  row: Readonly<Record<string, unknown>>,
  name: string,
  value: string,
): boolean {
  const [, column = '', operator] = /^(.*)__([a-z_]+)$/.exec(name) ?? [];
  const cell = row[column];
  const cellMatches = (predicate: (cellValue: string | number) => boolean): boolean =>
    (typeof cell === 'string' && predicate(cell)) || (typeof cell === 'number' && predicate(cell));
  const bound = typeof cell === 'number' ? Number(value) : value;
  switch (operator) {
    case 'exact':
      return cellMatches(given => String(given) === value);
    case 'in':
      return cellMatches(given => value.split(',').includes(String(given)));
    case 'contains':
      return cellMatches(given => String(given).toLowerCase().includes(value.toLowerCase()));
    case 'greater':
      return cellMatches(given => given >= bound);
    case 'less':
      return cellMatches(given => given <= bound);
    case 'strictly_less':
      return cellMatches(given => given < bound);
    default:
      return true;
  }
}

/** Serves the records as a table of data.gouv.fr (Tabular API). */
export function respondTabular(
  path: string,
  parameters: URLSearchParams,
  records: readonly FlatRecord[],
): SimulatedResponse {
  const [, format] = /^\/api\/resources\/demo\/data\/(json\/)?$/.exec(path) ?? ['', 'none'];
  if (format === 'none') return {status: 404, body: {errors: [{title: 'Not found'}]}};
  const rows = records.map((record, i) => ({
    __id: i + 1,
    Titre: record.title,
    Résumé: record.abstract,
    Lien: record.url,
    Nature: record.type,
    Thèmes: record.themes.join(';'),
    Commune: record.commune,
    'Code INSEE': record.insee,
    Date: completeDate(record.date),
    latitude: record.lat,
    longitude: record.lon,
  }));
  const found = rows.filter(row =>
    [...parameters].every(([name, value]) => {
      if (name !== 'or') return matchesParameter(row, name, value);
      const alternatives = value.slice(1, -1).split(',');
      return alternatives.some(part => {
        const at = part.lastIndexOf('.');
        return matchesParameter(row, part.slice(0, at), part.slice(at + 1));
      });
    }),
  );
  for (const [name, direction] of parameters) {
    const column = /^(.*)__sort$/.exec(name)?.[1] as keyof (typeof rows)[number] | undefined;
    const sign = direction === 'desc' ? -1 : 1;
    if (column !== undefined)
      found.sort(
        (a, b) => sign * String(a[column] ?? '').localeCompare(String(b[column] ?? ''), 'fr'),
      );
  }
  if (format) return {body: found};
  const [page, size] = [
    readInteger(parameters, 'page', 1),
    readInteger(parameters, 'page_size', 20),
  ];
  if (size > 50)
    return {status: 400, body: {errors: [{title: 'Page size exceeds allowed maximum'}]}};
  return {
    body: {
      data: pageRows(found, page, size),
      links: {next: null, prev: null},
      meta: {page, page_size: size, total: found.length},
    },
  };
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Returns the records as an RSS 2.0 feed. */
export function toRss(records: readonly FlatRecord[]): string {
  const items = records.map(({id, title, abstract, url, themes, date, lat, lon}) => {
    const elements = [
      ['guid', id],
      // Titles and descriptions are HTML.
      ['title', escapeXml(title)],
      ['description', escapeXml(abstract)],
      ['link', url],
      ['dc:date', completeDate(date)],
      ['georss:point', lat === null || lon === null ? null : `${lat} ${lon}`],
      ...themes.map(theme => ['category', theme]),
    ] as const;
    const text = elements.flatMap(([name = '', value]) =>
      value ? [`<${name}>${escapeXml(value)}</${name}>`] : [],
    );
    return `<item>${text.join('')}</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:georss="http://www.georss.org/georss">
<channel><title>Ressources</title>${items.join('\n')}</channel></rss>`;
}

/** Returns the events as a calendar file. */
export const toIcs = (events: readonly PortalEvent[]): string =>
  formatCalendar(
    events.map(event => ({
      ...event,
      uid: String(event.id),
      title: pickText(event.title, 'fr').value,
      description: pickText(event.description, 'fr').value,
    })),
    {timestamp: new Date(0)},
  );

/** Serves events as an agenda of OpenAgenda. */
export function respondOpenagenda(path: string, events: readonly PortalEvent[]): SimulatedResponse {
  if (path !== '/v2/agendas/1/events') return {status: 404, body: {error: 'not found'}};
  const openagendaEvents = events.map((event, i) => {
    const {start, end = start} = event.period;
    const days = daySpan(event.period) ?? {first: 0, last: 0};
    const at = (date: string | null | undefined, day: number, time: string): string =>
      date?.includes('T') ? date : `${dayToDate(day).toISOString().slice(0, 10)}T${time}+01:00`;
    const timing = {begin: at(start, days.first, '00:00:00'), end: at(end, days.last, '23:59:00')};
    return {
      uid: i + 1,
      slug: String(event.id),
      title: typeof event.title === 'object' ? event.title : {fr: event.title ?? ''},
      description: {fr: pickText(event.description, 'fr').value},
      keywords: {fr: []},
      canonicalUrl: event.url,
      timezone: 'Europe/Paris',
      status: 1,
      timings: [timing],
      firstTiming: timing,
      lastTiming: timing,
      nextTiming: null,
      location: event.geo && {
        name: event.place ?? '',
        latitude: event.geo.lat,
        longitude: event.geo.lon,
      },
      image: null,
    };
  });
  return {
    body: {total: openagendaEvents.length, events: openagendaEvents, after: null, success: true},
  };
}

/** Returns the records as GeoJSON. */
export const toGeojson = (records: readonly FlatRecord[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: records.map(({lat, lon, ...record}) => ({
      type: 'Feature',
      geometry: lat === null ? null : {type: 'Point', coordinates: [lon, lat]},
      properties: {
        id: record.id,
        titre: record.title,
        resume: record.abstract,
        lien: record.url,
        nature: record.type,
        themes: record.themes,
        commune: record.commune,
        code_insee: record.insee,
        date: record.date,
      },
    })),
  });

/** Returns the records as CSV in the French style: semicolons, decimal commas and a byte order mark. */
export function toCsv(records: readonly FlatRecord[]): string {
  const cell = (value: string | number | null): string =>
    `"${String(value ?? '').replaceAll('"', '""')}"`;
  const comma = (number: number | null): string => String(number ?? '').replace('.', ',');
  const lines = records.map(record => [
    record.id,
    record.title,
    record.abstract,
    record.url,
    record.type,
    record.themes.join('|'),
    record.commune,
    record.insee,
    record.date,
    comma(record.lat),
    comma(record.lon),
  ]);
  const names =
    'Identifiant;Titre;Résumé;Lien;Nature;Thèmes;Commune;Code INSEE;Date;Latitude;Longitude';
  return `\ufeff${[names, ...lines.map(line => line.map(cell).join(';'))].join('\r\n')}\r\n`;
}
