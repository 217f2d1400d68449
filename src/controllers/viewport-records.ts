import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {QueryResult} from '../data/source.js';
import {type Bbox, intersectBoxes, containsBox, boxArea, expandBox} from '../model/geo/geo.js';
import type {Query} from '../model/query.js';
import {
  DerivedRecordList,
  type ListReader,
  type RecordList,
  SubsetRecordList,
} from '../model/collection/record-list.js';
import type {CollectionName, Collections, PortalRecord} from '../model/records.js';
import {type LoadController, type LoadState, latestValue, PendingWork} from './load-controller.js';
import type {RecordsController} from './records-controller.js';

/** Maximum number of records of the full load and of a viewport. */
const MAX_RECORDS = 5000;

/** Area requested beyond each edge, as a ratio of the viewport, so that small moves need no request. */
const PADDING = 0.25;
/** Delay after the last map movement before a request, in milliseconds. */
const DEBOUNCE_MS = 250;

type ViewportLoad<R extends PortalRecord> = LoadController<readonly unknown[], QueryResult<R>>;

interface ViewportHost extends ReactiveControllerHost {
  readonly records: RecordsController;
}

/**
 * Records of a map: all matches, or only the viewport's if the source cannot return all of them. Current records
 * remain until the next ones are loaded.
 */
export class ViewportRecords<K extends CollectionName> implements ReactiveController {
  readonly #host: ViewportHost;
  readonly #fullLoad: ViewportLoad<Collections[K]>;
  readonly #viewportLoad: ViewportLoad<Collections[K]>;
  #viewport: Bbox | undefined;
  #requestedBox: Bbox | undefined;
  /** Records of the viewport merged with the unlocated records of the full load. */
  #merged:
    | {
        readonly full: QueryResult<Collections[K]>;
        readonly viewport: QueryResult<Collections[K]>;
        readonly merged: QueryResult<Collections[K]>;
      }
    | undefined;
  /** Delay after a movement of the map. */
  readonly #delay = new PendingWork();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ViewportHost, collection: K, query: () => Query | undefined) {
    const load = (buildQuery: () => Query | undefined) =>
      host.records.load(collection, buildQuery, 'all', MAX_RECORDS);
    this.#host = host;
    this.#fullLoad = load(query);
    this.#viewportLoad = load(() => this.#viewportQuery(query()));
    host.addController(this);
  }

  /** Sets the visible area of the map; the records of a new one are requested after 250 ms without movement. */
  setViewport(viewport: Bbox): void {
    if (this.#viewport?.join() === viewport.join()) return;
    const isFirst = this.#viewport === undefined;
    this.#viewport = viewport;
    if (isFirst) return;
    this.#endDelay();
    if (!this.#isPartial) return;
    this.#delay.start();
    this.#timer = setTimeout(() => {
      this.#delay.end();
      this.#host.requestUpdate();
    }, DEBOUNCE_MS);
  }

  #endDelay(): void {
    clearTimeout(this.#timer);
    this.#delay.end();
  }

  /** Delay in progress, if any. */
  get pending(): Promise<void>[] {
    return this.#delay.pending;
  }

  /** Records to show. `total` counts all matches, inside and outside the viewport. */
  get state(): LoadState<QueryResult<Collections[K]>> {
    const fullState = this.#fullLoad.state;
    const full = latestValue(fullState);
    if (!full || !this.#requestedBox) return fullState;
    const viewportState = this.#viewportLoad.state;
    const value = this.#merge(full, viewportState);
    if (fullState.status === 'loading' || viewportState.status === 'loading')
      return {status: 'loading', previous: value};
    return {status: 'ready', value};
  }

  get viewportError(): unknown {
    const state = this.#viewportLoad.state;
    return this.#requestedBox && state.status === 'failed' ? state.error : undefined;
  }

  /** Loads the records of the viewport again. */
  async reloadViewport(): Promise<void> {
    await this.#viewportLoad.reload();
  }

  /** Records used for auto-fit while `state` has only the records of the viewport; undefined if it has all. */
  get autoFitRecords(): RecordList<Collections[K]> | undefined {
    return this.#isPartial ? this.#full?.items : undefined;
  }

  hostDisconnected(): void {
    this.#endDelay();
    this.#viewport = this.#requestedBox = this.#merged = undefined;
  }

  /** Returns the query for the viewport; undefined if all records are loaded. */
  #viewportQuery(query: Query | undefined): Query | undefined {
    if (this.pending.length === 0) this.#requestedBox = this.#boxToRequest();
    if (!query || !this.#requestedBox) return undefined;
    return {
      ...query,
      bbox: query.bbox ? intersectBoxes(query.bbox, this.#requestedBox) : this.#requestedBox,
    };
  }

  get #full(): QueryResult<Collections[K]> | undefined {
    return latestValue(this.#fullLoad.state);
  }

  get #isPartial(): boolean {
    const full = this.#full;
    return full !== undefined && isPartial(full);
  }

  /** Returns the box to request: the previous one while it covers the viewport. */
  #boxToRequest(): Bbox | undefined {
    const full = this.#full;
    const viewport = this.#viewport;
    if (!full || !viewport || !isPartial(full)) return undefined;
    const padded = expandBox(viewport, PADDING);
    if (this.#requestedBox && containsBox(this.#requestedBox, viewport)) {
      const state = this.#viewportLoad.state;
      const isCoarse = state.status === 'ready' && isPartial(state.value);
      return isCoarse && boxArea(padded) < boxArea(this.#requestedBox) / 2
        ? padded
        : this.#requestedBox;
    }
    // If the first 5000 records all lie in the box, the first 5000 of the box are the same.
    return full.thinned === undefined && areAllInBox(full.items, padded) ? undefined : padded;
  }

  #merge(
    full: QueryResult<Collections[K]>,
    state: LoadState<QueryResult<Collections[K]>>,
  ): QueryResult<Collections[K]> {
    const current = this.#merged?.full === full ? this.#merged : undefined;
    if (state.status !== 'ready' || state.value === current?.viewport)
      return current?.merged ?? full;
    const viewport = state.value;
    const merged = {
      ...viewport,
      items: mergeUnlocated(viewport.items, full.items),
      total: full.total,
    };
    this.#merged = {full, viewport, merged};
    return merged;
  }
}

