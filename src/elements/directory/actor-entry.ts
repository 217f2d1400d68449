import {html, nothing, type TemplateResult} from 'lit';
import {type Actor, actorFilter} from '../../model/directory.js';
import type {WidgetHost} from '../base/widget-view.js';
import type {EntryHighlight} from '../parts/entry-highlight.js';
import {actionLabel, codeAsWords} from '../parts/records/record-labels.js';
import {renderRecordLink} from '../parts/records/record-link.js';
import {renderContact} from '../parts/records/contact.js';
import type {RecordTemplateController} from '../parts/templates/record-template-controller.js';
import {renderHeading} from '../parts/elements.js';
import {renderImage, isDeferred} from '../parts/pictures/picture.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {directory} from '../../i18n/fr/projects.js';
import {fold} from '../../model/fold.js';
import {LruCache} from '../../model/memo.js';
import {type LocalizedText, type Text, translationsOf} from '../../model/text.js';

export type GroupBy = 'country' | 'role' | 'none';

export type ActorI18n = LocalizeController<'contact' | 'directory' | 'places'>;

export type ActorFact = LocalizedText & {readonly kind: 'role' | 'type' | 'country'};

/** Texts by which an actor is grouped and described. */
interface ActorLabels {
  readonly roles: readonly LocalizedText[];
  /** Name of its country; empty without one. */
  readonly country: string;
  /** Folded text of searches, built by the first one. */
  text?: string;
  /** Facts under each kind of heading. */
  readonly facts: {[heading in GroupBy]?: readonly ActorFact[]};
}

/** Labels by actor: a directory of thousands needs all of them at each key of a search. */
const cache = new WeakMap<Actor, ActorLabels>();

/** Names of countries by language and code: a browser takes longer for each than for all else of a label. */
const countryNames = new LruCache<string>(300);

function countryName(code: string, i18n: ActorI18n): string {
  const key = `${i18n.language} ${code}`;
  const name = countryNames.get(key) ?? i18n.country(code);
  countryNames.set(key, name);
  return name;
}

/** Returns the cached labels of an actor. In another language, the directory has other actors. */
export function labelsOf(actor: Actor, i18n: ActorI18n): ActorLabels {
  let labels = cache.get(actor);
  if (!labels) {
    const {country} = actor.organisation;
    labels = {
      roles: rolesOf(actor, i18n),
      country: country ? countryName(country, i18n) : '',
      facts: {},
    };
    cache.set(actor, labels);
  }
  return labels;
}

/** Returns the roles of an actor without duplicates. The role of project lead comes first. */
function rolesOf({roles, isLead}: Actor, i18n: ActorI18n): readonly LocalizedText[] {
  // The lead role is shown in the user's language, even if the data have it only in another.
  const isLeadRole = (role: Text): boolean =>
    isLead && translationsOf(role).some(word => fold(word) === fold(directory.leader));
  const otherRoles = roles
    .filter(role => !isLeadRole(role))
    .map(role => i18n.text(role))
    .filter(({value}) => value.trim());
  const all: readonly LocalizedText[] = isLead
    ? [{value: i18n.messages.leader}, ...otherRoles]
    : otherRoles;
  if (all.length < 2) return all;
  const keys = all.map(({value}) => fold(value));
  return all.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}

/** Messages for kinds of organisations, whose French text data have. */
const TYPE_KEYS = [
  'communeType',
  'intercommunaliteType',
  'departementType',
  'regionType',
  'provinceType',
  'etatType',
  'etablissementPublicType',
  'associationType',
  'entrepriseType',
  'universiteType',
  'rechercheType',
  'reseauType',
  'patrimoineType',
  'bailleurType',
  'parcNaturelType',
  'agenceUrbanismeType',
  'groupeActionType',
  'gectType',
] as const;
const TYPES = new Map(TYPE_KEYS.map(key => [fold(directory[key]), key]));

/** Returns the kind of an organisation in the user's language; an unknown one as it is written. */
function typeName(type: string, {messages}: ActorI18n): string {
  const key = TYPES.get(fold(type));
  return key ? messages[key] : codeAsWords(type);
}

/** Returns the facts of an actor that the heading of its group does not name. */
export function factsOf(actor: Actor, heading: GroupBy, i18n: ActorI18n): readonly ActorFact[] {
  const {type = ''} = actor.organisation;
  const {roles, country, facts} = labelsOf(actor, i18n);
  // A source may have one column for both.
  const isRole = (): boolean => roles.some(({value}) => fold(value) === fold(type));
  return (facts[heading] ??= [
    ...roles.slice(Number(heading === 'role')).map(role => ({...role, kind: 'role'}) as const),
    {kind: 'type', value: isRole() ? '' : typeName(type.trim(), i18n)} as const,
    {kind: 'country', value: heading === 'country' ? '' : country} as const,
  ].filter(({value}) => value));
}

