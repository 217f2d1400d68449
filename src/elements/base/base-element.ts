import {adoptStyles, LitElement, type ReactiveController} from 'lit';
import {property} from 'lit/decorators.js';
import {yieldToMain} from '../../data/scheduling.js';
import {acceptTexts} from './attribute-converters.js';
import {renderRootFor} from './prerendered-content.js';
import type {ElementView, ViewClass, ViewLoader} from './widget-view.js';
import {warnAboutUnknownAttributes, warnIfInvalid, warnOnce} from './warn.js';

// Types the events for importers of a single tag too.
export type {WidgetEventMap} from '../../events/events.js';

/** Creates the view of an element before its first update, or as soon as the code of the view is loaded. */
class ViewController<V extends ElementView> implements ReactiveController {
  /** View of the element; undefined while its code is loading. */
  view: V | undefined;
  /** True if the code could not be loaded. Another element of the same tag tries again. */
  hasFailed = false;
  /** Resolves when the view is there, or its fallback; undefined if its code is not loading. */
  loading: Promise<void> | undefined;
  readonly #host: LitElement;
  readonly #load: ViewLoader<never, V>;
  readonly #createFallback: () => V | undefined;
  /** Has the state `loading` until the view is rendered: style sheets of the page select it to reserve space. */
  readonly #states: CustomStateSet | undefined;

  /**
   * Creates a controller.
   *
   * @param createFallback Creates the view used if the code cannot be loaded.
   */
  constructor(host: LitElement, load: ViewLoader<never, V>, createFallback: () => V | undefined) {
    this.#host = host;
    this.#load = load;
    this.#createFallback = createFallback;
    // The DOM of `prerender` has no internals.
    this.#states = (host as Partial<LitElement>).attachInternals?.().states;
    host.addController(this);
  }

  /** Promises that `loadComplete` waits for. */
  get pending(): readonly Promise<unknown>[] {
    return this.view?.pending?.() ?? (this.loading ? [this.loading] : []);
  }

  hostConnected(): void {
    if (!this.view && !this.hasFailed) this.#states?.add('loading');
  }

  hostUpdate(): void {
    if (!this.loading && !this.view && !this.hasFailed) {
      const loaded = this.#load();
      // No `instanceof Promise`: polyfills and zone.js replace the global, but modules load with the built-in one.
      if (typeof loaded === 'function') this.#create(loaded);
      else this.loading = this.#wait(loaded);
    }
    if (!this.loading) this.#states?.delete('loading');
    this.view?.willUpdate?.();
    // Chrome translates a page by replacing each text with such an element. Lit would write into it, without effect.
    for (const font of this.#host.renderRoot.querySelectorAll<HTMLElement>('font'))
      font.replaceWith(font.textContent);
  }

  async #wait(loaded: Promise<ViewClass<never, V>>): Promise<void> {
    try {
      const View = await loaded;
      // The code has just been evaluated, in the same task. Inside another element, the page would keep no room.
      if (this.#host.getRootNode() === document) await yieldToMain();
      this.#create(View);
    } catch {
      this.hasFailed = true; // The loader has logged the reason.
      this.view = this.#createFallback();
      if (this.view) this.#host.addController(this.view);
    }
    this.loading = undefined;
    this.#host.requestUpdate();
  }

  #create(View: ViewClass<never, V>): void {
    this.view = new View(this.#host as never);
    const {shadowRoot} = this.#host;
    // Beside the sheets of other code that has loaded before the view.
    if (shadowRoot)
      adoptStyles(shadowRoot, [...shadowRoot.adoptedStyleSheets, ...(View.styles ?? [])]);
    this.#host.addController(this.view);
  }
}

/** Base class of elements whose view may be loaded on first need, and whose attributes are checked. */
export abstract class BaseElement<V extends ElementView = ElementView> extends LitElement {
  /**
   * Returns the class of the view, or loads it. Set by `define/…`, where the view is in the same module graph.
   *
   * @internal
   */
  static loadView?: ViewLoader<never>;

  /** Shows configuration errors in place, while a page is being built. */
  @property({type: Boolean, reflect: true}) diagnostics = false;

  constructor() {
    super();
    acceptTexts(this);
  }

  readonly #viewController = this.#createViewController();
  #resolveRemoved: (() => void) | undefined;

  #createViewController(): ViewController<V> | undefined {
    const {loadView} = this.constructor as typeof BaseElement;
    return (
      loadView &&
      new ViewController(this, loadView as ViewLoader<never, V>, () => this.createFallback?.())
    );
  }

  /**
   * View of the element; undefined while its code is loading.
   *
   * @internal
   */
  get view(): V | undefined {
    return this.#viewController?.view;
  }

  /** True if the code of the view could not be loaded. */
  protected get hasViewFailed(): boolean {
    return this.#viewController?.hasFailed ?? false;
  }

  /** Creates the view used if the code cannot be loaded; undefined for the page’s own content alone. */
  protected createFallback?(): V | undefined;

  /** Returns the promises to wait for. */
  protected pending(): Promise<unknown>[] {
    return [...(this.#viewController?.pending ?? [])];
  }

  /** Called when nothing is pending. Returns true if it has started further work. */
  protected handleComplete?(): boolean;

  /**
   * Resolves when the data or an error are rendered. Replaced by a new promise when the query changes. Never rejects;
   * resolves immediately when the element is removed.
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
        if (this.handleComplete?.()) continue;
        return;
      }
      const removed = new Promise<void>(resolve => (this.#resolveRemoved = resolve));
      await Promise.race([Promise.all(pending), removed]);
    }
  }

  /** Loads again what the element shows, bypassing all caches. */
  async reload(): Promise<void> {
    await this.#loadView();
    await this.startReload();
    await this.loadComplete;
  }

  async #loadView(): Promise<void> {
    await this.updateComplete;
    const loading = this.#viewController?.loading;
    if (!loading) return;
    await loading;
    await this.updateComplete;
  }

  /** Calls back with the view, once it is there: in the same task if it is there already. */
  protected async withView(callback: (view: V | undefined) => void): Promise<void> {
    if (!this.view) await this.#loadView();
    callback(this.view);
  }

  /** Starts a reload, once the view is there. */
  protected abstract startReload(): void | Promise<void>;

  /**
   * Logs a warning for the webmaster. Passed to the source with each query.
   *
   * @internal
   */
  readonly warn = (message: string): void => warnOnce(this, message);

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
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resolveRemoved?.();
  }

  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }
}
