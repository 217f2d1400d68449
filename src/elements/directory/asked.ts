import {applicable, bothFilters, type Filter} from '../../model/query.js';

/** Collections whose records refer to actors. */
export type Naming = 'portals' | 'projects';

/** Returns a filter without some of its fields and without empty ones. */
export const without = (filter: Filter, names: readonly (keyof Filter)[]): Filter =>
  Object.fromEntries(
    Object.entries(filter).filter(
      ([name, value]) => value?.length && !names.includes(name as keyof Filter),
    ),
  );

/**
 * Returns the filter for the portals or projects whose actors are shown; undefined if none can match.
 *
 * `q` and `type` apply to the actors themselves. Portals and projects selected by the user do not narrow the request:
 * the other actors stay visible, to be selected instead. If a filter applies to only one of the two collections, the
 * other one is not requested.
 */
export function askNaming(naming: Naming, fixed: Filter, chosen: Filter): Filter | undefined {
  const wanted = bothFilters(
    without(fixed, ['q', 'type']),
    without(chosen, ['q', 'type', 'portal', 'project']),
  );
  if (!wanted) return undefined;
  const count = (filter: Filter): number => Object.keys(filter).length;
  const fits = (one: Naming): boolean => count(applicable(wanted, one)) === count(wanted);
  const other = naming === 'portals' ? 'projects' : 'portals';
  return fits(naming) || !fits(other) ? applicable(wanted, naming) : undefined;
}

/** True if only some portals or projects are requested, so that only the actors they refer to are shown. */
export const isNarrowed = (fixed: Filter, chosen: Filter): boolean =>
  (['portals', 'projects'] as const).some(naming => {
    const asked = askNaming(naming, fixed, chosen);
    return !asked || Object.keys(asked).length > 0;
  });
