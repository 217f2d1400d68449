import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {FAMILIES, type Project} from '../../model/records.js';
import {familyShape} from '../family-mark.js';
import {heading} from '../heading.js';

/** What the list beside the map is drawn from; records by their index in the map's points. */
export interface PlaceList {
  readonly title: string;
  /** How many are in view, on all pages. */
  readonly total: number;
  /** Those of them that are listed. */
  readonly indices: readonly number[];
  readonly unlocated: readonly number[];
  readonly pointed: number | undefined;
  readonly level: number;
  readonly i18n: LocalizeController;
  project(index: number): Project;
  family(index: number): number;
  link(project: Project): unknown;
  point(index: number | undefined): void;
  /** Undefined as long as there is no map. */
  readonly seeOnMap: ((index: number) => void) | undefined;
  more(): void;
}

/** The list that is the map's equal: what is in view, then what has no place. */
export function renderPlaceList(list: PlaceList): TemplateResult {
  const {i18n, indices, unlocated, total} = list;
  const {messages, number} = i18n;
  const entries = (some: readonly number[], located: boolean) =>
    html`<ul class=${located ? 'here' : ''}>
      ${repeat(
        some,
        index => list.project(index).id,
        index => renderEntry(list, index, located),
      )}
    </ul>`;
  return html`
    <div class="list" part="list" tabindex="-1">
      <p class="in-view">${list.title}</p>
      ${entries(indices, true)}
      ${
        indices.length < total
          ? html`<button class="button" type="button" @click=${list.more}>
              ${messages.more} · ${messages.shownOf(number(indices.length), number(total))}
            </button>`
          : nothing
      }
      ${
        unlocated.length
          ? html`<details>
              <summary>${messages.unlocated(unlocated.length, number(unlocated.length))}</summary>
              ${entries(unlocated, false)}
            </details>`
          : nothing
      }
    </div>
  `;
}

function renderEntry(list: PlaceList, index: number, located: boolean): TemplateResult {
  const {i18n, seeOnMap} = list;
  const project = list.project(index);
  const family = FAMILIES[list.family(index)];
  const facts = [project.commune?.name, i18n.period(project.period)].filter(Boolean);
  const leave = (): void => list.point(undefined);
  return html`
    <li
      class="entry ${family ?? ''} ${index === list.pointed ? 'lit' : ''}"
      @pointerenter=${() => list.point(index)}
      @pointerleave=${leave}
      @focusin=${() => list.point(index)}
      @focusout=${leave}
    >
      ${familyShape(family)}
      <div>
        ${heading(list.level, list.link(project))}
        ${facts.length ? html`<p class="small">${facts.join(' · ')}</p>` : nothing}
        ${
          located && seeOnMap
            ? html`<button class="quiet small" type="button" @click=${() => seeOnMap(index)}>
                ${i18n.messages.seeOnMap}<span class="sr">
                  : ${i18n.text(project.title).value}</span
                >
              </button>`
            : nothing
        }
      </div>
    </li>
  `;
}
