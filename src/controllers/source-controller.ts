import {type Context, ContextConsumer, createContext} from '@lit/context';
import type {LitElement, ReactiveController} from 'lit';
import {LoadError, SchemaError} from '../data/client/errors.js';
import {decorateSource, openSource, type SourceAttributes} from '../data/open-source.js';
import type {PortalSource} from '../data/source.js';
import {checkDocument, type ItemsDocument, ItemsSource} from '../data/sources/document/document.js';
import type {WarningHandler} from '../data/sources/shared/warning-log.js';
import {memo} from '../model/memo.js';
import {TERRITORIES, type TerritoryKind} from '../model/query.js';
import type {CollectionName} from '../model/records.js';

/**
 * Source of the widgets inside a `<spass-portal>`: null if its `api` is empty or invalid, undefined before it is set.
 */
export const sourceContext = createContext<PortalSource | null | undefined>(
  Symbol.for('spass/source/1'),
);

/** Consumes a context of the surrounding `<spass-portal>`. */
export class PortalContextConsumer<C extends Context<unknown, unknown>> extends ContextConsumer<
  C,
  LitElement
> {
  constructor(host: LitElement, context: C) {
    super(host, {context, subscribe: true});
  }

  override hostConnected(): void {
    super.hostConnected();
    // A portal that is defined after its widgets has missed their first request.
    if (this.host.closest('spass-portal:not(:defined)'))
      void customElements.whenDefined('spass-portal').then(() => super.hostConnected());
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    // The last value is wrong outside that portal.
    delete this.value;
  }
}

/** Name of the data block in messages. */
const DATA_BLOCK_NAME = '<script type="application/json">';

/** Selector of the `<script>` child in which a page writes the records of a widget. */
export const DATA_BLOCK = ':scope>script[type="application/json"]:not([data-spass-messages])';

/** Attributes that select and complete the source of an element. */
export interface ElementSourceAttributes
  extends Required<SourceAttributes>, Readonly<Record<TerritoryKind, string>> {
  readonly places: string;
  readonly linkOrigin: string;
  /** Id of the only record to show; empty for all. */
  readonly record?: string;
  readonly items?: readonly unknown[] | undefined;
}

export interface SourceHost extends LitElement, ElementSourceAttributes {
  /** Collection of `items`. */
  readonly collection: CollectionName;
  readonly warn: WarningHandler;
}

export type MaybeSource = PortalSource | LoadError | undefined;

/**
 * Opens the source of an element: its `items`, else the JSON inside its tag, else its attributes, else the source of the
 * surrounding `<spass-portal>`.
 */
export class SourceController implements ReactiveController {
  /** Returns the source to load from. Replaced by elements that do not always use their attributes. */
  selectSource = (): MaybeSource => this.attributeSource;
  /** Groups the records of `items` by collection. */
  toDocument = (items: readonly unknown[]): ItemsDocument => ({[this.#host.collection]: items});
  /** True if the records come from the source of the surrounding `<spass-portal>`. */
  usesPortal = false;

  readonly #host: SourceHost;
  readonly #portalSource: PortalContextConsumer<typeof sourceContext>;
  /** Text of the first data block in the tag; undefined without one. */
  #dataText: string | undefined;
  readonly #dataObserver = new MutationObserver(() => this.#readDataBlock());
  #attempts = 0;
  readonly #attributeSource = memo(
    () => {
      const {items, api, source, fields, keep, places, linkOrigin, record} = this.#host;
      const attributes = [items, api, source, fields, keep, places, linkOrigin, record];
      const sources = [this.#dataText, this.#portalSource.value];
      return [...attributes, ...sources, this.#hasTerritory, this.#attempts];
    },
    () => this.#openSource(),
  );

  constructor(host: SourceHost) {
    this.#host = host;
    this.#portalSource = new PortalContextConsumer(host, sourceContext);
    host.addController(this);
  }

  hostConnected(): void {
    this.#dataObserver.observe(this.#host, {childList: true, subtree: true, characterData: true});
    this.#readDataBlock();
  }

  hostDisconnected(): void {
    this.#dataObserver.disconnect();
  }

  /** Source of the records, or the error that prevents it. Undefined until a source is known. */
  get source(): MaybeSource {
    return this.selectSource();
  }

  /** Source from `items`, the JSON inside the tag, the attributes or the surrounding `<spass-portal>`. */
  get attributeSource(): MaybeSource {
    return this.#attributeSource();
  }

  /** Source of the records; undefined until one is known, and after an error. */
  get openedSource(): PortalSource | undefined {
    const {source} = this;
    return source instanceof LoadError ? undefined : source;
  }

  /** Name of the source; empty without one. */
  get sourceName(): string {
    return this.openedSource?.name ?? '';
  }

  /** Opens the source again, after an error. */
  protected reopenSource(): void {
    this.#attempts++;
  }

  #readDataBlock(): void {
    const text = this.#host.querySelector(DATA_BLOCK)?.textContent;
    if (text === this.#dataText) return;
    this.#dataText = text;
    this.#host.requestUpdate();
  }

  #openSource(): MaybeSource {
    const source = this.#findSource();
    return !source || source instanceof LoadError
      ? source
      : decorateSource(source, this.#host, this.#hasTerritory);
  }

  get #hasTerritory(): boolean {
    return TERRITORIES.some(name => this.#host[name]);
  }

  #findSource(): MaybeSource {
    const host = this.#host;
    this.usesPortal = false;
    if (host.items) return new ItemsSource(this.toDocument(host.items), host.warn);
    try {
      const ownSource = this.#openDataBlock() ?? openSource(host);
      if (ownSource) return ownSource;
    } catch (error) {
      return error as LoadError;
    }
    const {value: portalSource} = this.#portalSource;
    this.usesPortal = Boolean(portalSource);
    if (portalSource) return portalSource;
    if (portalSource === undefined && host.closest('spass-portal')) return undefined;
    return new LoadError(
      'unsupported',
      'api',
      'there is no api attribute, nor a <spass-portal> with one around it',
    );
  }

  /**
   * Opens the JSON inside the tag: a list, as in `items`, or a portal document with collections.
   *
   * @throws {SchemaError} if the text is neither of them.
   */
  #openDataBlock(): ItemsSource | undefined {
    if (this.#dataText === undefined) return undefined;
    let value: unknown;
    try {
      value = JSON.parse(this.#dataText);
    } catch (error) {
      throw new SchemaError(DATA_BLOCK_NAME, String(error));
    }
    const document = Array.isArray(value)
      ? this.toDocument(value)
      : checkDocument(value, DATA_BLOCK_NAME);
    return new ItemsSource(document, this.#host.warn);
  }
}
