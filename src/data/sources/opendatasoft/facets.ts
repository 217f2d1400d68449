import type {FacetName, Facets, FacetValue, ListFilter, Query} from '../../../model/query.js';
import type {FetchBody} from '../shared/servers/server-adapter.js';
import {asCount, objectsIn} from '../shared/rows/json-access.js';
import type {OdsFields} from './ods-query.js';

/** Returns true if the portal can count a facet. */
export function canCountFacet(facet: FacetName, fields: OdsFields): boolean {
  if (facet === 'year') return fields.times?.start.path === (fields.times?.end?.path ?? 0);
  if (facet === 'commune') return fields.commune !== undefined;
  const field = isTextFacet(facet) ? fields.text(facet) : undefined;
  return !!field?.annotations['facet'];
}

/** Facets compared with the field of the same name. */
const TEXT_FACETS: readonly FacetName[] = ['type', 'theme', 'section', 'family'];

const isTextFacet = (facet: FacetName): facet is ListFilter => TEXT_FACETS.includes(facet);

/** Counts the facets of a query. Each ignores its own filter. */
export async function countFacets(
  apiUrl: string,
  fields: OdsFields,
  {facets = [], ...query}: Query,
  parametersWithout: (facet?: FacetName) => URLSearchParams,
  fetchBody: FetchBody,
): Promise<Facets> {
  // Facets without a filter are counted in one request.
  const unfiltered: FacetName[] = [];
  const filtered: FacetName[] = [];
  for (const facet of facets) {
    const isSimple = facet !== 'year' && facet !== 'commune';
    (isSimple && query[facet] === undefined ? unfiltered : filtered).push(facet);
  }
  const sets = [unfiltered, ...filtered.map(facet => [facet])].filter(({length}) => length > 0);
  const counted = await Promise.all(
    sets.map(async set => {
      const [first] = set;
      const parameters = parametersWithout(set === unfiltered ? undefined : first);
      if (first === 'year' || first === 'commune')
        return [[first, await countGroups(apiUrl, fields, first, parameters, fetchBody)]];
      for (const facet of set) parameters.append('facet', fields.field(facet)?.path ?? '');
      const lists = objectsIn(await fetchBody(`${apiUrl}/facets?${parameters}`), 'facets');
      return set.map(facet => {
        const list = lists.find(({name}) => name === fields.field(facet)?.path);
        return [facet, valuesOf(objectsIn(list, 'facets'))];
      });
    }),
  );
  return Object.fromEntries(counted.flat()) as Facets;
}

/** Counts values that are not facets of the portal: years of dates, and communes by code with their names. */
async function countGroups(
  apiUrl: string,
  fields: OdsFields,
  facet: 'year' | 'commune',
  parameters: URLSearchParams,
  fetchBody: FetchBody,
): Promise<FacetValue[]> {
  const field = facet === 'year' ? fields.times?.start : fields.commune;
  const nameField = facet === 'commune' ? fields.field('commune') : undefined;
  const isDate = facet === 'year' && field?.type !== 'int';
  const group = [isDate ? `year(${field?.odsqlName}) as value` : `${field?.odsqlName} as value`];
  if (nameField && nameField.path !== field?.path) group.push(`${nameField.odsqlName} as name`);
  // The alias cannot be `count`, which is a keyword of ODSQL.
  const rest = {select: 'count(*) as total', order_by: 'total desc', limit: '100'};
  for (const [key, value] of Object.entries({...rest, group_by: group.join(', ')}))
    parameters.set(key, value);
  return valuesOf(objectsIn(await fetchBody(`${apiUrl}/records?${parameters}`), 'results'));
}

/** Returns the values with their counts, from either kind of response. The counts of equal values are added. */
function valuesOf(rows: ReturnType<typeof objectsIn>): FacetValue[] {
  const values = new Map<string, FacetValue>();
  for (const row of rows) {
    const count = asCount(row['count'] ?? row['total']);
    if (!/^(?:string|number)$/.test(typeof row['value']) || !count) continue;
    const value = String(row['value']);
    const existing = values.get(value);
    const name = row['name'];
    const label =
      existing?.label ?? (typeof name === 'string' && name !== value ? name : undefined);
    values.set(value, {
      value,
      count: count + (existing?.count ?? 0),
      ...(label !== undefined && {label}),
    });
  }
  return [...values.values()];
}
