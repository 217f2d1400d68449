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

/** Group of the list: the map's own records, or those of a layer. */
export interface PlaceGroup {
  /** Title; undefined if there is only one group. */
  readonly title: string | undefined;
  /** Indices in view, on all pages. */
  readonly inView: ArrayLike<number>;
  readonly unlocated: readonly number[];
  /** Approximate number of records in view, if there are too many to load individually. */
  readonly about: number | undefined;
  /** True if `approximateCount` is a lower bound. */
  readonly isSample: boolean | undefined;
  /** Summary of the unlocated records. */
  readonly unlocatedTitle: string;
  /** Text shown if the group is empty. */
  readonly empty: string;
  /** Number of listed entries. */
  readonly shown: number;
  /** Lists more entries and focuses the first new one. */
  more(entries: Element, total: number): void;
}

/** Input of the list beside the map. Records are identified by their index in the points of the map. */
export interface PlaceList {
  readonly title: string;
  readonly groups: readonly PlaceGroup[];
  readonly pointed: number | undefined;
  /** Index of the record whose popup is open. */
  readonly chosen: number | undefined;
  readonly level: number;
  readonly i18n: LocalizeController<'layers' | 'map' | 'places' | 'projectMap'>;
  /** Colon with the spacing of the language. */
  readonly colon: string;
  readonly records: ShownRecords;
  link(record: PortalRecord): unknown;
  point(index: number | undefined): void;
  /** Undefined before the map has loaded. */
  readonly seeOnMap: ((index: number) => void) | undefined;
}

/** Returns place and period of a record, for list and popup. */
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

/** Maximum number of unlocated records rendered at first; a longer list would slow down the page. */
const MOST_UNLOCATED = 500;

/** Renders the list, equivalent to the map: records in view, then unlocated records. */
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
  // Group titles have the given level, record titles the next one.
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
  // Not keyed: the focus keeps its position in the list when the records change.
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
