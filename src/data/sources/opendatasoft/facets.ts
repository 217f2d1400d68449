import type {FacetName, Facets, FacetValue, Query} from '../../../model/query.js';
import type {Get} from '../foreign/kind.js';
import {countOf, listIn} from '../foreign/reading.js';
import type {OdsQuestion} from './question.js';

/** Whether the portal counts a facet. */
export function counts(facet: FacetName, question: OdsQuestion): boolean {
  if (facet === 'year') return question.time?.start.path === (question.time?.end?.path ?? 0);
  return facet === 'commune'
    ? question.can(facet)
    : question.can(facet) && !!question.field(facet)?.annotations['facet'];
}

/** Counts the facets of a question, each with all that is asked but its own part. */
export async function countFacets(
  api: string,
  question: OdsQuestion,
  {facets = [], ...query}: Query,
  get: Get,
): Promise<Facets> {
  // What nobody chose from is counted in one go.
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

/** Counts what is no facet of the portal: years of dates, and codes of communes with their names. */
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
  // A field may not be called count: that is a word of the language.
  const rest = {select: 'count(*) as total', order_by: 'total desc', limit: '100'};
  for (const [key, value] of Object.entries({...rest, group_by: group.join(', ')}))
    parameters.set(key, value);
  return valuesOf(listIn(await get(`${api}/records?${parameters}`), 'results'));
}

/** Values with their counts, as both ways of counting give them; one that comes twice counts for both. */
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
