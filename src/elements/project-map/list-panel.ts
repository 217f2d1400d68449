import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {RovingFocusController} from '../../controllers/roving-focus-controller.js';
import type {QueryResult} from '../../data/source.js';
import {formatDistance} from '../../i18n/format-measures.js';
import {focusStart} from '../parts/page-control.js';
import type {PaperMapContent, WidgetHost} from '../base/widget-view.js';
import {type EntryHighlight, entryHighlight} from '../parts/entry-highlight.js';
import {renderRecordLink} from '../parts/records/record-link.js';
import type {MapPanel} from './map-panel.js';
import type {MapRecords} from './map-records.js';
import {ENTRY_CONTROLS, placeFacts, type PlaceGroup, renderPlaceList} from './place-list.js';
import {renderButton} from '../parts/elements.js';
import type {PlaceIndex} from './place-index.js';

interface ListPanelOptions {
  readonly records: MapRecords;
  readonly mapPanel: MapPanel;
  readonly i18n: LocalizeController<'layers' | 'map' | 'places' | 'projectMap'>;
  /** Called to show an entry on the map. */
  showOnMap(index: number): void;
}

/** Maximum number of records, in view or not, for which a column beside the map would be almost empty. */
const SHORT_LIST = 2;

/** Fields that mark a result as partial. */
type PartialResult = Pick<QueryResult, 'thinned' | 'isSample'>;

/** List beside a map: tracks the number of listed entries per group and the highlighted entry. */
export class ListPanel {
  readonly #host: WidgetHost;
  readonly #options: ListPanelOptions;
  /** Number of entries to list, by group in which more were asked for. */
  readonly #listedCounts = new Map<string, number>();
  readonly #highlight: EntryHighlight;

  constructor(host: WidgetHost, options: ListPanelOptions) {
    this.#host = host;
    this.#options = options;
    this.#highlight = entryHighlight(host);
    new RovingFocusController(host, ENTRY_CONTROLS);
  }

  /** Number of records on the map, as text. */
  get title(): string {
    const {i18n, records, mapPanel} = this.#options;
    const {messages, number} = i18n;
    const count = this.#countInView;
    // Before the map has loaded, all records are counted; with layers, each group states its own number.
    return mapPanel.engine.view || records.layers.hasLayers
      ? messages.inView(number(count))
      : messages.projects(count, number(count));
  }

  /** Message for screen readers about the records in view. */
  get announcement(): string {
    const {i18n, records} = this.#options;
    const isNone = this.#countInView === 0 && !records.layers.hasLayers;
    return isNone ? i18n.messages.noneInView : this.title;
  }

