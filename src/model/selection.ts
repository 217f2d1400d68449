import type {Geo, NamedPlace} from './geo/geo.js';
import type {Filter} from './query.js';
import type {CollectionName, Id} from './records.js';
import type {DaySpan} from './time/period.js';

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
  /** Lets the user pick a place. Calls back with undefined if the user cancels. */
  pickPlace(callback: (place: Geo | undefined) => void): void;
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

  /** Lets the user pick a place on the first registered map. */
  pickPlace(callback: (place: Geo | undefined) => void): void {
    const [viewer] = this.maps;
    viewer?.pickPlace(callback);
  }

  /** Registers a map for showing and picking places. Returns a function that unregisters it. */
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
