import {type Actor, directoryOf, type DirectoryParts, narrowedTo} from '../../model/directory.js';
import {fold, searchWords} from '../../model/fold.js';
import type {Filter} from '../../model/query.js';
import {wordings} from '../../model/wordings.js';
import {isNarrowed, without} from './asked.js';

const sameValues = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every(value => b.includes(value));

/** True if the selection is narrowed to the portals and projects of this actor. */
export function isPressed(actor: Actor, {portal, project}: Filter): boolean {
  const own: Pick<Filter, 'portal' | 'project'> = narrowedTo(actor) ?? {};
  const isChosen = !!portal?.length || !!project?.length;
  return isChosen && sameValues(portal, own.portal) && sameValues(project, own.project);
}

/** Returns the filter with an actor selected, or deselected if it already was. */
export function chosenWith(actor: Actor, filter: Filter): Filter {
  const others = without(filter, ['portal', 'project']);
  return isPressed(actor, filter) ? others : {...others, ...narrowedTo(actor)};
}

/** True if an actor takes part in one of the selected portals and one of the selected projects. */
export const takesPart =
  ({portal, project}: Filter) =>
  ({portals, projects}: Actor): boolean =>
    (!portal?.length || portal.some(id => portals.includes(id))) &&
    (!project?.length || project.some(id => projects.includes(id)));

const searchable = ({organisation, roles}: Actor, country: string): string =>
  fold(
    [organisation.name, organisation.type, country, ...roles.flatMap(role => wordings(role))]
      .filter(Boolean)
      .join(' '),
  );

/** Returns the actors whose name, type, roles and country together contain all words of a search. */
export function searched(
  actors: readonly Actor[],
  search: string,
  countryName: (code: string) => string,
): readonly Actor[] {
  const words = searchWords(search);
  if (words.length === 0) return actors;
  return actors.filter(actor => {
    const {country} = actor.organisation;
    const text = searchable(actor, country ? countryName(country) : '');
    return words.every(word => text.includes(word));
  });
}

/** Returns the actors to show. */
export function actorsOf(
  parts: Omit<DirectoryParts, 'isNarrowed'>,
  fixed: Filter,
  chosen: Filter,
): readonly Actor[] {
  const make = (narrowed: boolean): readonly Actor[] => {
    // Partners listed by a project take precedence over the actors of its portals.
    const partners = fixed.project?.length
      ? directoryOf({...parts, portals: [], isNarrowed: narrowed})
      : [];
    return partners.length ? partners : directoryOf({...parts, isNarrowed: narrowed});
  };
  const all = make(isNarrowed(fixed, chosen));
  const isChosen = !!chosen.portal?.length || !!chosen.project?.length;
  // If one of the actors is selected, the others stay visible.
  const wanted =
    !isChosen || all.some(actor => isPressed(actor, chosen))
      ? all
      : make(true).filter(takesPart(chosen));
  const types = fixed.type ?? [];
  return wanted.filter(({organisation: {type = ''}}) => !types.length || types.includes(type));
}
