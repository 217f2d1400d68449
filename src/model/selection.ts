import type {Geo} from './geo.js';
import type {Filter} from './query.js';
import type {CollectionName, Id} from './records.js';

/** A record by its place in the API. */
export interface RecordRef {
  readonly collection: CollectionName;
  readonly id: Id;
  /** Set where the record is none of the portal's: whose it is. */
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
/** A map that others of its selection may use. */
export interface Viewer {
  /** Goes to a place and takes the reader there. */
  show(place: Geo): void;
  /** Lets the reader choose a place; the answer is undefined when they would rather not. */
  ask(answer: (place: Geo | undefined) => void): void;
}

/** What a reader chose, shared by the widgets that belong together. */
export class Selection {
  #filter: Filter = {};
  #chosen: RecordRef | undefined;
  #pointed: RecordRef | undefined;
  readonly #listeners = new Set<Listener>();
  readonly #viewers = new Set<Viewer>();

  /** What is to be shown. */
  get filter(): Filter {
    return this.#filter;
  }

  /** The record that is open, if one is. */
  get chosen(): RecordRef | undefined {
    return this.#chosen;
  }

  /** The record under the pointer or the focus: its likes elsewhere light up. */
  get pointed(): RecordRef | undefined {
    return this.#pointed;
  }

  /** Replaces the filter; `by` is who did it, so that others know that it was not them. */
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

  /** Whether a map belongs to this selection, so that a place can be shown. */
  get canShow(): boolean {
    return this.#viewers.size > 0;
  }

  /** Takes the reader to a place on the maps of this selection. */
  show(place: Geo): void {
    for (const viewer of [...this.#viewers]) viewer.show(place);
  }

  /** Lets the reader choose a place on a map of this selection. */
  ask(answer: (place: Geo | undefined) => void): void {
    const [viewer] = this.#viewers;
    viewer?.ask(answer);
  }

  /** Offers a map for places to be shown and chosen on; the answer takes it back. */
  offer(viewer: Viewer): () => void {
    this.#viewers.add(viewer);
    this.#tell(viewer);
    return () => {
      this.#viewers.delete(viewer);
      this.#tell(viewer);
    };
  }

  /** Calls back at each change; the answer ends it. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(by: unknown): void {
    for (const listener of [...this.#listeners]) listener(by);
  }
}