export const FILTER_ICON = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path d="M2 4h12M4.5 8h7M7 12h2"></path>
</svg>`;
export const PLACE_ICON = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path
    d="M8 14.5C5 11 3.5 9 3.5 6.5a4.5 4.5 0 0 1 9 0C12.5 9 11 11 8 14.5zM8 5a1.5 1.5 0 1 0 .1 0"
  ></path>
</svg>`;

export interface ActorEntryOptions {
  readonly i18n: ActorI18n;
  /** Fact that the group heading names: the country, or the first role. */
  readonly heading: GroupBy;
  /** Facts that all actors of the group share, or most, and its heading names. */
  readonly shared: readonly ActorFact[];
  readonly isSelected: boolean;
  readonly templates: RecordTemplateController;
  readonly highlight: EntryHighlight;
  /** Undefined if there is no linked widget to narrow. */
  readonly select: ((actor: Actor) => void) | undefined;
}

/** Renders one organisation: name, roles, type, country, and the buttons that act on linked widgets. */
export function renderActorEntry(
  host: WidgetHost,
  actor: Actor,
  options: ActorEntryOptions,
): TemplateResult {
  const {i18n, heading, isSelected, select} = options;
  const {messages} = i18n;
  const {selection} = host;
  const headingLevel = host.level + Number(heading !== 'none');
  const {name, geo, logo} = actor.organisation;
  const facts = factsOf(actor, heading, i18n).filter(
    ({kind, value}) => !options.shared.some(fact => fact.kind === kind && fact.value === value),
  );
  const roles = facts.filter(({kind}) => kind === 'role');
  const isLead = actor.isLead && heading !== 'role';
  const canSelect = select && actorFilter(actor);
  // Maps and timelines show projects: the one of an actor that has no other.
  const [project, ...otherProjects] = actor.projects;
  const ref =
    project === undefined || otherProjects.length > 0
      ? undefined
      : ({collection: 'projects', id: project} as const);
  const handleError = ({currentTarget}: Event): void =>
    void (currentTarget as Element).toggleAttribute('hidden', true);
  const highlight = (): void => options.highlight(ref);
  const clearHighlight = (): void => options.highlight();
  return html`<li
    class="actor ${isSelected ? 'chosen' : ''}"
    part="actor"
    @pointerenter=${highlight}
    @pointerleave=${clearHighlight}
    @focusin=${highlight}
    @focusout=${clearHighlight}
  >
    ${
      logo && !isDeferred(logo.src)
        ? renderImage({...logo, alt: ''}, i18n, {
            box: {width: 48, height: 48},
            className: 'logo',
            onError: handleError,
          })
        : nothing
    }
    <article>
      ${
        options.templates.render(actor.organisation, i18n, headingLevel) ??
        html`${renderHeading(headingLevel, renderRecordLink(host, actor.organisation))}
        ${
          facts.length
            ? html`<div class="about dotted small">
                ${
                  roles.length
                    ? html`<ul class="roles dotted ${isLead ? 'lead' : ''}">
                        ${roles.map(({value, lang}) => html`<li lang=${lang ?? nothing}>${value}</li>`)}
                      </ul>`
                    : nothing
                }
                ${facts.map(({kind, value}) => (kind === 'role' ? nothing : html` <span>${value}</span>`))}
              </div>`
            : nothing
        }
        ${renderContact(actor.organisation, i18n)}`
      }
      ${
        canSelect || (geo && selection.hasMap)
          ? html`<p class="acts">
              ${
                canSelect
                  ? renderAct(narrowingLabel(actor, i18n), FILTER_ICON, {
                      options,
                      name,
                      isPressed: isSelected,
                      act: () => select(actor),
                    })
                  : nothing
              }
              ${
                geo && selection.hasMap
                  ? renderAct(messages.seeOnMap, PLACE_ICON, {
                      options,
                      name,
                      isFurther: Boolean(canSelect),
                      act: () => selection.showPlace({...geo, name: {value: name}}),
                    })
                  : nothing
              }
            </p>`
          : nothing
      }
    </article>
  </li>`;
}

interface Act {
  readonly options: ActorEntryOptions;
  readonly name: string;
  /** Undefined if the button is no toggle. */
  readonly isPressed?: boolean;
  /** True if it shares a tab stop with the button before it. */
  readonly isFurther?: boolean;
  act(): void;
}

/** Renders an icon button named by its action and the actor. */
const renderAct = (
  label: string,
  icon: TemplateResult,
  {options, name, isPressed, isFurther, act}: Act,
): TemplateResult =>
  html`<button
    class="quiet ${isPressed === undefined ? 'see' : ''}"
    type="button"
    aria-pressed=${isPressed ?? nothing}
    tabindex=${isFurther ? -1 : nothing}
    title=${label}
    @click=${act}
  >
    ${icon}<span class="sr">${actionLabel(label, {value: name}, options.i18n)}</span>
  </button>`;

function narrowingLabel({projects, portals}: Actor, {messages, number}: ActorI18n): string {
  const {length} = projects.length ? projects : portals;
  return projects.length
    ? messages.onlyProjects(length, number(length))
    : messages.onlyPortals(length, number(length));
}