  get #countInView(): number {
    const {records, mapPanel} = this.#options;
    const {places} = records.shown;
    return places?.countOf(mapPanel.indicesInView(places)) ?? 0;
  }

  /** Renders a way back to all records if the map shows an area without any. */
  renderNoneInView(): unknown {
    const {i18n, records, mapPanel} = this.#options;
    const {messages} = i18n;
    if (this.#countInView > 0 || !mapPanel.engine.view || !records.shown.places?.located.length)
      return nothing;
    const {hasLayers} = records.layers;
    return html`<p class="empty small">
      ${hasLayers ? nothing : messages.noneInView}
      ${renderButton(hasLayers ? messages.wholeView : messages.allProjects, () => mapPanel.showAll())}
    </p>`;
  }

  /** Message about places outside the view; empty without any, or if their number is unknown. */
  get outsideMessage(): string {
    const {i18n, records, mapPanel} = this.#options;
    const {places} = records.shown;
    const inView = this.#countInView;
    // A source with many records returns only the records in view.
    if (!places || places.autoFitPoints || !mapPanel.engine.visibleIndices(places) || !inView)
      return '';
    const count = places.countOf(places.located) - inView;
    return count > 0 ? i18n.messages.outsideView(count, i18n.number(count)) : '';
  }

  /** Renders the number of places outside the view, with a way to see them too. */
  renderOutside(): unknown {
    const {i18n, mapPanel} = this.#options;
    const message = this.outsideMessage;
    if (!message) return nothing;
    return html`<p class="small outside">
      ${message}
      <button class="quiet" type="button" @click=${() => mapPanel.showAll(true)}>
        ${i18n.messages.allPlaces}
      </button>
    </p>`;
  }

  /** Resets the groups to their initial number of entries, after the viewport has changed. */
  collapse(): void {
    this.#listedCounts.clear();
  }

  /** Focuses the list, without moving the page. */
  focus(): void {
    this.#list?.focus({preventScroll: true});
  }

  /** Focuses the list and shows its start. */
  focusStart(): void {
    focusStart(this.#list);
  }

  /** Highlights a record under the pointer on the map, and scrolls its entry into view. */
  highlight(index: number | undefined): void {
    const ref = index === undefined ? undefined : this.#options.records.shown.places?.refAt(index);
    this.#highlight(ref);
    if (ref) void this.#host.updateComplete.then(() => this.#scrollToHighlighted());
  }

  /**
   * Renders the list.
   *
   * @param ownResult Result of the map's own records; undefined if it has none.
   */
  render(places: PlaceIndex, ownResult: PartialResult | undefined): TemplateResult {
    const {records, mapPanel, i18n, showOnMap} = this.#options;
    const {highlighted, selected} = this.#host.selection;
    return renderPlaceList(this.#host, {
      title: this.title,
      isShort:
        places.length <= SHORT_LIST &&
        !records.layers.hasLayers &&
        !places.autoFitPoints &&
        ownResult?.thinned === undefined,
      aboutView: [this.renderOutside(), this.renderNoneInView()],
      groups: this.#groups(places, ownResult),
      highlighted: places.indexOf(highlighted),
      openIndex: places.indexOf(selected),
      i18n,
      records: records.shown,
      highlight: this.#highlight,
      showOnMap: mapPanel.engine.view && showOnMap,
    });
  }

  /** Returns the groups of the list: the map's own records, then one group per visible layer. */
  #groups(places: PlaceIndex, ownResult: PartialResult | undefined): PlaceGroup[] {
    const {records, i18n} = this.#options;
    const {language, messages, number} = i18n;
    const {hasLayers, visible} = records.layers;
    const own = ownResult && this.#createGroup(places, 0, '', ownResult);
    const groups: PlaceGroup[] = own
      ? [
          {
            ...own,
            title: hasLayers
              ? messages.layerCount(messages.projectsLabel, number(own.count))
              : undefined,
            unlocatedTitle: messages.unlocated(own.unlocated.length, number(own.unlocated.length)),
            emptyMessage: '',
          },
        ]
      : [];
    visible.forEach(({name, records: {length}, element: {near}, data}, i) => {
      const group = this.#createGroup(places, i + 1, data.key, data.result ?? {});
      const unlocatedCount = group.unlocated.length;
      groups.push({
        ...group,
        title: messages.layerCount(name, number(group.count)),
        unlocatedTitle: messages.unlocatedRecords(unlocatedCount, number(unlocatedCount)),
        emptyMessage: near && !length ? messages.nothingNear(formatDistance(language, near)) : '',
      });
    });
    return groups;
  }

  #createGroup(places: PlaceIndex, index: number, key: string, result: PartialResult) {
    const [from = 0, to = 0] = places.groupStarts.slice(index);
    const inView = indicesBetween(this.#options.mapPanel.indicesInView(places), from, to);
    const count = places.countOf(inView);
    const {pageSize} = this.#host;
    const listedCount = this.#listedCounts.get(key) ?? pageSize;
    return {
      inView,
      isLocated: indicesBetween(places.located, from, to).length > 0,
      count,
      approximateCount: result.thinned === undefined ? undefined : count,
      isSample: result.isSample,
      unlocated: indicesBetween(places.unlocated, from, to) as readonly number[],
      listedCount,
      showMore: () => this.#listedCounts.set(key, listedCount + pageSize),
    };
  }

  /** Map and list for paper: all records, with the area that the page or the reader has chosen. */
  get paperMap(): PaperMapContent | undefined {
    const {records, mapPanel, i18n} = this.#options;
    const {shown, viewport} = records;
    const {places} = shown;
    if (!places?.located.length) return undefined;
    const {view} = mapPanel.engine;
    const showsAll =
      view?.isFitted || mapPanel.indicesInView(places).length === places.located.length;
    return {
      points: places,
      messages: shown.mapMessages,
      area: showsAll ? undefined : viewport?.box,
      ...mapPanel.paperGround,
      listed: [...places.located, ...places.unlocated],
      drawing: mapPanel.engine.paper,
      renderTitle: index => renderRecordLink(this.#host, shown.at(index)),
      facts: index => placeFacts(shown, index, i18n),
      placeName: index => i18n.placeName(places.communeAt(index)?.name),
    };
  }

  /** Scrolls the highlighted entry into view within the list, without scrolling the page. */
  #scrollToHighlighted(): void {
    const list = this.#list;
    const entry = list?.querySelector('.pointed')?.getBoundingClientRect();
    if (!list || !entry || list.scrollHeight <= list.clientHeight) return;
    const {top, bottom} = list.getBoundingClientRect();
    list.scrollTop += Math.min(0, entry.top - top) || Math.max(0, entry.bottom - bottom);
  }

  get #list(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.list');
  }
}

/** Returns the part of ascending indices that lies in [from, to). */
function indicesBetween(indices: ArrayLike<number>, from: number, to: number): ArrayLike<number> {
  const [start, end] = [lowerBound(indices, from), lowerBound(indices, to)];
  if (start === 0 && end === indices.length) return indices;
  return Array.prototype.slice.call(indices, start, end) as number[];
}

/** Returns the position of the first index that is at least `bound` (binary search). */
function lowerBound(indices: ArrayLike<number>, bound: number): number {
  let [low, high] = [0, indices.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((indices[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
