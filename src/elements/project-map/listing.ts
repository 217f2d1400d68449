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
  /** The reader wants to see an entry on the map. */
  seen(index: number): void;
}

/** What a list needs to know each time it is drawn. */
interface Drawing {
  readonly places: Places;
  /** What says whether the map's own records are too many to be had one by one. */
  readonly own: Amount;
  /** Whether the map has no records of its own. */
  readonly isForLayers: boolean;
  readonly level: number;
  /** A colon as the language writes it. */
  readonly colon: string;
}

type Host = ReactiveControllerHost & {readonly renderRoot: ParentNode};

/** The list beside a map: how far each group is opened, and which entry is pointed at. */
export class Listing {
  readonly #host: Host;
  readonly #parts: Parts;
  /** How many entries more than at first each group has. */
  readonly #extra = new Map<string, number>();
  /** Whether what is pointed at is pointed at here. */
  #points = false;

  constructor(host: Host, parts: Parts) {
    this.#host = host;
    this.#parts = parts;
  }

  /** Says how many records the map shows. */
  get title(): string {
    const {i18n, records, stage} = this.#parts;
    const {messages, number} = i18n;
    const {places} = records.shown;
    const count = places?.countOf(stage.inView(places)) ?? 0;
    // Without a view, and with layers, the groups say how many they are.
    return stage.engine.view || records.layers.any
      ? messages.inView(number(count))
      : messages.projects(count, number(count));
  }

  /** What is in view is something else: each group starts anew. */
  close(): void {
    this.#extra.clear();
  }

  focus(options?: FocusOptions): void {
    this.#list?.focus(options);
  }

  /** Lights up a record here and in all widgets that share the selection; one on the map is brought into view. */
  point(index: number | undefined, isOnMap = false): void {
    const {records, selection} = this.#parts;
    this.#points = index !== undefined;
    const ref = index === undefined ? undefined : records.shown.places?.refTo(index);
    selection().setPointed(ref, this.#host);
    if (ref && isOnMap) void this.#host.updateComplete.then(() => this.#reveal());
  }

  /** The list leaves the page: nothing will tell any more that the pointer has left. */
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

  /** Brings the entry of what is pointed at into the list's own view; the page doesn't move. */
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
