import {ContextConsumer} from '@lit/context';
import {LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import {sourceContext} from '../../contexts/source-context.js';
import {LoadController, type LoadState} from '../../controllers/load-controller.js';
import {LoadError} from '../../data/client/errors.js';
import {
  openSource,
  withLinkFilter,
  withCommuneLocations,
  withTerritoryFilters,
} from '../../data/open-source.js';
import type {QueryResult, PortalSource} from '../../data/source.js';
import {ItemsSource} from '../../data/sources/document/document.js';
import {LoadErrorEvent} from '../../events/load-error-event.js';
import {LoadEvent} from '../../events/load-event.js';
import {
  type Filter,
  LIST_FILTERS,
  type Query,
  type Sort,
  SORTS,
  TERRITORIES,
} from '../../model/query.js';
import {ArrayRecordList} from '../../model/record-list.js';
import type {CollectionName, Collections} from '../../model/records.js';
import {renderRootFor, replacePrerendered} from './prerendered-content.js';
import {
  warnIfInvalid,
  warnAboutUnknownAttributes,
  isoDate,
  oneOf,
  splitList,
  anyText,
} from './attribute-converters.js';
import {warnOnce} from './warn.js';

type ItemsDocument = Readonly<Partial<Record<CollectionName, readonly unknown[]>>>;

/** Result of a query that no record can match. */
const EMPTY_RESULT: QueryResult<never> = {
  items: new ArrayRecordList<never>([]),
  total: 0,
  facets: {},
  report: {dropped: 0, errors: [], errorCount: 0},
};

/**
 * Base class of elements that load records: resolves the source, builds the query, loads and reloads. A base class
 * instead of a controller, because a controller cannot define the attributes that all these elements have in common.
 */
export abstract class DataElement extends LitElement {
  /** Base URL of a portal API, or URL of one JSON document that contains all collections. */
  @property({converter: anyText}) api = '';
  /** Kind of source that `api` names, for example `portal` or `document`. */
  @property({converter: anyText}) source = '';
  /** Field mapping of a foreign source. */
  @property({converter: anyText}) fields = '';
  /** URL of a table of commune centres. */
  @property({converter: anyText}) places = '';
  /** Allowed origins of links in the data, separated by spaces. Other links are shown as text. */
  @property({attribute: 'link-origin', converter: anyText}) linkOrigin = '';
  /** Families to include, separated by commas. */
  @property({converter: anyText}) family = '';
  /** Ids of the portals to include, separated by commas. */
  @property({converter: anyText}) portal = '';
  /** Themes to include, separated by commas. */
  @property({converter: anyText}) theme = '';
  /** Sections to include, separated by commas. */
  @property({converter: anyText}) section = '';
  /** Types to include, separated by commas. */
  @property({converter: anyText}) type = '';
  /** INSEE codes of the communes to include, separated by commas. */
  @property({converter: anyText}) commune = '';
  /** SIREN numbers of the EPCI to include, separated by commas. Their communes are listed in `places`. */
  @property({converter: anyText}) epci = '';
  /** Codes of the départements to include (`59`, `2A`, `974`), separated by commas. */
  @property({converter: anyText}) departement = '';
  /** INSEE codes of the regions to include (`32`, `04`), separated by commas. */
  @property({converter: anyText}) region = '';
  /** Ids of the programmes to include, separated by commas. */
  @property({converter: anyText}) programme = '';
  /** Ids of the projects to include, separated by commas. */
  @property({converter: anyText}) project = '';
  /** Earliest date, ISO 8601 of any precision. Earlier records are excluded. */
  @property({converter: isoDate}) from = '';
  /** Latest date, ISO 8601 of any precision. Later records are excluded. */
  @property({converter: isoDate}) to = '';
  /** Search text. Records must contain all its words. */
  @property({converter: anyText}) q = '';
  /** Sort order: `title`, `-title`, `date` or `-date`. Default: the order of the source. */
  @property({converter: oneOf('', ...SORTS)}) sort: Sort | '' = '';
  /** Records of the element's collection, used instead of `api`. */
  @property({attribute: false}) items?: readonly unknown[] | undefined;

  readonly #portalSource = new ContextConsumer(this, {context: sourceContext, subscribe: true});
  readonly #loads: LoadController<readonly unknown[], unknown>[] = [];
  #cachedSource:
    | {readonly key: readonly unknown[]; readonly source: PortalSource | LoadError | undefined}
    | undefined;
  #resolveRemoved: (() => void) | undefined;

  /** Collection that the element shows. */
  protected abstract readonly collection: CollectionName;

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (value !== old) warnIfInvalid(this, name, value);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return renderRootFor(this, super.createRenderRoot());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    warnAboutUnknownAttributes(this);
    addEventListener('online', this.#handleOnline);
    if (this.closest('spass-portal:not(:defined)')) {
      void customElements.whenDefined('spass-portal').then(() => this.requestPortalContext());
    }
  }

  /**
   * Requests the contexts of the surrounding `<spass-portal>` again. A portal that is defined after its widgets has
   * missed their first request.
   */
  protected requestPortalContext(): void {
    this.#portalSource.hostConnected();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#handleOnline);
    this.#portalSource.value = undefined;
    this.#resolveRemoved?.();
  }

  /**
   * Resolves when the records or an error are rendered. Replaced by a new promise when the query changes. Never
   * rejects; resolves immediately when the element is removed.
   */
  get loadComplete(): Promise<void> {
    return this.#waitForLoad();
  }

  async #waitForLoad(): Promise<void> {
    while (this.isConnected) {
      await this.updateComplete;
      // A pending update may start another load.
      if (this.isUpdatePending) continue;
      const pending = this.pending();
      if (pending.length === 0) {
        // Replacing the prerendered content may start further work, such as creating a map.
        if (this.#loads[0]?.state.status === 'ready' && replacePrerendered(this)) continue;
        return;
      }
      const removed = new Promise<void>(resolve => (this.#resolveRemoved = resolve));
      await Promise.race([Promise.all(pending), removed]);
    }
  }

  /** Reloads the data and bypasses all caches. */
  async reload(): Promise<void> {
    await this.updateComplete;
    await this.#reload();
    await this.loadComplete;
  }

  /** Loads again after an error, including the source itself. */
  protected retry(): void {
    this.#cachedSource = undefined;
    void this.#reload();
  }

  /**
   * Retries failed loads and stale copies when the browser is online again. Elements that need the same resource share
   * one request.
   */
  readonly #handleOnline = (): void => {
    // Hidden pages wait until they are visible.
    if (document.hidden) addEventListener('visibilitychange', this.#handleOnline, {once: true});
    else if (this.isConnected && this.#loads.some(({state}) => needsReload(state))) this.retry();
  };

  async #reload(): Promise<void> {
    // Cancel all loads before the first one restarts: otherwise a reload could join the request of a load that is not
    // cancelled yet.
    for (const load of this.#loads) load.abort();
    await Promise.all(this.#loads.map(load => load.reload()));
  }

  /** Returns the promises to wait for. Overridden by elements that wait for more than loads. */
  protected pending(): Promise<unknown>[] {
    return this.#loads.filter(load => load.isPending).map(load => load.settled);
  }

  /** Source of the records, or the error that prevents it. Undefined until a source is known. */
  protected get openedSource(): PortalSource | LoadError | undefined {
    const key = [
      this.items,
      this.api,
      this.source,
      this.fields,
      this.places,
      this.linkOrigin,
      this.#portalSource.value,
      this.#hasTerritory,
    ];
    if (!this.#cachedSource?.key.every((part, i) => part === key[i]))
      this.#cachedSource = {key, source: this.#openSource()};
    return this.#cachedSource.source;
  }

  #openSource(): PortalSource | LoadError | undefined {
    const source = this.#findSource();
    if (!source || source instanceof LoadError) return source;
    const warn = (line: string): void => this.warn(line);
    const linkedSource = withLinkFilter(source, this.linkOrigin, warn);
    const locatedSource = withCommuneLocations(linkedSource, this.places, warn);
    return this.#hasTerritory
      ? withTerritoryFilters(locatedSource, this.places, warn)
      : locatedSource;
  }

  get #hasTerritory(): boolean {
    return !!(this.epci || this.departement || this.region);
  }

  #findSource(): PortalSource | LoadError | undefined {
    if (this.items) return new ItemsSource(this.itemsDocument(this.items), line => this.warn(line));
    try {
      const ownSource = openSource(this, line => this.warn(line));
      if (ownSource) return ownSource;
    } catch (error) {
      return error as LoadError;
    }
    if (this.#portalSource.value) return this.#portalSource.value;
    if (this.#portalSource.value === undefined && this.closest('spass-portal')) return undefined;
    return new LoadError(
      'unsupported',
      'api',
      'there is no api attribute, nor a <spass-portal> around it that has a good one',
    );
  }

  /** Groups the records of `items` by collection. */
  protected itemsDocument(items: readonly unknown[]): ItemsDocument {
    return {[this.collection]: items};
  }

  /** Filter set by the attributes. */
  protected get fixedFilter(): Filter {
    const filter: Record<string, unknown> = {q: this.q, from: this.from, to: this.to};
    for (const name of [...LIST_FILTERS, ...TERRITORIES])
      filter[name] = splitList(String((this[name] as string | null) ?? ''));
    return filter;
  }

  /** Query set by the attributes. */
  protected get fixedQuery(): Query {
    return {...this.fixedFilter, sort: this.sort || undefined};
  }

  /**
   * Creates a load that restarts when the source or the query changes. The first one is the main load: it reports
   * `spass-load` and `spass-error`.
   *
   * @param buildQuery Returns the query, or undefined if no record can match.
   * @param method `find` loads one page, `all` every matching record.
   * @param maxRecords Upper bound on the number of records.
   */
  protected loadRecords<K extends CollectionName>(
    collection: K | (() => K),
    buildQuery: () => Query | undefined,
    method: 'find' | 'all' = 'find',
    maxRecords?: number,
  ): LoadController<readonly unknown[], QueryResult<Collections[K]>> {
    const isMain = this.#loads.length === 0;
    const collectionName = (): K => (typeof collection === 'function' ? collection() : collection);
    const load = new LoadController<readonly unknown[], QueryResult<Collections[K]>>(this, {
      args: () => {
        const source = this.openedSource;
        return source && [source, collectionName(), JSON.stringify(buildQuery() ?? null)];
      },
      load: async (_args, signal, reload) => {
        const source = this.openedSource;
        const query = buildQuery();
        if (source instanceof LoadError) throw source;
        if (!query || !source) return EMPTY_RESULT;
        return source[method](collectionName(), query, {signal, reload, maxRecords});
      },
      onLoadEnd: state => {
        if (isMain) void this.#reportLoad(state);
      },
    });
    this.#loads.push(load);
    return load;
  }

  /**
   * Returns the number of records that a result shows, once they are rendered. Overridden by elements that omit some.
   */
  protected countRendered({total}: QueryResult): number | Promise<number> {
    return total;
  }

  /** Called after the main load has ended and has been rendered. `total` is 0 after an error. */
  protected handleLoadEnd(_state: LoadState<QueryResult>, _total: number): void {}

  async #reportLoad(state: LoadState<QueryResult>): Promise<void> {
    await this.updateComplete;
    const rendered = state.status === 'ready' ? this.countRendered(state.value) : 0;
    const total = typeof rendered === 'number' ? rendered : await rendered;
    this.handleLoadEnd(state, total);
    if (state.status === 'ready') {
      void this.loadComplete;
      this.dispatchEvent(new LoadEvent(total, state.value.report.dropped));
    } else if (state.status === 'failed') {
      const {error} = state;
      const kind = error instanceof LoadError ? error.kind : 'schema';
      const message = error instanceof Error ? error.message : String(error);
      this.warn(message);
      this.dispatchEvent(new LoadErrorEvent(kind, message));
    }
  }

  protected warn(message: string): void {
    warnOnce(this, message);
  }

  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }
}

const needsReload = (state: LoadState<unknown>): boolean =>
  state.status === 'failed' ||
  (state.status === 'ready' && (state.value as QueryResult).staleSince !== undefined);
