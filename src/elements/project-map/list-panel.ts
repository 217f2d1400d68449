import type {ReactiveControllerHost, TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {PortalRecord} from '../../model/records.js';
import type {Selection} from '../../model/selection.js';
import {type PartialResult, placeGroups} from './place-groups.js';
import type {MapRecords} from './map-records.js';
import {renderPlaceList} from './place-list.js';
import type {PlaceIndex} from './place-index.js';
import type {MapPanel} from './map-panel.js';

interface ListPanelOptions {
  readonly records: MapRecords;
  readonly mapPanel: MapPanel;
  readonly i18n: LocalizeController<'layers' | 'map' | 'places' | 'projectMap'>;
  selection(): Selection;
  pageSize(): number;
  renderLink(record: PortalRecord): unknown;
  announce(sentence: string): void;
  keepFocus(): void;
  /** Called to show an entry on the map. */
  showOnMap(index: number): void;
}

/** Input of a rendering. */
interface RenderOptions {
  readonly places: PlaceIndex;
  /** Partial-result fields of the map's own records. */
  readonly ownResult: PartialResult;
  /** True if the map has no records of its own. */
  readonly hasOnlyLayers: boolean;
  readonly level: number;
  /** Colon with the spacing of the language. */
  readonly colon: string;
}

type Host = ReactiveControllerHost & {readonly renderRoot: ParentNode};

/** List beside a map: tracks the number of listed entries per group and the highlighted entry. */
export class ListPanel {
  readonly #host: Host;
  readonly #options: ListPanelOptions;
  /** Number of additional entries by group. */
  readonly #extraCounts = new Map<string, number>();
  /** True if this list has set the highlight. */
  #hasHighlighted = false;

  constructor(host: Host, options: ListPanelOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Number of records on the map, as text. */
  get title(): string {
    const {i18n, records, mapPanel} = this.#options;
    const {messages, number} = i18n;
    const {places} = records.shown;
    const count = places?.countOf(mapPanel.indicesInView(places)) ?? 0;
    // Before the map has loaded, all records are counted; with layers, each group states its own number.
    return mapPanel.engine.view || records.layers.hasLayers
      ? messages.inView(number(count))
      : messages.projects(count, number(count));
  }

  /** Resets the groups to their initial number of entries, after the viewport has changed. */
  collapse(): void {
    this.#extraCounts.clear();
  }

  focus(options?: FocusOptions): void {
    this.#list?.focus(options);
  }

  /** Highlights a record in all linked widgets. If the pointer is on the map, the entry is scrolled into view. */
  highlight(index: number | undefined, isOnMap = false): void {
    const {records, selection} = this.#options;
    this.#hasHighlighted = index !== undefined;
    const ref = index === undefined ? undefined : records.shown.places?.refAt(index);
    selection().setHighlighted(ref, this.#host);
    if (ref && isOnMap) void this.#host.updateComplete.then(() => this.#scrollToHighlighted());
  }

  /** Clears the highlight when the list is removed, as no pointer event follows. */
  clearHighlight(): void {
    if (this.#hasHighlighted) this.highlight(undefined);
  }

  render({places, ownResult, hasOnlyLayers, level, colon}: RenderOptions): TemplateResult {
    const {records, mapPanel, i18n, renderLink, pageSize, showOnMap, selection} = this.#options;
    const {highlighted: pointed, selected: chosen} = selection();
    return renderPlaceList({
      title: this.title,
      groups: placeGroups({
        places,
        ownResult,
        layers: records.layers,
        hasOnlyLayers,
        inView: mapPanel.indicesInView(places),
        i18n,
        listedCount: key => pageSize() + (this.#extraCounts.get(key) ?? 0),
        showMore: (key, entries, total) => void this.#showMore(key, entries, total),
      }),
      highlighted: places.indexOf(pointed),
      openIndex: places.indexOf(chosen),
      level,
      i18n,
      colon,
      records: records.shown,
      renderLink,
      highlight: index => this.highlight(index),
      showOnMap: mapPanel.engine.view && showOnMap,
    });
  }

  async #showMore(group: string, entries: Element, total: number): Promise<void> {
    const {announce, i18n, keepFocus, pageSize} = this.#options;
    const before = entries.children.length;
    this.#extraCounts.set(group, (this.#extraCounts.get(group) ?? 0) + pageSize());
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const {messages, number} = i18n;
    const shown = entries.children.length;
    const added = shown - before;
    announce(messages.added(added, number(added), number(shown), number(total)));
    const next = entries.children[before]?.querySelector<HTMLElement>('a, button');
    if (next) next.focus();
    else keepFocus();
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
