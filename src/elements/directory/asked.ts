import {applicable, bothFilters, type Filter} from '../../model/query.js';

/** The collections that say who takes part in what. */
export type Naming = 'portals' | 'projects';

/** A filter without some of its parts, and without those that say nothing. */
export const without = (filter: Filter, names: readonly (keyof Filter)[]): Filter =>
  Object.fromEntries(
    Object.entries(filter).filter(
      ([name, value]) => value?.length && !names.includes(name as keyof Filter),
    ),
  );

/**
 * The portals or projects whose actors are wanted; undefined where nothing fits. What bears on an actor itself (`q`,
 * `type`) is no matter of theirs. Neither is a portal or a project that a reader has chosen: the other actors stay, to
 * be chosen from. A filter that means nothing for one of the two collections leaves the word to the other.
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

/** Whether only some portals or projects are wanted, so that only those actors count whom they name. */
export const isNarrowed = (fixed: Filter, chosen: Filter): boolean =>
  (['portals', 'projects'] as const).some(naming => {
    const asked = askNaming(naming, fixed, chosen);
    return !asked || Object.keys(asked).length > 0;
  });
