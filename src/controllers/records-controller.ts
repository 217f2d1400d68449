import {LoadError} from '../data/client/errors.js';
import {runInSlices} from '../data/scheduling.js';
import type {QueryResult} from '../data/source.js';
import {LoadErrorEvent, LoadEvent, type RecordCounts} from '../events/events.js';
import {
  ALL_RECORDS,
  type Filter,
  LIST_FILTERS,
  type ListFilter,
  type Query,
  type Sort,
  splitList,
  TERRITORIES,
} from '../model/query.js';
import {ArrayRecordList} from '../model/collection/record-list.js';
import type {CollectionName, Collections} from '../model/records.js';
import {LoadController, type LoadState} from './load-controller.js';
import {
  type ElementSourceAttributes,
  SourceController,
  type SourceHost,
} from './source-controller.js';

/** Attributes that select the records of an element. */
export interface RecordAttributes
  extends ElementSourceAttributes, Readonly<Record<ListFilter, string>> {
  readonly from: string;
  readonly to: string;
  readonly q: string;
  readonly sort: Sort | '';
}

interface RecordsHost extends SourceHost, RecordAttributes {
  readonly loadComplete: Promise<void>;
  /** Called after the main load has ended and has been rendered. `total` is 0 after an error. */
  handleLoadEnd?(state: LoadState<QueryResult>, total: number): void;
}

type RecordsLoad = LoadController<readonly unknown[], unknown>;

/** Result of a query that no record can match. */
export const EMPTY_RESULT: QueryResult<never> = {
  items: new ArrayRecordList<never>([]),
  total: 0,
  facets: {},
  report: {dropped: 0, errors: [], errorCount: 0},
};

/** Loads records from the source of an element, and reports the main load. */
export class RecordsController extends SourceController {
  /** Returns the number of records of a result, once they are rendered. */
  countRendered = ({total}: QueryResult): number | Promise<number> => total;
  /** Returns the numbers of records by collection. Called after `countRendered`, with its result. */
  countByCollection = (total: number): RecordCounts => ({[this.#host.collection]: total});
  /** Returns the number of invalid records. Called after `countRendered`. */
  countDropped = ({report}: QueryResult): number => report.dropped;

  readonly #host: RecordsHost;
  readonly #loads: RecordsLoad[] = [];
  /** Loads and other work whose duration is not announced: what they add only decorates the main records. */
  readonly background: {readonly pending: readonly unknown[]}[] = [];

  constructor(host: RecordsHost) {
    super(host);
    this.#host = host;
  }

  override hostConnected(): void {
    super.hostConnected();
    addEventListener('online', this.#handleOnline);
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    removeEventListener('online', this.#handleOnline);
  }

  /** Queries the source once, for further pages and for files. Rejects without a source. */
  async query<K extends CollectionName>(
    collection: K,
    query: Query,
    signal: AbortSignal,
  ): Promise<QueryResult<Collections[K]>> {
    const {source} = this;
    if (!source || source instanceof LoadError) throw source ?? new Error('no source');
    return source.find(collection, query, {signal, warn: this.#host.warn});
  }

  /** Filter set by the attributes. */
  get fixedFilter(): Filter {
    const host = this.#host;
    const filter: Record<string, unknown> = {q: host.q, from: host.from, to: host.to};
    for (const name of [...LIST_FILTERS, ...TERRITORIES])
      filter[name] = splitList(String((host[name] as string | number | null) ?? ''));
    return filter as Filter;
  }

  get pending(): Promise<void>[] {
    return this.#loads.flatMap(load => load.pending);
  }

  /** True if the main load has a result. */
  get isLoaded(): boolean {
    return this.#loads[0]?.state.status === 'ready';
  }

  /**
   * Creates a load that restarts when the source or the query changes. The first one is the main load: it reports
   * `spass-load` and `spass-error`.
   *
   * @param buildQuery Returns the query, or undefined if no record can match.
   * @param scope `all` loads every matching record; `read` validates them too, in slices that keep the page responsive.
   * @param maxRecords Upper bound on the number of records.
   */
  load<K extends CollectionName>(
    collection: K | (() => K),
    buildQuery: () => Query | undefined,
    scope: 'page' | 'all' | 'read' = 'page',
    maxRecords?: number,
  ): LoadController<readonly unknown[], QueryResult<Collections[K]>> {
    const collectionName = (): K => (typeof collection === 'function' ? collection() : collection);
    const load = new LoadController<readonly unknown[], QueryResult<Collections[K]>>(this.#host, {
      args: () =>
        this.source && [this.source, collectionName(), JSON.stringify(buildQuery() ?? null)],
      load: async (_args, signal, reload) => {
        const {source} = this;
        const query = buildQuery();
        if (source instanceof LoadError) throw source;
        if (!query || !source) return EMPTY_RESULT;
        const scopedQuery = scope === 'page' ? query : {...query, ...ALL_RECORDS};
        const options = {signal, reload, maxRecords, warn: this.#host.warn};
        const result = await source.find(collectionName(), scopedQuery, options);
        const {items} = result;
        if (scope === 'read') await runInSlices(items.length, index => items.at(index), signal);
        return result;
      },
      onLoadEnd: state => {
        if (load === this.#loads[0]) void this.#reportLoad(state);
      },
    });
    this.#loads.push(load);
    return load;
  }

  /** Loads everything again, bypassing caches. */
  async reload(): Promise<void> {
    // All of them first: a reload could join the request of a load that is not cancelled yet.
    for (const load of this.#loads) load.abort();
    await Promise.all(this.#loads.map(load => load.reload()));
  }

  /** Loads again after an error, including the source itself. */
  retry(): void {
    this.reopenSource();
    void this.reload();
  }

  /** Retries failed loads and stale copies when the browser is online again. */
  readonly #handleOnline = (): void => {
    // Hidden pages wait until they are visible.
    if (document.hidden) addEventListener('visibilitychange', this.#handleOnline, {once: true});
    else if (this.#host.isConnected && this.#loads.some(({state}) => needsReload(state)))
      this.retry();
  };

  async #reportLoad(state: LoadState<QueryResult>): Promise<void> {
    const host = this.#host;
    await host.updateComplete;
    const rendered = state.status === 'ready' ? this.countRendered(state.value) : 0;
    const total = typeof rendered === 'number' ? rendered : await rendered;
    host.handleLoadEnd?.(state, total);
    if (state.status === 'ready') {
      const {otherCollections: others} = state.value;
      if (total === 0 && others?.length)
        host.warn(`${this.sourceName} has no ${host.collection}, but ${others.join(', ')}`);
      void host.loadComplete;
      host.dispatchEvent(
        new LoadEvent(total, this.countDropped(state.value), this.countByCollection(total)),
      );
    } else if (state.status === 'failed') {
      const error = state.error instanceof Error ? state.error : new Error(String(state.error));
      const kind = error instanceof LoadError ? error.kind : 'schema';
      host.warn(error.message);
      host.dispatchEvent(new LoadErrorEvent(kind, error.message));
    }
  }
}

const needsReload = (state: LoadState<unknown>): boolean =>
  state.status === 'failed' ||
  (state.status === 'ready' && (state.value as QueryResult).staleSince !== undefined);
