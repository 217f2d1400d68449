import {ContextConsumer} from '@lit/context';
import {LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import {sourceContext} from '../contexts/source-context.js';
import {LoadController, type LoadState} from '../controllers/load-controller.js';
import {LoadError} from '../data/errors.js';
import {openSource, withOwnLinks, withPlaces, withTerritories} from '../data/open-source.js';
import type {Answer, PortalSource} from '../data/source.js';
import {ItemsSource} from '../data/sources/document.js';
import {LoadErrorEvent} from '../events/error-event.js';
import {LoadEvent} from '../events/load-event.js';
import {
  type Filter,
  LIST_FILTERS,
  type Query,
  type Sort,
  SORTS,
  TERRITORIES,
} from '../model/query.js';
import {WholeList} from '../model/record-list.js';
import type {CollectionName, Collections} from '../model/records.js';
import {drawAside, takePlace} from './aside.js';
import {checkAttribute, checkNames, isoDate, oneOf, splitList, words} from './attributes.js';
import {warnOnce} from './warn.js';

type ItemsDocument = Readonly<Partial<Record<CollectionName, readonly unknown[]>>>;

/** An answer to a question that nothing can fit. */
const NOTHING: Answer<never> = {
  items: new WholeList<never>([]),
  total: 0,
  facets: {},
  report: {dropped: 0, faults: [], count: 0},
};

/**
 * What every tag is that has records: where they come from, which of them are wanted, and their loading. The public
 * contract gives these attributes to all of them, and attributes can't be shared by a controller.
 */
export abstract class DataElement extends LitElement {
  /** Base address of a portal API, or address of one JSON document that holds everything. */
  @property({converter: words}) api = '';
  /** The kind of thing that `api` names: `portal`, `document`. */
  @property({converter: words}) source = '';
  /** Which fields of a foreign source are what. */
  @property({converter: words}) fields = '';
  /** Address of a table of commune centres. */
  @property({converter: words}) places = '';
  /** Origins, separated by spaces, that links of the data may lead to; other links are shown as text. */
  @property({attribute: 'link-origin', converter: words}) linkOrigin = '';
  /** Only these families, separated by commas. */
  @property({converter: words}) family = '';
  /** Only these portals, by id, separated by commas. */
  @property({converter: words}) portal = '';
  /** Only these themes, separated by commas. */
  @property({converter: words}) theme = '';
  /** Only these sections, separated by commas. */
  @property({converter: words}) section = '';
  /** Only these types, separated by commas. */
  @property({converter: words}) type = '';
  /** Only these communes, by INSEE code, separated by commas. */
  @property({converter: words}) commune = '';
  /** Only what lies in these EPCI, by SIREN, separated by commas; `places` tells which communes they have. */
  @property({converter: words}) epci = '';
  /** Only what lies in these départements, by code (`59`, `2A`, `974`), separated by commas. */
  @property({converter: words}) departement = '';
  /** Only what lies in these regions, by INSEE code (`32`, `04`), separated by commas. */
  @property({converter: words}) region = '';
  /** Only these programmes, by id, separated by commas. */
  @property({converter: words}) programme = '';
  /** Only these projects, by id, separated by commas. */
  @property({converter: words}) project = '';
  /** Only what is about this date or later; ISO 8601 of any precision. */
  @property({converter: isoDate}) from = '';
  /** Only what is about this date or earlier; ISO 8601 of any precision. */
  @property({converter: isoDate}) to = '';
  /** Only what has all these words. */
  @property({converter: words}) q = '';
  /** `title`, `-title`, `date` or `-date`; the source's own order by default. */
  @property({converter: oneOf('', ...SORTS)}) sort: Sort | '' = '';
  /** Records of the element's kind, instead of an address. */
  @property({attribute: false}) items?: readonly unknown[] | undefined;

  readonly #given = new ContextConsumer(this, {context: sourceContext, subscribe: true});
  readonly #loads: LoadController<readonly unknown[], unknown>[] = [];
  #opened:
    | {readonly key: readonly unknown[]; readonly source: PortalSource | LoadError | undefined}
    | undefined;
  #wake: (() => void) | undefined;

  /** The collection that the element is about. */
  protected abstract readonly collection: CollectionName;

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (value !== old) checkAttribute(this, name, value);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return drawAside(this, super.createRenderRoot());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    checkNames(this);
    addEventListener('online', this.#online);
    if (this.closest('spass-portal:not(:defined)')) {
      void customElements.whenDefined('spass-portal').then(() => this.askPortal());
    }
  }

  /** Asks the `<spass-portal>` around it again: one that is defined after its widgets has missed their questions. */
  protected askPortal(): void {
    this.#given.hostConnected();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#online);
    this.#given.value = undefined;
    this.#wake?.();
  }

  /**
   * Pending from connection, and again from any change of what is asked, until the records are drawn or the
   * failure is. Never rejects; resolves at once on removal.
   */
  get loadComplete(): Promise<void> {
    return this.#complete();
  }

  async #complete(): Promise<void> {
    while (this.isConnected) {
      await this.updateComplete;
      // What came meanwhile has yet to be drawn, and may ask for more.
      if (this.isUpdatePending) continue;
      const pending = this.pending();
      if (pending.length === 0) {
        // With the place that it takes may come what needs one: a map.
        if (this.#loads[0]?.state.status === 'ready' && takePlace(this)) continue;
        return;
      }
      const removed = new Promise<void>(resolve => (this.#wake = resolve));
      await Promise.race([Promise.all(pending), removed]);
    }
  }

  /** Asks for the data again, past every cache. */
  async reload(): Promise<void> {
    await this.updateComplete;
    await this.#reload();
    await this.loadComplete;
  }

  /** Asks again after a failure, of the source itself too. */
  protected retry(): void {
    this.#opened = undefined;
    void this.#reload();
  }

  /** With the line back, what could not be had, or only as a copy, is asked for again; once for all who ask the same. */
  readonly #online = (): void => {
    // A page that is not looked at does nothing.
    if (document.hidden) addEventListener('visibilitychange', this.#online, {once: true});
    else if (this.isConnected && this.#loads.some(({state}) => isLacking(state))) this.retry();
  };

  async #reload(): Promise<void> {
    // All leave before the first asks again: none joins a request that another one of them is still waiting for.
    for (const load of this.#loads) load.drop();
    await Promise.all(this.#loads.map(load => load.reload()));
  }

  /** What is still under way; an element with more than loads to wait for adds to it. */
  protected pending(): Promise<unknown>[] {
    return this.#loads.filter(load => load.isPending).map(load => load.settled);
  }

  /** Where the data come from, why not, or undefined as long as nothing says. */
  protected get openedSource(): PortalSource | LoadError | undefined {
    const key = [
      this.items,
      this.api,
      this.source,
      this.fields,
      this.places,
      this.linkOrigin,
      this.#given.value,
      this.#hasTerritory,
    ];
    if (!this.#opened?.key.every((part, i) => part === key[i]))
      this.#opened = {key, source: this.#open()};
    return this.#opened.source;
  }

  #open(): PortalSource | LoadError | undefined {
    const found = this.#find();
    if (!found || found instanceof LoadError) return found;
    const tell = (line: string): void => this.warn(line);
    const source = withOwnLinks(found, this.linkOrigin, tell);
    const located = withPlaces(source, this.places, tell);
    return this.#hasTerritory ? withTerritories(located, this.places, tell) : located;
  }

  get #hasTerritory(): boolean {
    return !!(this.epci || this.departement || this.region);
  }

  #find(): PortalSource | LoadError | undefined {
    if (this.items) return new ItemsSource(this.itemsDocument(this.items), line => this.warn(line));
    try {
      const own = openSource(this, line => this.warn(line));
      if (own) return own;
    } catch (error) {
      return error as LoadError;
    }
    if (this.#given.value) return this.#given.value;
    if (this.#given.value === undefined && this.closest('spass-portal')) return undefined;
    return new LoadError(
      'unsupported',
      'api',
      'there is no api attribute, nor a <spass-portal> around it that has a good one',
    );
  }

  /** Sorts the records of `items` into collections. */
  protected itemsDocument(items: readonly unknown[]): ItemsDocument {
    return {[this.collection]: items};
  }

  /** The filter that the attributes fix. */
  protected get fixedFilter(): Filter {
    const filter: Record<string, unknown> = {q: this.q, from: this.from, to: this.to};
    for (const name of [...LIST_FILTERS, ...TERRITORIES])
      filter[name] = splitList(String((this[name] as string | null) ?? ''));
    return filter;
  }

  /** The question that the attributes alone ask. */
  protected get fixedQuery(): Query {
    return {...this.fixedFilter, sort: this.sort || undefined};
  }

  /** A load of records that starts again whenever the source or the question changes. The first is the element's own. */
  protected loadRecords<K extends CollectionName>(
    collection: K | (() => K),
    ask: () => Query | undefined,
    how: 'find' | 'all' = 'find',
    most?: number,
  ): LoadController<readonly unknown[], Answer<Collections[K]>> {
    const isMain = this.#loads.length === 0;
    const name = (): K => (typeof collection === 'function' ? collection() : collection);
    const load = new LoadController<readonly unknown[], Answer<Collections[K]>>(this, {
      args: () => {
        const source = this.openedSource;
        return source && [source, name(), JSON.stringify(ask() ?? null)];
      },
      load: async (_args, signal, reload) => {
        const source = this.openedSource;
        const query = ask();
        if (source instanceof LoadError) throw source;
        if (!query || !source) return NOTHING;
        return source[how](name(), query, {signal, reload, most});
      },
      done: state => {
        if (isMain) void this.#loaded(state);
      },
    });
    this.#loads.push(load);
    return load;
  }

  /** How many records an answer shows, once they are drawn; an element that leaves some out knows better. */
  protected drawn({total}: Answer): number | Promise<number> {
    return total;
  }

  /** Hears that the first load has ended and is drawn; `total` records are, if it was one. */
  protected loaded(_state: LoadState<Answer>, _total: number): void {}

  async #loaded(state: LoadState<Answer>): Promise<void> {
    await this.updateComplete;
    const drawn = state.status === 'ready' ? this.drawn(state.value) : 0;
    const total = typeof drawn === 'number' ? drawn : await drawn;
    this.loaded(state, total);
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

  protected warn(line: string): void {
    warnOnce(this, line);
  }

  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }
}

const isLacking = (state: LoadState<unknown>): boolean =>
  state.status === 'failed' ||
  (state.status === 'ready' && (state.value as Answer).staleSince !== undefined);
