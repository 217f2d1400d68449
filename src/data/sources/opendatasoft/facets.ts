import type {FacetName, Facets, FacetValue, Query} from '../../../model/query.js';
import type {Get} from '../foreign/kind.js';
import {countOf, listIn} from '../foreign/reading.js';
import type {OdsQuestion} from './question.js';

/** Returns true if the portal can count a facet. */
export function counts(facet: FacetName, question: OdsQuestion): boolean {
  if (facet === 'year') return question.time?.start.path === (question.time?.end?.path ?? 0);
  return facet === 'commune'
    ? question.can(facet)
    : question.can(facet) && !!question.field(facet)?.annotations['facet'];
}

/** Counts the facets of a query. Each ignores its own filter. */
export async function countFacets(
  api: string,
  question: OdsQuestion,
  {facets = [], ...query}: Query,
  get: Get,
): Promise<Facets> {
  // Facets without a filter are counted in one request.
  const free: FacetName[] = [];
  const alone: FacetName[] = [];
  for (const facet of facets) {
    const isPlain = facet !== 'year' && facet !== 'commune';
    (isPlain && query[facet] === undefined ? free : alone).push(facet);
  }
  const sets = [free, ...alone.map(facet => [facet])].filter(({length}) => length > 0);
  const counted = await Promise.all(
    sets.map(async set => {
      const [first] = set;
      if (first === 'year' || first === 'commune')
        return [[first, await countGroups(api, question, first, get)]];
      const parameters = question.parameters(set === free ? undefined : first);
      for (const facet of set) parameters.append('facet', question.field(facet)?.path ?? '');
      const lists = listIn(await get(`${api}/facets?${parameters}`), 'facets');
      return set.map(facet => {
        const list = lists.find(({name}) => name === question.field(facet)?.path);
        return [facet, valuesOf(listIn(list, 'facets'))];
      });
    }),
  );
  return Object.fromEntries(counted.flat()) as Facets;
}

/** Counts values that are not facets of the portal: years of dates, and communes by code with their names. */
async function countGroups(
  api: string,
  question: OdsQuestion,
  facet: 'year' | 'commune',
  get: Get,
): Promise<FacetValue[]> {
  const parameters = question.parameters(facet);
  const by = facet === 'year' ? question.time?.start : question.commune;
  const name = facet === 'commune' ? question.field('commune') : undefined;
  const isDate = facet === 'year' && by?.type !== 'int';
  const group = [isDate ? `year(${by?.name}) as value` : `${by?.name} as value`];
  if (name && name.path !== by?.path) group.push(`${name.name} as name`);
  // The alias cannot be `count`, which is a keyword of ODSQL.
  const rest = {select: 'count(*) as total', order_by: 'total desc', limit: '100'};
  for (const [key, value] of Object.entries({...rest, group_by: group.join(', ')}))
    parameters.set(key, value);
  return valuesOf(listIn(await get(`${api}/records?${parameters}`), 'results'));
}

/** Returns the values with their counts, from either kind of response. The counts of equal values are added. */
function valuesOf(rows: ReturnType<typeof listIn>): FacetValue[] {
  const values = new Map<string, FacetValue>();
  for (const row of rows) {
    const count = countOf(row['count'] ?? row['total']);
    if (!/^(?:string|number)$/.test(typeof row['value']) || !count) continue;
    const value = String(row['value']);
    const known = values.get(value);
    const name = row['name'];
    const label = known?.label ?? (typeof name === 'string' && name !== value ? name : undefined);
    values.set(value, {
      value,
      count: count + (known?.count ?? 0),
      ...(label !== undefined && {label}),
    });
  }
  return [...values.values()];
}
