import type {Geo} from './geo.js';
import type {Filter} from './query.js';
import type {CollectionName, Id} from './records.js';

/** Reference to a record of a collection. */
export interface RecordRef {
  readonly collection: CollectionName;
  readonly id: Id;
  /** Source of the record, if it does not come from the portal. */
  readonly source?: string | undefined;
}

export const sameRef = (a: RecordRef | undefined, b: RecordRef | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.collection === b.collection &&
    a.source === b.source &&
    String(a.id) === String(b.id));

type Listener = (by: unknown) => void;
/** Map that other widgets of the selection can use. */
export interface Viewer {
  /** Shows a place on the map and scrolls the map into view. */
  show(place: Geo): void;
  /** Lets the user pick a place. Calls back with undefined if the user cancels. */
  ask(answer: (place: Geo | undefined) => void): void;
}

/** Filter, selected record and highlighted record shared by linked widgets. */
export class Selection {
  #filter: Filter = {};
  #chosen: RecordRef | undefined;
  #pointed: RecordRef | undefined;
  readonly #listeners = new Set<Listener>();
  readonly #viewers = new Set<Viewer>();

  /** Current filter. */
  get filter(): Filter {
    return this.#filter;
  }

  /** Record that is open, if any. */
  get chosen(): RecordRef | undefined {
    return this.#chosen;
  }

  /** Record under the pointer or focus, highlighted in all linked widgets. */
  get pointed(): RecordRef | undefined {
    return this.#pointed;
  }

  /**
   * Replaces the filter.
   *
   * @param origin Passed to the listeners, so that they can ignore their own changes.
   */
  setFilter(filter: Filter, by?: unknown): void {
    this.#filter = filter;
    this.#tell(by);
  }

  setChosen(ref: RecordRef | undefined, by?: unknown): void {
    if (sameRef(ref, this.#chosen)) return;
    this.#chosen = ref;
    this.#tell(by);
  }

  setPointed(ref: RecordRef | undefined, by?: unknown): void {
    if (sameRef(ref, this.#pointed)) return;
    this.#pointed = ref;
    this.#tell(by);
  }

  /** True if at least one map is registered. */
  get canShow(): boolean {
    return this.#viewers.size > 0;
  }

  /** Shows a place on all registered maps. */
  show(place: Geo): void {
    for (const viewer of [...this.#viewers]) viewer.show(place);
  }

  /** Lets the user pick a place on the first registered map. */
  ask(answer: (place: Geo | undefined) => void): void {
    const [viewer] = this.#viewers;
    viewer?.ask(answer);
  }

  /** Registers a map for showing and picking places. Returns a function that unregisters it. */
  offer(viewer: Viewer): () => void {
    this.#viewers.add(viewer);
    this.#tell(viewer);
    return () => {
      this.#viewers.delete(viewer);
      this.#tell(viewer);
    };
  }

  /** Calls the listener on each change. Returns a function that unsubscribes. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(by: unknown): void {
    for (const listener of [...this.#listeners]) listener(by);
  }
}
