import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {formatYears} from '../../controllers/format-period.js';
import {announceAdded} from '../../controllers/more-controller.js';
import type {Project, Resource} from '../../model/records.js';
import {joinFacts} from '../../model/text.js';
import type {WidgetHost} from '../base/widget-view.js';
import type {EntryHighlight} from '../parts/entry-highlight.js';
import {seriesFacts} from '../parts/pictures/dated-pictures.js';
import {renderButton, renderHeading} from '../parts/elements.js';
import {renderIcon} from '../parts/map/map-controls.js';
import {moreLabel} from '../parts/page-control.js';
import {renderRecordLink} from '../parts/records/record-link.js';
import {hasName, recordName, actionLabel} from '../parts/records/record-labels.js';
import {familyName, renderFamilyShape} from '../parts/records/family-label.js';
import {showsPart} from '../parts/shown-parts.js';
import {renderLayerSymbol, renderNearby} from './layer-templates.js';
import type {ShownRecords} from './shown-records.js';

/** Selectors of the entries of the list, and of the link and button in each. */
export const ENTRY_CONTROLS = {groups: '.entry', controls: '.title > a, .see'} as const;

const PIN_PATH =
  'M8 14.5S3 10.2 3 6.5a5 5 0 0 1 10 0c0 3.7-5 8-5 8zM9.6 6.5a1.6 1.6 0 1 0-3.2 0 1.6 1.6 0 0 0 3.2 0';

/** Group of the list: the map's own records, or the records of a layer. */
export interface PlaceGroup {
  /** Title; undefined if there is only one group. */
  readonly title: string | undefined;
  /** Indices in view, on all pages. */
  readonly inView: ArrayLike<number>;
  /** True if at least one record of the group has a place, in the view or not. */
  readonly isLocated: boolean;
  readonly unlocated: readonly number[];
  /** Approximate number of records in view, if there are too many to load individually. */
  readonly approximateCount: number | undefined;
  /** True if `approximateCount` is a lower bound. */
  readonly isSample: boolean | undefined;
  /** Summary of the unlocated records. */
  readonly unlocatedTitle: string;
  /** Text shown if the group is empty. */
  readonly emptyMessage: string;
  readonly listedCount: number;
  /** Raises the number of listed entries. */
  showMore(): void;
}

/** Input of the list beside the map. Records are identified by their index in the points of the map. */
export interface PlaceListOptions {
  readonly title: string;
  /** True if the list is below the map at any width. */
  readonly isShort: boolean;
  /** Number of places outside the view, and way back to all records if none is inside. */
  readonly aboutView: unknown;
  readonly groups: readonly PlaceGroup[];
  readonly highlighted: number | undefined;
  /** Index of the record whose popup is open. */
  readonly openIndex: number | undefined;
  readonly i18n: LocalizeController<'layers' | 'map' | 'places' | 'projectMap'>;
  readonly records: ShownRecords;
  readonly highlight: EntryHighlight;
  /** Undefined before the map has loaded. */
  readonly showOnMap: ((index: number) => void) | undefined;
}

/** Symbol of a record without a family, as its mark. */
const renderOtherSymbol = (): TemplateResult =>
  renderLayerSymbol({fill: 'var(--_other-fill)', letter: ''}, 'M8 1 15 8 8 15 1 8z');

/** Returns place and period of a record, for list and popup. A place that the title repeats is omitted. */
export function placeFacts(
  records: ShownRecords,
  index: number,
  i18n: LocalizeController<'layers' | 'projectMap'>,
): string {
  const record = records.at(index) as Project & Pick<Resource, 'pictures'>;
  const {commune, period, datePrecision, pictures} = record;
  const place = i18n.placeName(commune?.name ?? commune?.insee);
  const years = formatYears(i18n, period);
  const isRange = period?.start && period.end;
  const when = isRange && datePrecision === 'circa' ? i18n.messages.circa(years) : years;
  const precision = records.places?.isApproximateAt(index) ? i18n.messages.atCommune : undefined;
  const series = pictures && pictures.length > 1 && seriesFacts(pictures, i18n);
  const isRepeated = hasName(recordName(record, i18n).value, place);
  return joinFacts([!isRepeated && place, precision, when, series]);
}

/** Renders facts, each range of years on one line. */
export function renderFacts(facts: string): unknown {
  return facts
    .split(/(\d{4}–\d{4})/)
    .map((part, i) => (i % 2 ? html`<span class="years">${part}</span>` : part));
}

/** Minimum length of a title that is set in smaller type, in characters. */
const LONG_TITLE = 80;

/** Returns the class of a record by the length of its title. */
export const lengthClass = (title: string): string => (title.length > LONG_TITLE ? 'sentence' : '');

/** Maximum number of unlocated records rendered at first; a longer list would slow down the page. */
const MAX_UNLOCATED = 500;

