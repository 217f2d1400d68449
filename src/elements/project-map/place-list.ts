import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {yearsWords} from '../../controllers/period-words.js';
import type {Commune, PortalRecord, Project} from '../../model/records.js';
import {inLine} from '../../model/text.js';
import {actOn} from '../act-on.js';
import {familyName, familyShape} from '../family-mark.js';
import {heading} from '../heading.js';
import {sign} from '../map-controls.js';
import {recordName} from '../record-name.js';
import {layerShape} from './legend.js';
import {renderNearby} from './nearby.js';
import type {ShownRecords} from './shown-records.js';

const PIN =
  'M8 14.5S3 10.2 3 6.5a5 5 0 0 1 10 0c0 3.7-5 8-5 8zM9.6 6.5a1.6 1.6 0 1 0-3.2 0 1.6 1.6 0 0 0 3.2 0';

/** The map's own records, or those of a layer. */
export interface PlaceGroup {
  /** Its title, where there is more than one group. */
  readonly title: string | undefined;
  /** What is in view, on all pages. */
  readonly inView: ArrayLike<number>;
  readonly unlocated: readonly number[];
  /** About how many records are in view, where these are too many to be had one by one. */
  readonly about: number | undefined;
  /** Whether there are more than that. */
  readonly isSample: boolean | undefined;
  /** What is said of those. */
  readonly unlocatedTitle: string;
  /** Said where it has nothing to list. */
  readonly empty: string;
  /** How many of them are listed. */
  readonly shown: number;
  /** Lists more; the first of them goes where these end. */
  more(entries: Element, total: number): void;
}

/** What the list beside the map is drawn from; records by their index in the map's points. */
export interface PlaceList {
  readonly title: string;
  readonly groups: readonly PlaceGroup[];
  readonly pointed: number | undefined;
  /** The one whose popup is open. */
  readonly chosen: number | undefined;
  readonly level: number;
  readonly i18n: LocalizeController<'layers' | 'map' | 'places' | 'projectMap'>;
  /** A colon as the language writes it. */
  readonly colon: string;
  readonly records: ShownRecords;
  link(record: PortalRecord): unknown;
  point(index: number | undefined): void;
  /** Undefined as long as there is no map. */
  readonly seeOnMap: ((index: number) => void) | undefined;
}

/** Where and when, as the list and the popup tell it. */
export function factsOf(
  records: ShownRecords,
  index: number,
  i18n: LocalizeController<'layers' | 'projectMap'>,
): string {
  const {commune, period, datePrecision} = records.at(index) as Project & {commune?: Commune};
  const years = yearsWords(i18n, period);
  const isRange = period?.start && period.end;
  const when = isRange && datePrecision === 'circa' ? i18n.messages.circa(years) : years;
  const vague = records.places?.isApproximateAt(index) ? i18n.messages.atCommune : undefined;
  return inLine([i18n.place(commune?.name) || commune?.insee, vague, when]);
}

/** What has no place is all in the page, but for a list that would weigh it down. */
const MOST_UNLOCATED = 500;

/** The list that is the map's equal: what is in view, then what has no place. */
export function renderPlaceList(list: PlaceList): TemplateResult {
  return html`
    <div class="list" part="list" role="group" aria-labelledby="in-view" tabindex="-1">
      <p class="small in-view" id="in-view">${list.title}</p>
      ${list.groups.map(group => renderGroup(list, group))}
    </div>
  `;
}

function renderGroup(list: PlaceList, group: PlaceGroup): TemplateResult {
  const {title, inView, unlocated, empty, about, isSample, shown} = group;
  const {messages, number} = list.i18n;
  // The titles of groups have the level: records are one below.
  const level = title === undefined ? list.level : list.level + 1;
  return html`
    ${title === undefined ? nothing : heading(list.level, title)}
    ${empty ? html`<p class="small empty">${empty}</p>` : nothing}
    ${
      about === undefined
        ? renderEntries(list, group, inView, shown, level)
        : html`<p class="small empty">${messages.zoomForList(number(about), isSample)}</p>`
    }
    ${
      unlocated.length
        ? html`<details ?open=${inView.length === 0}>
            <summary>${group.unlocatedTitle}</summary>
            ${renderEntries(list, group, unlocated, Math.max(MOST_UNLOCATED, shown), level)}
          </details>`
        : nothing
    }
  `;
}

function renderEntries(
  list: PlaceList,
  group: PlaceGroup,
  all: ArrayLike<number>,
  most: number,
  level: number,
): TemplateResult {
  const {messages, number} = list.i18n;
  const some = Array.prototype.slice.call(all, 0, most) as number[];
  const more = ({currentTarget}: Event): void =>
    group.more((currentTarget as Element).previousElementSibling as Element, all.length);
  // Not by key: the focus keeps its place in the list when other records take theirs.
  return html`<ul>
      ${some.map(index => renderEntry(list, index, level))}
    </ul>
    ${
      some.length < all.length
        ? html`<button class="button" type="button" @click=${more}>
            ${messages.more} · ${messages.shownOf(number(some.length), number(all.length))}
          </button>`
        : nothing
    }`;
}

function renderEntry(list: PlaceList, index: number, level: number): TemplateResult {
  const {i18n, records, seeOnMap, link} = list;
  const {messages} = i18n;
  const record = records.at(index);
  const family = records.familyAt(index);
  const layer = records.layerAt(index);
  const nearby = records.nearbyAt(index);
  const point = (): void => list.point(index);
  const leave = (): void => list.point(undefined);
  const light = index === list.pointed ? 'pointed lit' : index === list.chosen ? 'lit' : '';
  return html`
    <li
      class="entry ${family ?? ''} ${light}"
      @pointerenter=${point}
      @pointerleave=${leave}
      @focusin=${point}
      @focusout=${leave}
    >
      ${layer ? layerShape(layer.look) : familyShape(family)} ${heading(level, link(record))}
      <p class="small">
        ${family ? html`<span class="sr">${familyName(messages, family)}</span>` : nothing}
        ${factsOf(records, index, i18n)}
      </p>
      ${nearby ? renderNearby(nearby, i18n, link) : nothing}
      ${
        seeOnMap && !Number.isNaN(records.places?.lat[index])
          ? html`<button
              class="quiet see"
              type="button"
              title=${messages.seeOnMap}
              @click=${() => seeOnMap(index)}
            >
              ${sign(PIN)}<span class="sr"
                >${actOn(messages.seeOnMap, recordName(record, i18n), list.colon)}</span
              >
            </button>`
          : nothing
      }
    </li>
  `;
}
