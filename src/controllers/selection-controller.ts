import type {LitElement, ReactiveController} from 'lit';
import {createContext} from '@lit/context';
import {PortalContextConsumer} from './source-controller.js';
import type {NamedPlace} from '../model/geo/geo.js';
import type {Filter} from '../model/query.js';
import type {CollectionName, Id} from '../model/records.js';
import type {DaySpan} from '../model/time/period.js';

/** Reference to a record of a collection. */
export interface RecordRef {
  readonly collection: CollectionName;
  readonly id: Id;
  /** Source of the record, if it does not come from the portal. */
  readonly source?: string | undefined;
}

export const isSameRef = (a: RecordRef | undefined, b: RecordRef | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.collection === b.collection &&
    a.source === b.source &&
    String(a.id) === String(b.id));

type SelectionListener = (by: unknown) => void;
/** Map that other widgets of the selection can use. */
export interface LinkedMap {
  /** Shows a place on the map, marks it by its name, and scrolls the map into view. */
  showPlace(place: NamedPlace): void;
  /** Emphasizes the records of a period over the others, while the user chooses it; undefined ends that. */
  showPeriod?(period: DaySpan | undefined): void;
}

/** Filter, selected record and highlighted record shared by linked widgets. */
export class Selection {
  #filter: Filter = {};
  #selected: RecordRef | undefined;
  #highlighted: RecordRef | undefined;
  readonly #listeners = new Set<SelectionListener>();
  /** Registered maps. */
  readonly maps = new Set<LinkedMap>();

  /** Current filter. */
  get filter(): Filter {
    return this.#filter;
  }

  /** Record that is open, if any. */
  get selected(): RecordRef | undefined {
    return this.#selected;
  }

  /** Record under the pointer or focus, highlighted in all linked widgets. */
  get highlighted(): RecordRef | undefined {
    return this.#highlighted;
  }

  /**
   * Replaces the filter.
   *
   * @param origin Passed to the listeners, so that they can ignore their own changes.
   */
  setFilter(filter: Filter, origin?: unknown): void {
    this.#filter = filter;
    this.#notify(origin);
  }

  setSelected(ref: RecordRef | undefined, origin?: unknown): void {
    if (isSameRef(ref, this.#selected)) return;
    this.#selected = ref;
    this.#notify(origin);
  }

  setHighlighted(ref: RecordRef | undefined, origin?: unknown): void {
    if (isSameRef(ref, this.#highlighted)) return;
    this.#highlighted = ref;
    this.#notify(origin);
  }

  /** True if at least one map is registered. */
  get hasMap(): boolean {
    return this.maps.size > 0;
  }

  /** Shows a place on all registered maps. */
  showPlace(place: NamedPlace): void {
    for (const viewer of [...this.maps]) viewer.showPlace(place);
  }

  /** Registers a map for showing places. Returns a function that unregisters it. */
  registerMap(map: LinkedMap): () => void {
    this.maps.add(map);
    this.#notify(map);
    return () => {
      this.maps.delete(map);
      this.#notify(map);
    };
  }

  /** Calls the listener on each change. Returns a function that unsubscribes. */
  subscribe(listener: SelectionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #notify(origin: unknown): void {
    for (const listener of [...this.#listeners]) listener(origin);
  }
}

/** Selection shared by the widgets inside a `<spass-portal>`. */
export const selectionContext = createContext<Selection | undefined>(
  Symbol.for('spass/selection/1'),
);

interface SelectionGroup {
  readonly selection: Selection;
  members: number;
}

/** Selections by group name, kept while they have members. */
const groups = new Map<string, SelectionGroup>();

type SelectionHost = LitElement & {group: string};

/**
 * Provides the selection of a widget: its group's, else the surrounding `<spass-portal>`'s, else its own. Asks
 * the host to update when it changes.
 */
export class SelectionController implements ReactiveController {
  readonly #host: SelectionHost;
  readonly #own = new Selection();
  readonly #portalConsumer: PortalContextConsumer<typeof selectionContext> | undefined;
  readonly #onChange: (by: unknown) => void;
  #groupName: string | undefined;
  #current: Selection;
  #unsubscribe: (() => void) | undefined;

  /**
   * @param onChange Called on each change with its origin.
   * @param isProvider True for `<spass-portal>`, which ignores the selection of an outer portal.
   */
  constructor(host: SelectionHost, onChange: (by: unknown) => void, isProvider = false) {
    this.#host = host;
    this.#onChange = onChange;
    this.#current = this.#own;
    if (!isProvider) this.#portalConsumer = new PortalContextConsumer(host, selectionContext);
    host.addController(this);
  }

  get selection(): Selection {
    return this.#current;
  }

  /** True if other widgets may share the selection. */
  get isShared(): boolean {
    return this.#current !== this.#own;
  }

  hostConnected(): void {
    this.#updateSelection();
  }

  hostUpdate(): void {
    this.#updateSelection();
  }

  hostDisconnected(): void {
    this.#leave();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #updateSelection(): void {
    if (!this.#host.isConnected) return;
    const {group} = this.#host;
    if (group !== (this.#groupName ?? '')) {
      this.#leave();
      if (group) this.#join(group);
    }
    const next = groups.get(group)?.selection ?? this.#portalConsumer?.value ?? this.#own;
    if (next === this.#current && this.#unsubscribe) return;
    this.#unsubscribe?.();
    this.#current = next;
    this.#unsubscribe = next.subscribe(by => {
      this.#host.requestUpdate();
      this.#onChange(by);
    });
  }

  #join(name: string): void {
    const group = groups.get(name) ?? {selection: new Selection(), members: 0};
    group.members++;
    groups.set(name, group);
    this.#groupName = name;
  }

  #leave(): void {
    if (this.#groupName === undefined) return;
    const group = groups.get(this.#groupName);
    if (group && --group.members === 0) groups.delete(this.#groupName);
    this.#groupName = undefined;
  }
}
