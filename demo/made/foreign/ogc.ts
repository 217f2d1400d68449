import {isInBbox} from '../../../src/model/geo/geo.js';
import {dateSpan, overlaps} from '../../../src/model/time/period.js';
import {type FlatRecord, type SimulatedResponse, readInteger} from './flat-records.js';

const COLLECTION = 'projects';

const toFeature = (record: FlatRecord): object => ({
  type: 'Feature',
  id: `${COLLECTION}.${record.id}`,
  geometry: record.lat === null ? null : {type: 'Point', coordinates: [record.lon, record.lat]},
  properties: {
    titre: record.title,
    resume: record.abstract,
    lien: record.url,
    nature: record.type,
    themes: record.themes.join(';'),
    commune: record.commune,
    code_insee: record.insee,
    date: record.date,
  },
});

const jsonResponse = (body: unknown, type = 'application/json'): SimulatedResponse => ({
  body,
  headers: {'Content-Type': type},
});

/**
 * Serves one collection through OGC API – Features.
 *
 * @param path Path after `base`.
 */
export function respondOgc(
  path: string,
  parameters: URLSearchParams,
  base: string,
  records: readonly FlatRecord[],
): SimulatedResponse {
  const link = (rel: string, to: string, type = 'application/json') => ({
    rel,
    href: `${base}${to}`,
    type,
  });
  const collection = {
    id: COLLECTION,
    title: 'Ressources du portail de démonstration',
    itemType: 'feature',
    links: [
      link('items', `/collections/${COLLECTION}/items`, 'application/geo+json'),
      {
        rel: 'license',
        href: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
        title: 'Licence Ouverte 2.0',
      },
    ],
  };
  switch (path.replace(/\/+$/, '')) {
    case '':
      return jsonResponse({
        title: 'Démonstration',
        links: [link('self', ''), link('data', '/collections')],
      });
    case '/collections':
      return jsonResponse({links: [link('self', '/collections')], collections: [collection]});
    case `/collections/${COLLECTION}`:
      return jsonResponse(collection);
    case `/collections/${COLLECTION}/items`:
      break;
    default:
      return {status: 404, body: {code: 'NotFound', description: 'There is no such resource.'}};
  }
  const [west, south, east, north] = parameters.get('bbox')?.split(',').map(Number) ?? [];
  const [from, to] = parameters.get('datetime')?.split('/') ?? [];
  const found = records.filter(({lat, lon, date}) => {
    const box = [west, south, east, north] as [number, number, number, number];
    const isInBox =
      west === undefined || (lat !== null && lon !== null && isInBbox({lat, lon}, box));
    const span = dateSpan(date ?? undefined);
    const first = dateSpan(from)?.first ?? -Infinity;
    const last = dateSpan(to)?.last ?? Infinity;
    // Features without a time match any period (OGC 17-069r4, 7.15.4).
    return isInBox && (span === undefined || overlaps(span, {first, last}));
  });
  const limit = Math.min(1000, Math.max(1, readInteger(parameters, 'limit', 10)));
  const offset = readInteger(parameters, 'offset', 0);
  const rows = found.slice(offset, offset + limit);
  const next = new URLSearchParams(parameters);
  next.set('offset', String(offset + limit));
  const hasNext = offset + limit < found.length;
  return jsonResponse(
    {
      type: 'FeatureCollection',
      features: rows.map(toFeature),
      numberMatched: found.length,
      numberReturned: rows.length,
      links: hasNext
        ? [link('next', `/collections/${COLLECTION}/items?${next}`, 'application/geo+json')]
        : [],
    },
    'application/geo+json',
  );
}
