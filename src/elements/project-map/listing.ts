import type {ReactiveControllerHost, TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {PortalRecord} from '../../model/records.js';
import type {Selection} from '../../model/selection.js';
import {type Amount, groupsOf} from './groups.js';
import type {MapRecords} from './map-records.js';
import {renderPlaceList} from './place-list.js';
import type {Places} from './places.js';
import type {Stage} from './stage.js';

interface Parts {
  readonly records: MapRecords;
  readonly stage: Stage;
  readonly i18n: LocalizeController<'layers' | 'map' | 'places' | 'projectMap'>;
  selection(): Selection;
  pageSize(): number;
  link(record: PortalRecord): unknown;
  announce(sentence: string): void;
  keepFocus(): void;
  /** Called to show an entry on the map. */
  seen(index: number): void;
}

/** Input of a rendering. */
interface Drawing {
  readonly places: Places;
  /** Partial-result fields of the map's own records. */
  readonly own: Amount;
  /** True if the map has no records of its own. */
  readonly isForLayers: boolean;
  readonly level: number;
  /** Colon with the spacing of the language. */
  readonly colon: string;
}

type Host = ReactiveControllerHost & {readonly renderRoot: ParentNode};

/** List beside a map: tracks the number of listed entries per group and the highlighted entry. */
export class Listing {
  readonly #host: Host;
  readonly #parts: Parts;
  /** Number of additional entries by group. */
  readonly #extra = new Map<string, number>();
  /** True if this list has set the highlight. */
  #points = false;

  constructor(host: Host, parts: Parts) {
    this.#host = host;
    this.#parts = parts;
  }

  /** Number of records on the map, as text. */
  get title(): string {
    const {i18n, records, stage} = this.#parts;
    const {messages, number} = i18n;
    const {places} = records.shown;
    const count = places?.countOf(stage.inView(places)) ?? 0;
    // Before the map has loaded, all records are counted; with layers, each group states its own number.
    return stage.engine.view || records.layers.any
      ? messages.inView(number(count))
      : messages.projects(count, number(count));
  }

  /** Resets the groups to their initial number of entries, after the viewport has changed. */
  close(): void {
    this.#extra.clear();
  }

  focus(options?: FocusOptions): void {
    this.#list?.focus(options);
  }

  /** Highlights a record in all linked widgets. If the pointer is on the map, the entry is scrolled into view. */
  point(index: number | undefined, isOnMap = false): void {
    const {records, selection} = this.#parts;
    this.#points = index !== undefined;
    const ref = index === undefined ? undefined : records.shown.places?.refTo(index);
    selection().setPointed(ref, this.#host);
    if (ref && isOnMap) void this.#host.updateComplete.then(() => this.#reveal());
  }

  /** Clears the highlight when the list is removed, as no pointer event follows. */
  leave(): void {
    if (this.#points) this.point(undefined);
  }

  render({places, own, isForLayers, level, colon}: Drawing): TemplateResult {
    const {records, stage, i18n, link, pageSize, seen, selection} = this.#parts;
    const {pointed, chosen} = selection();
    return renderPlaceList({
      title: this.title,
      groups: groupsOf({
        places,
        own,
        layers: records.layers,
        isForLayers,
        inView: stage.inView(places),
        i18n,
        shown: key => pageSize() + (this.#extra.get(key) ?? 0),
        more: (key, entries, total) => void this.#more(key, entries, total),
      }),
      pointed: places.indexOf(pointed),
      chosen: places.indexOf(chosen),
      level,
      i18n,
      colon,
      records: records.shown,
      link,
      point: index => this.point(index),
      seeOnMap: stage.engine.view && seen,
    });
  }

  async #more(group: string, entries: Element, total: number): Promise<void> {
    const {announce, i18n, keepFocus, pageSize} = this.#parts;
    const before = entries.children.length;
    this.#extra.set(group, (this.#extra.get(group) ?? 0) + pageSize());
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
  #reveal(): void {
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
