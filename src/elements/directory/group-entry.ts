import {html, nothing, type TemplateResult} from 'lit';
import type {Actor} from '../../model/directory.js';
import {joinFacts} from '../../model/text.js';
import {renderHeading} from '../parts/elements.js';
import {
  type ActorEntryOptions,
  type ActorFact,
  FILTER_ICON,
  PLACE_ICON,
  type ActorI18n,
  factsOf,
  type GroupBy,
} from './actor-entry.js';
import {type ActorGroup, type FactReader, type SharedFact, sharedFacts} from './groups.js';
import {repeat} from '../parts/repeat.js';

/** Actions on linked widgets that entries of a directory have. */
export interface DirectoryActs {
  readonly canFilter: boolean;
  /** True if a filter is for projects. Otherwise for portals. */
  readonly hasProjects: boolean;
  readonly hasPins: boolean;
}

interface GroupOptions {
  readonly by: GroupBy;
  readonly i18n: ActorI18n;
  readonly level: number;
  readonly isCounted: boolean;
  renderActor(actor: Actor, shared: ActorEntryOptions['shared']): unknown;
}

/** Facts that the heading of a group names. */
interface GroupFacts {
  readonly shared: readonly SharedFact[];
  /** True if its entries have no other facts, except for a country. */
  readonly isBrief: boolean;
}

/** Facts by the actors of a group, of which there may be tens of thousands: read once, not at each update. */
const cache = new WeakMap<readonly Actor[], GroupFacts>();

function factsOfGroup(
  {name, all}: {readonly name: string | undefined; readonly all: readonly Actor[]},
  readFacts: FactReader,
): GroupFacts {
  let facts = cache.get(all);
  if (!facts) {
    const shared = name === undefined ? [] : sharedFacts(all, readFacts);
    const kinds = shared.map(({kind}) => kind);
    const isBrief = all.every(actor =>
      readFacts(actor).every(({kind}) => kind === 'country' || kinds.includes(kind)),
    );
    cache.set(all, (facts = {shared, isBrief}));
  }
  return facts;
}

/** Renders a group: its name, the number of its actors and the facts that they share, then the actors. */
export function renderGroup(
  {name, actors, all}: ActorGroup & {readonly all: readonly Actor[]},
  {by, i18n, level, isCounted, renderActor}: GroupOptions,
): TemplateResult {
  const readFacts = (actor: Actor): readonly ActorFact[] => factsOf(actor, by, i18n);
  const {shared, isBrief} = factsOfGroup({name, all}, readFacts);
  const facts = joinFacts([
    isCounted && i18n.number(all.length),
    ...shared.map(({value, isMixed}) => (isMixed ? i18n.messages.mostly(value) : value)),
  ]);
  return html`<div class="group ${isBrief ? 'brief' : ''}" part="group">
    ${
      name === undefined
        ? nothing
        : renderHeading(level, facts ? html`${name} <span class="small">${facts}</span>` : name)
    }
    <ul class="actors">
      ${repeat(
        actors,
        ({organisation}) => `${String(organisation.id)} ${organisation.name}`,
        actor => renderActor(actor, shared),
      )}
    </ul>
  </div>`;
}

/** Renders the key of the icons. Their buttons have the same words in their names. */
export function renderKey(
  {messages}: ActorI18n,
  {canFilter, hasProjects, hasPins}: DirectoryActs,
): unknown {
  if (!canFilter && !hasPins) return nothing;
  const {onlyItsProjects, onlyItsPortals, seeOnMap} = messages;
  return html`<p class="key small" aria-hidden="true">
    ${
      canFilter
        ? html`<span>${FILTER_ICON} ${hasProjects ? onlyItsProjects : onlyItsPortals}</span>`
        : nothing
    }
    ${hasPins ? html`<span>${PLACE_ICON} ${seeOnMap}</span>` : nothing}
  </p>`;
}

/** Upper bound on placeholders: more actors are rarely visible at once. */
const MAX_PLACEHOLDERS = 9;

/** Renders the placeholders of the directory, of one group if its actors are grouped. */
export const renderSkeleton = (actors: number, isGrouped: boolean): TemplateResult =>
  html`<div class="bar"><span class="bone field"></span></div>
    <div class="group">
      ${isGrouped ? html`<span class="bone title">.</span>` : nothing}
      <div class="actors">
        ${new Array<TemplateResult>(Math.min(actors, MAX_PLACEHOLDERS)).fill(
          html`<div class="actor">
            <article><span class="bone title">.</span><span class="bone text">.</span></article>
          </div>`,
        )}
      </div>
    </div>`;