const isPartial = ({cappedAt, thinned}: QueryResult): boolean =>
  cappedAt !== undefined || thinned !== undefined;

function areAllInBox(records: RecordList, box: Bbox): boolean {
  for (let index = 0; index < records.length; index++) {
    const geo = records.geoAt(index);
    if (geo && !containsBox(box, [geo.lon, geo.lat, geo.lon, geo.lat])) return false;
  }
  return true;
}

/** Appends the unlocated records of the full load, unless the viewport load has returned some itself. */
function mergeUnlocated<R extends PortalRecord>(
  viewportRecords: RecordList<R>,
  allRecords: RecordList<R>,
): RecordList<R> {
  const unlocated = unlocatedIndices(allRecords);
  return unlocated.length === 0 || unlocatedIndices(viewportRecords).length > 0
    ? viewportRecords
    : new ConcatenatedRecordList(viewportRecords, new SubsetRecordList(allRecords, unlocated));
}

function unlocatedIndices(records: RecordList): number[] {
  const indices: number[] = [];
  for (let index = 0; index < records.length; index++)
    if (!records.geoAt(index)) indices.push(index);
  return indices;
}

class ConcatenatedRecordList<R extends PortalRecord> extends DerivedRecordList<R> {
  readonly #first: RecordList<R>;
  readonly #second: RecordList<R>;

  constructor(first: RecordList<R>, second: RecordList<R>) {
    super();
    this.#first = first;
    this.#second = second;
  }

  get length(): number {
    return this.#first.length + this.#second.length;
  }

  protected read<T>(index: number, read: ListReader<R, T>): T {
    const {length} = this.#first;
    return index < length ? read(this.#first, index) : read(this.#second, index - length);
  }
}
