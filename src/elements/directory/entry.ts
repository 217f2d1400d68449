import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {directory} from '../../i18n/fr/directory.js';
import {type Actor, narrowedTo} from '../../model/directory.js';
import {fold} from '../../model/fold.js';
import type {Geo} from '../../model/geo.js';
import {inLine, type SpokenText, type Text} from '../../model/text.js';
import {wordings} from '../../model/wordings.js';
import {actOn} from '../act-on.js';
import {heading} from '../heading.js';
import {image, isSpared} from '../picture.js';

type Words = LocalizeController<'directory' | 'places'>;

export interface EntryOptions {
  readonly i18n: Words;
  readonly colon: string;
  readonly level: number;
  /** True if the group heading names the country. */
  readonly isUnderItsCountry: boolean;
  readonly isPressed: boolean;
  link(actor: Actor): unknown;
  point(actor: Actor | undefined): void;
  /** Undefined if there is no linked widget to narrow. */
  readonly choose: ((actor: Actor) => void) | undefined;
  /** Undefined if no map can show the place. */
  readonly seeOnMap: ((place: Geo) => void) | undefined;
}

/** Returns the roles of an actor without duplicates. The role of project lead comes first. */
export function rolesOf({roles, isLead}: Actor, i18n: Words): readonly SpokenText[] {
  // The lead role is shown in the user's language, even if the data have it only in another.
  const isLeader = (role: Text): boolean =>
    isLead && wordings(role).some(word => fold(word) === fold(directory.leader));
  const spoken = roles
    .filter(role => !isLeader(role))
    .map(role => i18n.text(role))
    .filter(({value}) => value.trim());
  const all: readonly SpokenText[] = isLead ? [{value: i18n.messages.leader}, ...spoken] : spoken;
  const keys = all.map(({value}) => fold(value));
  return all.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}

/** Renders one organisation: name, roles, type, country, and the buttons that act on linked widgets. */
export function renderEntry(actor: Actor, options: EntryOptions): TemplateResult {
  const {i18n, colon, level, isPressed, choose, seeOnMap} = options;
  const {messages} = i18n;
  const {name, type, country, geo, logo} = actor.organisation;
  const roles = rolesOf(actor, i18n);
  const where = country && !options.isUnderItsCountry ? i18n.country(country) : '';
  const facts = inLine([type, where]);
  const canChoose = choose && narrowedTo(actor);
  const point = (): void => options.point(actor);
  const leave = (): void => options.point(undefined);
  const fail = ({currentTarget}: Event): void =>
    void (currentTarget as Element).toggleAttribute('hidden', true);
  return html`<li
    class="actor ${isPressed ? 'chosen' : ''}"
    part="actor"
    @pointerenter=${point}
    @pointerleave=${leave}
    @focusin=${point}
    @focusout=${leave}
  >
    ${
      logo && !isSpared(logo.src)
        ? image({src: logo.src, width: 48, height: 48}, i18n, fail, 'logo')
        : nothing
    }
    <article>
      ${heading(level, options.link(actor))}
      ${
        roles.length
          ? html`<ul class="roles">
              ${roles.map(({value, lang}) => html`<li lang=${lang ?? nothing}>${value}</li>`)}
            </ul>`
          : nothing
      }
      ${facts ? html`<p class="small">${facts}</p>` : nothing}
      ${
        canChoose || (geo && seeOnMap)
          ? html`<p class="acts small">
              ${
                canChoose
                  ? html`<button
                      class="quiet"
                      type="button"
                      aria-pressed=${isPressed}
                      @click=${() => choose(actor)}
                    >
                      ${actOn(narrowing(actor, i18n), {value: name}, colon)}
                    </button>`
                  : nothing
              }
              ${
                geo && seeOnMap
                  ? html`<button class="quiet" type="button" @click=${() => seeOnMap(geo)}>
                      ${actOn(messages.seeOnMap, {value: name}, colon)}
                    </button>`
                  : nothing
              }
            </p>`
          : nothing
      }
    </article>
  </li>`;
}

function narrowing({projects, portals}: Actor, {messages, number}: Words): string {
  const {length} = projects.length ? projects : portals;
  return projects.length
    ? messages.onlyProjects(length, number(length))
    : messages.onlyPortals(length, number(length));
}
