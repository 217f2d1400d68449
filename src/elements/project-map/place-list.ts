import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {Family, Project} from '../../model/records.js';
import {familyName, familyShape} from '../family-mark.js';
import {heading} from '../heading.js';
import {sign} from '../map-controls.js';

const PIN =
  'M8 14.5S3 10.2 3 6.5a5 5 0 0 1 10 0c0 3.7-5 8-5 8zM9.6 6.5a1.6 1.6 0 1 0-3.2 0 1.6 1.6 0 0 0 3.2 0';

/** What the list beside the map is drawn from; records by their index in the map's points. */
export interface PlaceList {
  readonly title: string;
  /** What is in view, on all pages. */
  readonly inView: ArrayLike<number>;
  readonly unlocated: readonly number[];
  /** About how many records are in view, where these are too many to be had one by one. */
  readonly about: number | undefined;
  /** How many of them are listed. */
  readonly shown: number;
  readonly pointed: number | undefined;
  /** The one whose popup is open. */
  readonly chosen: number | undefined;
  readonly level: number;
  readonly i18n: LocalizeController<'places' | 'projectMap'>;
  /** A colon as the language writes it. */
  readonly colon: string;
  project(index: number): Project;
  family(index: number): Family | undefined;
  link(project: Project): unknown;
  point(index: number | undefined): void;
  /** Undefined as long as there is no map. */
  readonly seeOnMap: ((index: number) => void) | undefined;
  /** Lists more; the first of them goes where these end. */
  more(entries: Element, total: number): void;
}

/** Where and when, as the list and the popup tell it. */
export function factsOf(
  {commune, period, datePrecision}: Project,
  i18n: LocalizeController<'projectMap'>,
): string {
  const years = i18n.years(period);
  const isRange = period?.start && period.end;
  const when = isRange && datePrecision === 'circa' ? i18n.messages.circa(years) : years;
  return [commune?.name ?? commune?.insee, when].filter(Boolean).join(' · ');
}

/** What has no place is all in the page, but for a list that would weigh it down. */
const MOST_UNLOCATED = 500;

/** The list that is the map's equal: what is in view, then what has no place. */
export function renderPlaceList(list: PlaceList): TemplateResult {
  const {i18n, inView, unlocated, shown} = list;
  return html`
    <div class="list" part="list" role="group" aria-labelledby="in-view" tabindex="-1">
      <p class="small in-view" id="in-view">${list.title}</p>
      ${
        list.about === undefined
          ? renderEntries(list, inView, shown)
          : html`<p class="small">${i18n.messages.zoomForList(i18n.number(list.about))}</p>`
      }
      ${
        unlocated.length
          ? html`<details ?open=${inView.length === 0}>
              <summary>
                ${i18n.messages.unlocated(unlocated.length, i18n.number(unlocated.length))}
              </summary>
              ${renderEntries(list, unlocated, Math.max(MOST_UNLOCATED, shown))}
            </details>`
          : nothing
      }
    </div>
  `;
}

function renderEntries(list: PlaceList, all: ArrayLike<number>, most: number): TemplateResult {
  const {messages, number} = list.i18n;
  const some = Array.prototype.slice.call(all, 0, most) as number[];
  const more = ({currentTarget}: Event): void =>
    list.more((currentTarget as Element).previousElementSibling as Element, all.length);
  // Not by key: the focus keeps its place in the list when other projects take theirs.
  return html`<ul>
      ${some.map(index => renderEntry(list, index))}
    </ul>
    ${
      some.length < all.length
        ? html`<button class="button" type="button" @click=${more}>
            ${messages.more} · ${messages.shownOf(number(some.length), number(all.length))}
          </button>`
        : nothing
    }`;
}

function renderEntry(list: PlaceList, index: number): TemplateResult {
  const {i18n, seeOnMap} = list;
  const {messages} = i18n;
  const project = list.project(index);
  const family = list.family(index);
  const facts = factsOf(project, i18n);
  const light = index === list.pointed ? 'pointed lit' : index === list.chosen ? 'lit' : '';
  const point = (): void => list.point(index);
  const leave = (): void => list.point(undefined);
  return html`
    <li
      class="entry ${family ?? ''} ${light}"
      @pointerenter=${point}
      @pointerleave=${leave}
      @focusin=${point}
      @focusout=${leave}
    >
      ${familyShape(family)} ${heading(list.level, list.link(project))}
      <p class="small">
        ${family ? html`<span class="sr">${familyName(messages, family)}</span>` : nothing} ${facts}
      </p>
      ${
        seeOnMap && project.geo
          ? html`<button
              class="quiet see"
              type="button"
              aria-label="${messages.seeOnMap}${list.colon}${i18n.text(project.title).value}"
              title=${messages.seeOnMap}
              @click=${() => seeOnMap(index)}
            >
              ${sign(PIN)}
            </button>`
          : nothing
      }
    </li>
  `;
}
