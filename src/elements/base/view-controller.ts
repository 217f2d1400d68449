import {adoptStyles, type CSSResultOrNative, type LitElement, type ReactiveController} from 'lit';
import type {ElementView, ViewClass, ViewLoader} from './widget-view.js';

/** Creates the view of an element before its first update, or as soon as the code of the view is loaded. */
export class ViewController<V extends ElementView> implements ReactiveController {
  /** View of the element; undefined while its code is loading. */
  view: V | undefined;
  /** True if the code could not be loaded. Another element of the same tag tries again. */
  hasFailed = false;
  readonly #host: LitElement;
  readonly #load: ViewLoader<never, V>;
  readonly #createFallback: () => V | undefined;
  #loading: Promise<void> | undefined;

  /**
   * Creates a controller.
   *
   * @param createFallback Creates the view used if the code cannot be loaded.
   */
  constructor(host: LitElement, load: ViewLoader<never, V>, createFallback: () => V | undefined) {
    this.#host = host;
    this.#load = load;
    this.#createFallback = createFallback;
    host.addController(this);
  }

  /** Promises that `loadComplete` waits for. */
  get pending(): readonly Promise<unknown>[] {
    return this.view?.pending?.() ?? (this.#loading ? [this.#loading] : []);
  }

  /** Resolves when the view is there, or its fallback. */
  get loading(): Promise<void> | undefined {
    return this.#loading;
  }

  hostUpdate(): void {
    if (!this.#loading && !this.view && !this.hasFailed) {
      const loaded = this.#load();
      // No `instanceof Promise`: polyfills and zone.js replace the global, but modules load with the built-in one.
      if (typeof loaded === 'function') this.#create(loaded);
      else this.#loading = this.#wait(loaded);
    }
    this.view?.willUpdate?.();
  }

  async #wait(loaded: Promise<ViewClass<never, V>>): Promise<void> {
    // Style sheets of the page select this state to reserve space.
    const {states} = this.#host.attachInternals();
    states.add('loading');
    try {
      this.#create(await loaded);
    } catch {
      this.hasFailed = true; // The loader has logged the reason.
      this.#adoptStyles([]);
      this.view = this.#createFallback();
      if (this.view) this.#host.addController(this.view);
    }
    states.delete('loading');
    this.#loading = undefined;
    this.#host.requestUpdate();
  }

  #create(View: ViewClass<never, V>): void {
    this.view = new View(this.#host as never);
    this.#adoptStyles(View.styles ?? []);
    this.#host.addController(this.view);
  }

  #adoptStyles(viewStyles: readonly CSSResultOrNative[]): void {
    const {constructor, shadowRoot} = this.#host;
    const {elementStyles} = constructor as typeof LitElement;
    if (shadowRoot) adoptStyles(shadowRoot, [...elementStyles, ...viewStyles]);
  }
}
