import {applicableFilter, intersectFilters, type Filter} from '../../model/query.js';

/** Collections whose records refer to actors. */
export type ActorCollection = 'portals' | 'projects';

/** Returns a filter without some of its fields and without empty ones. */
export const omitFilters = (filter: Filter, names: readonly (keyof Filter)[]): Filter =>
  Object.fromEntries(
    Object.entries(filter).filter(
      ([name, value]) => value?.length && !names.includes(name as keyof Filter),
    ),
  ) as Filter;

/**
 * Returns the filter for the portals or projects whose actors are shown; undefined if none can match.
 *
 * `q` and `type` apply to the actors themselves. Portals and projects selected by the user do not narrow the request:
 * the other actors stay visible, to be selected instead. If a filter applies to only one of the two collections, the
 * other one is not requested.
 */
export function actorCollectionFilter(
  collection: ActorCollection,
  fixedFilter: Filter,
  selectedFilter: Filter,
): Filter | undefined {
  const filter = intersectFilters(
    omitFilters(fixedFilter, ['q', 'type']),
    omitFilters(selectedFilter, ['q', 'type', 'portal', 'project']),
  );
  if (!filter) return undefined;
  const countFields = (fields: Filter): number => Object.keys(fields).length;
  const appliesTo = (name: ActorCollection): boolean =>
    countFields(applicableFilter(filter, name)) === countFields(filter);
  const other = collection === 'portals' ? 'projects' : 'portals';
  return appliesTo(collection) || !appliesTo(other)
    ? applicableFilter(filter, collection)
    : undefined;
}

/** True if only some portals or projects are requested, so that only the actors they refer to are shown. */
export const isNarrowed = (fixedFilter: Filter, selectedFilter: Filter): boolean =>
  (['portals', 'projects'] as const).some(collection => {
    const filter = actorCollectionFilter(collection, fixedFilter, selectedFilter);
    return !filter || Object.keys(filter).length > 0;
  });
