import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {directory} from '../../i18n/fr/directory.js';
import {type Actor, actorFilter} from '../../model/directory.js';
import {fold} from '../../model/fold.js';
import type {NamedPlace} from '../../model/geo/geo.js';
import {joinFacts, type LocalizedText, type Text, translationsOf} from '../../model/text.js';
import {actionLabel} from '../parts/records/action-label.js';
import {renderContact} from '../parts/records/contact.js';
import type {RecordTemplateController} from '../parts/templates/record-template-controller.js';
import {renderHeading} from '../parts/heading.js';
import {renderImage, isDeferred} from '../parts/pictures/picture.js';

const FILTER_ICON = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path d="M2 4h12M4.5 8h7M7 12h2"></path>
</svg>`;
const PLACE_ICON = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path d="M8 14.5C5 11 3.5 9 3.5 6.5a4.5 4.5 0 0 1 9 0C12.5 9 11 11 8 14.5zM8 8V5"></path>
</svg>`;

type ActorI18n = LocalizeController<'contact' | 'directory' | 'places'>;

export interface ActorEntryOptions {
  readonly i18n: ActorI18n;
  readonly colon: string;
  readonly headingLevel: number;
  /** Fact that the group heading names: the country, or the first role. */
  readonly heading: 'country' | 'role' | 'none';
  readonly isSelected: boolean;
  readonly templates: RecordTemplateController;
  renderLink(actor: Actor): unknown;
  highlight(actor: Actor | undefined): void;
  /** Undefined if there is no linked widget to narrow. */
  readonly select: ((actor: Actor) => void) | undefined;
  /** Undefined if no map can show the place. */
  readonly showOnMap: ((place: NamedPlace) => void) | undefined;
}

/** Returns the roles of an actor without duplicates. The role of project lead comes first. */
export function rolesOf({roles, isLead}: Actor, i18n: ActorI18n): readonly LocalizedText[] {
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
  const keys = all.map(({value}) => fold(value));
  return all.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}

/** Renders one organisation: name, roles, type, country, and the buttons that act on linked widgets. */
export function renderActorEntry(actor: Actor, options: ActorEntryOptions): TemplateResult {
  const {i18n, colon, headingLevel, isSelected, select, showOnMap} = options;
  const {messages} = i18n;
  const {name, type, country, geo, logo} = actor.organisation;
  const roles = rolesOf(actor, i18n);
  const hasRoleHeading = options.heading === 'role';
  const ownRoles = roles.slice(Number(hasRoleHeading));
  const countryName = country && options.heading !== 'country' ? i18n.country(country) : '';
  // A source may have one column for both.
  const isRole = roles.some(({value}) => fold(value) === fold(type ?? ''));
  const facts = joinFacts([!isRole && type, countryName]);
  const canSelect = select && actorFilter(actor);
  const highlight = (): void => options.highlight(actor);
  const clearHighlight = (): void => options.highlight(undefined);
  const handleError = ({currentTarget}: Event): void =>
    void (currentTarget as Element).toggleAttribute('hidden', true);
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
        html`${renderHeading(headingLevel, options.renderLink(actor))}
          <div class="about dotted">
            ${
              ownRoles.length
                ? html`<ul class="roles dotted ${actor.isLead && !hasRoleHeading ? 'lead' : ''}">
                    ${ownRoles.map(({value, lang}) => html`<li lang=${lang ?? nothing}>${value}</li>`)}
                  </ul>`
                : nothing
            }
            ${facts ? html`<div class="small">${facts}</div>` : nothing}
          </div>
          ${renderContact(actor.organisation, i18n)}`
      }
      ${
        canSelect
          ? html`<p class="acts small">
              <button
                class="quiet"
                type="button"
                aria-pressed=${isSelected}
                @click=${() => select(actor)}
              >
                ${FILTER_ICON} ${actionLabel(narrowingLabel(actor, i18n), {value: name}, colon)}
              </button>
            </p>`
          : nothing
      }
      ${
        geo && showOnMap
          ? html`<p class="acts see">
              <button
                class="quiet"
                type="button"
                tabindex=${canSelect ? -1 : nothing}
                title=${messages.seeOnMap}
                @click=${() => showOnMap({...geo, name: {value: name}})}
              >
                ${PLACE_ICON}<span class="sr"
                  >${actionLabel(messages.seeOnMap, {value: name}, colon)}</span
                >
              </button>
            </p>`
          : nothing
      }
    </article>
  </li>`;
}

function narrowingLabel({projects, portals}: Actor, {messages, number}: ActorI18n): string {
  const {length} = projects.length ? projects : portals;
  return projects.length
    ? messages.onlyProjects(length, number(length))
    : messages.onlyPortals(length, number(length));
}