/** Renders the list, equivalent to the map: records in view, then unlocated records. */
export function renderPlaceList(host: WidgetHost, list: PlaceListOptions): TemplateResult {
  return html`
    <div
      class="list ${list.isShort ? 'few' : ''}"
      part="list"
      role="group"
      aria-labelledby="in-view"
      tabindex="-1"
    >
      <p class=${showsPart(host, 'count') ? 'small in-view' : 'sr'} id="in-view">${list.title}</p>
      ${list.aboutView} ${list.groups.map(group => renderGroup(host, list, group))}
    </div>
  `;
}

function renderGroup(host: WidgetHost, list: PlaceListOptions, group: PlaceGroup): TemplateResult {
  const {title, inView, unlocated, emptyMessage, approximateCount, isSample, listedCount} = group;
  const {messages, number} = list.i18n;
  // Group titles have the given level, record titles the next one.
  const level = title === undefined ? host.level : host.level + 1;
  return html`
    ${title === undefined ? nothing : renderHeading(host.level, title)}
    ${emptyMessage ? html`<p class="small empty">${emptyMessage}</p>` : nothing}
    ${
      approximateCount === undefined
        ? renderEntries(host, list, group, inView, listedCount, level)
        : html`<p class="small empty zoom">
            ${messages.zoomForList(number(approximateCount), isSample)}
          </p>`
    }
    ${
      unlocated.length
        ? html`<details ?open=${!group.isLocated} @toggle=${showOpened}>
            <summary>${group.unlocatedTitle}</summary>
            ${renderEntries(host, list, group, unlocated, Math.max(MAX_UNLOCATED, listedCount), level)}
          </details>`
        : nothing
    }
  `;
}

/** Scrolls an opened entry into view: it may be below the edge of the list. */
function showOpened({currentTarget}: Event): void {
  const details = currentTarget as HTMLDetailsElement;
  if (details.open && details.matches(':focus-within')) details.scrollIntoView({block: 'nearest'});
}

const renderEntries = (
  host: WidgetHost,
  list: PlaceListOptions,
  group: PlaceGroup,
  all: ArrayLike<number>,
  maxEntries: number,
  level: number,
): unknown =>
  renderFirst(
    host,
    list.i18n,
    all,
    maxEntries,
    index => renderEntry(host, list, index, level),
    group.showMore,
  );

/** Renders the first records as a list, with a button that lists more and focuses the first new one. */
export function renderFirst(
  host: WidgetHost,
  {messages, number}: PlaceListOptions['i18n'],
  all: ArrayLike<number>,
  maxEntries: number,
  renderOne: (index: number) => TemplateResult,
  showMore: () => void,
): unknown {
  const listed = Array.prototype.slice.call(all, 0, maxEntries) as number[];
  const more = ({currentTarget}: Event): void => {
    const list = (currentTarget as Element).previousElementSibling as Element;
    const message = (added: number, shown: number): string =>
      messages.added(added, number(added), number(shown), number(all.length));
    showMore();
    host.requestUpdate();
    void announceAdded(host, {entries: ':scope > li', message}, list);
  };
  // Not keyed: the focus keeps its position in the list when the records change.
  // An empty list would be announced as a list.
  if (!listed.length) return nothing;
  return html`<ul>
      ${listed.map(renderOne)}
    </ul>
    ${
      listed.length < all.length
        ? renderButton(moreLabel(host, listed.length, all.length), more)
        : nothing
    }`;
}

function renderEntry(
  host: WidgetHost,
  list: PlaceListOptions,
  index: number,
  level: number,
): TemplateResult {
  const {i18n, records, showOnMap} = list;
  const {messages} = i18n;
  const record = records.at(index);
  const family = records.familyAt(index);
  const layer = records.layerAt(index);
  const nearby = records.nearbyAt(index);
  const highlightClass =
    index === list.highlighted ? 'pointed lit' : index === list.openIndex ? 'lit' : '';
  const highlight = (): void => list.highlight(records.places?.refAt(index));
  const clearHighlight = (): void => list.highlight();
  return html`
    <li
      class="entry ${family ?? ''} ${highlightClass} ${lengthClass(recordName(record, i18n).value)}"
      data-index=${index}
      @pointerenter=${highlight}
      @pointerleave=${clearHighlight}
      @focusin=${highlight}
      @focusout=${clearHighlight}
    >
      ${layer ? renderLayerSymbol(layer.style) : renderFamilyShape(family) || renderOtherSymbol()}
      ${renderHeading(level, renderRecordLink(host, record))}
      <p class="small">
        ${family ? html`<span class="sr">${familyName(messages, family)}</span>` : nothing}
        ${renderFacts(placeFacts(records, index, i18n))}
      </p>
      ${nearby ? renderNearby(host, nearby, i18n) : nothing}
      ${
        showOnMap && !Number.isNaN(records.places?.x[index])
          ? html`<button
              class="quiet see"
              type="button"
              tabindex=${(record as {url?: string}).url ? -1 : nothing}
              title=${messages.seeOnMap}
              @click=${() => showOnMap(index)}
            >
              ${renderIcon(PIN_PATH)}<span class="sr"
                >${actionLabel(messages.seeOnMap, recordName(record, i18n), i18n)}</span
              >
            </button>`
          : nothing
      }
    </li>
  `;
}
