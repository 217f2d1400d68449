import {
  type Actor,
  buildDirectory,
  type DirectoryRecords,
  actorFilter,
} from '../../model/directory.js';
import {fold, searchWords} from '../../model/fold.js';
import {type Filter, applicableFilter, intersectFilters} from '../../model/query.js';
import {translationsOf} from '../../model/text.js';
import {type ActorI18n, factsOf, type GroupBy, labelsOf} from './actor-entry.js';
import {sortActors} from './groups.js';

/** Actors of a directory, before a search. */
export interface ActorSelection {
  readonly all: readonly Actor[];
  /** True if some actors have projects or portals of their own. */
  readonly areDistinct: boolean;
}

const sameValues = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every(value => b.includes(value));

/** True if the selection is narrowed to the portals and projects of this actor. */
export function isSelected(actor: Actor, {portal, project}: Filter): boolean {
  const ownFilter: Pick<Filter, 'portal' | 'project'> = actorFilter(actor) ?? {};
  const hasSelection = !!portal?.length || !!project?.length;
  return (
    hasSelection && sameValues(portal, ownFilter.portal) && sameValues(project, ownFilter.project)
  );
}

/** Returns the filter with an actor selected, or deselected if it already was. */
export function toggleActor(actor: Actor, filter: Filter): Filter {
  const otherFilters = omitFilters(filter, ['portal', 'project']);
  return isSelected(actor, filter) ? otherFilters : {...otherFilters, ...actorFilter(actor)};
}

/**
 * True if selecting an actor narrows linked widgets. In the directory of one project or portal, it does not if all actors
 * have the same projects and portals. A selected actor can always be deselected.
 */
function areDistinct(
  actors: readonly Actor[],
  {project = [], portal = []}: Filter,
  selectedFilter: Filter,
): boolean {
  if (project.length !== 1 && portal.length !== 1) return true;
  const filters = new Set(actors.map(actor => JSON.stringify(actorFilter(actor))));
  return filters.size > 1 || actors.some(actor => isSelected(actor, selectedFilter));
}

/** True if an actor takes part in one of the selected portals and one of the selected projects. */
const participatesIn =
  ({portal, project}: Filter) =>
  ({portals, projects}: Actor): boolean =>
    (!portal?.length || portal.some(id => portals.includes(id))) &&
    (!project?.length || project.some(id => projects.includes(id)));

/** Returns the actors whose name, type, roles and country together contain all words of a search. */
export function searchActors(
  actors: readonly Actor[],
  search: string,
  i18n: ActorI18n,
): readonly Actor[] {
  const words = searchWords(search);
  if (words.length === 0) return actors;
  return actors.filter(actor => {
    const text = searchTextOf(actor, i18n);
    return words.every(word => text.includes(word));
  });
}

/** Returns the cached text in which an actor is searched for. */
export function searchTextOf(actor: Actor, i18n: ActorI18n): string {
  const {organisation, roles} = actor;
  const labels = labelsOf(actor, i18n);
  return (labels.text ??= fold(
    [
      organisation.name,
      organisation.type,
      labels.country,
      ...roles.flatMap(role => translationsOf(role)),
    ].join(' '),
  ));
}

/** Returns the actors of the fixed filter that take part in the selection. */
function* actorsOf(
  records: Omit<DirectoryRecords, 'isNarrowed'>,
  fixedFilter: Filter,
  selectedFilter: Filter,
): Generator<void, readonly Actor[]> {
  function* createActors(narrowed: boolean): Generator<void, readonly Actor[]> {
    // Partners listed by a project take precedence over the actors of its portals.
    const partners = fixedFilter.project?.length
      ? yield* buildDirectory({...records, portals: [], isNarrowed: narrowed})
      : [];
    return partners.length ? partners : yield* buildDirectory({...records, isNarrowed: narrowed});
  }
  const all = yield* createActors(isNarrowed(fixedFilter, selectedFilter));
  const hasSelection = !!selectedFilter.portal?.length || !!selectedFilter.project?.length;
  // If one of the actors is selected, the others stay visible.
  const selected =
    !hasSelection || all.some(actor => isSelected(actor, selectedFilter))
      ? all
      : (yield* createActors(true)).filter(participatesIn(selectedFilter));
  const types = fixedFilter.type ?? [];
  return selected.filter(({organisation: {type = ''}}) => !types.length || types.includes(type));
}

interface ActorSelectionOptions {
  readonly i18n: ActorI18n;
  readonly isReversed: boolean;
  readonly groupBy: GroupBy;
}

/** Returns the actors of the records, sorted by name, in steps that take a few milliseconds at most. */
export function* selectActors(
  records: Omit<DirectoryRecords, 'isNarrowed'>,
  fixedFilter: Filter,
  selectedFilter: Filter,
  {i18n, isReversed, groupBy}: ActorSelectionOptions,
): Generator<void, ActorSelection> {
  const selected = yield* actorsOf(records, fixedFilter, selectedFilter);
  const all = yield* sortActors(selected, i18n.language, isReversed);
  // Labels of all, which the first groups need.
  for (const actor of all) {
    factsOf(actor, groupBy, i18n);
    yield;
  }
  return {all, areDistinct: areDistinct(all, fixedFilter, selectedFilter)};
}

/** Collections whose records refer to actors. */
export type ActorCollection = 'portals' | 'projects';

/** Returns a filter without some of its fields and without empty ones. */
const omitFilters = (filter: Filter, names: readonly (keyof Filter)[]): Filter =>
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
