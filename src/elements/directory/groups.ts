import type {LocalizeController} from '../../controllers/localize-controller.js';
import {localeFormatter} from '../../i18n/format.js';
import {sortIndices} from '../../model/collection/sort-order.js';
import type {Actor} from '../../model/directory.js';
import {type ActorFact, type ActorI18n, type GroupBy, labelsOf} from './actor-entry.js';

export interface ActorGroup {
  /** Undefined if the actors are not grouped. */
  readonly name: string | undefined;
  readonly actors: readonly Actor[];
}

/** Returns the actors sorted by name; each step takes a few milliseconds at most. */
export function* sortActors(
  actors: readonly Actor[],
  language: string,
  isReversed: boolean,
): Generator<void, readonly Actor[]> {
  const {compare} = localeFormatter<Pick<Intl.Collator, 'compare'>>(
    language,
    'order',
    locale => new Intl.Collator(locale, {numeric: true, sensitivity: 'base'}),
    {compare: (a, b) => (a < b ? -1 : Number(a > b))},
  );
  const sign = isReversed ? -1 : 1;
  const names = actors.map(({organisation}) => organisation.name);
  const indices = yield* sortIndices(names, {compare: (a, b) => sign * compare(a, b)});
  return indices.map(index => actors[index] as Actor);
}

/** Returns the criterion for grouping; `none` if no actor has a value for it, which would be the only heading. */
export const groupingOf = (actors: readonly Actor[], by: GroupBy, i18n: ActorI18n): GroupBy =>
  actors.some(actor =>
    by === 'country' ? actor.organisation.country : labelsOf(actor, i18n).roles.length > 0,
  )
    ? by
    : 'none';

/**
 * Groups actors by country or by their first role. The largest group comes first, the group without a value last;
 * project leads come before all other roles.
 */
export function groupActors(
  actors: readonly Actor[],
  by: GroupBy,
  i18n: LocalizeController<'directory' | 'places'>,
): readonly ActorGroup[] {
  if (by === 'none') return actors.length ? [{name: undefined, actors}] : [];
  const {noCountry, noRole, leader} = i18n.messages;
  const last = by === 'country' ? noCountry : noRole;
  const nameOf = (actor: Actor): string => {
    const {roles, country} = labelsOf(actor, i18n);
    return (by === 'country' ? country : roles[0]?.value) || last;
  };
  const groups = new Map<string, Actor[]>();
  for (const actor of actors) {
    const name = nameOf(actor);
    if (!groups.get(name)?.push(actor)) groups.set(name, [actor]);
  }
  const rank = (name: string): number => (name === last ? 1 : name === leader ? -1 : 0);
  return [...groups]
    .map(([name, members]) => ({name, actors: members}))
    .sort((a, b) => rank(a.name) - rank(b.name) || b.actors.length - a.actors.length);
}

/** Returns the groups with their first actors, at most `max` in all, and `all` actors of each. */
export function firstOfGroups(
  groups: readonly ActorGroup[],
  max: number,
): readonly (ActorGroup & {readonly all: readonly Actor[]})[] {
  let remaining = max;
  return groups.flatMap(({name, actors}) => {
    const first = actors.slice(0, Math.max(0, remaining));
    remaining -= first.length;
    return first.length ? [{name, actors: first, all: actors}] : [];
  });
}

/** Minimum share of actors of one country for the heading of a group to name it; only the others then show theirs. */
const MIN_SHARE = 3 / 4;

export type SharedFact = ActorFact & {
  /** True if some actors of the group have another one. */
  readonly isMixed?: boolean;
};

/** Reads the facts of an actor. */
export type FactReader = (actor: Actor) => readonly ActorFact[];

/** Returns the country of most actors of a group; undefined if an actor has none, which would seem to be in it. */
function mainCountry(actors: readonly Actor[], factsOf: FactReader): ActorFact | undefined {
  const countries = actors.flatMap(
    actor => factsOf(actor).find(({kind}) => kind === 'country') ?? [],
  );
  if (countries.length < actors.length) return undefined;
  // The middle one of the sorted values: no other can be that of three quarters.
  const middle = countries.map(({value}) => value).sort()[countries.length >> 1];
  const same = countries.filter(({value}) => value === middle);
  return same.length >= MIN_SHARE * actors.length ? same[0] : undefined;
}

/** Returns the facts that all actors of a group share, unless there is only one, and the country of most of them. */
export function sharedFacts(actors: readonly Actor[], factsOf: FactReader): readonly SharedFact[] {
  const [first, ...others] = actors;
  const textOf = (actor: Actor, kind: ActorFact['kind']): string =>
    factsOf(actor)
      .flatMap(fact => (fact.kind === kind ? fact.value : []))
      .join();
  if (!first || !others.length) return [];
  const shared = factsOf(first).filter(({kind}) => {
    const text = textOf(first, kind);
    return others.every(actor => textOf(actor, kind) === text);
  });
  const country = !shared.some(({kind}) => kind === 'country') && mainCountry(actors, factsOf);
  return country ? [...shared, {...country, isMixed: true}] : shared;
}
