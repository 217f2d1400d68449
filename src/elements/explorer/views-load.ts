import type {LitElement} from 'lit';
import {LoadErrorEvent} from '../../events/error-event.js';
import {LoadEvent} from '../../events/load-event.js';
import {TAGS, type View} from './views.js';

/** Interface of the widgets inside an explorer. */
interface Widget extends HTMLElement {
  readonly loadComplete: Promise<void>;
  reload(): Promise<void>;
}

interface Options {
  shown(): readonly View[];
  /** Called when the load of another view has ended. */
  changed(): void;
}

/** Combines the loads of all views: dispatches one `spass-load` and one `spass-error` for all of them. */
export class ViewsLoad {
  readonly #host: LitElement;
  readonly #options: Options;
  /** Last load event of each widget, by tag. */
  readonly #ends = new Map<string, LoadEvent | LoadErrorEvent>();
  /** Views that were hidden during a reload. */
  readonly #old = new Set<View>();
  /** True if the views still show records of the source before this one. */
  #hasPrevious = false;
  #told: unknown;
  #isTelling = false;

  constructor(host: LitElement, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController({hostUpdated: () => this.#renew()});
  }

  /** Visible widgets. */
  get elements(): readonly Widget[] {
    const {renderRoot} = this.#host;
    return [...renderRoot.querySelectorAll<Widget>('.filter, .view:not([hidden]) > .widget')];
  }

  isSame(elements: readonly Element[]): boolean {
    const now = this.elements;
    return now.length === elements.length && now.every((one, i) => one === elements[i]);
  }

  get #ended() {
    return this.#options.shown().map(view => this.#ends.get(TAGS[view]));
  }

  /** True if any view has its records, also one that is put away. */
  get #hasLoaded(): boolean {
    return Object.values(TAGS).some(tag => this.#ends.get(tag) instanceof LoadEvent);
  }

  /** True once a view has drawn records: one that is opened later loads in its own place, as does another source. */
  get isDrawn(): boolean {
    return this.#hasPrevious || this.#hasLoaded;
  }

  /** True if every view that is shown has failed, and no other has anything that the reader could go back to. */
  get hasFailed(): boolean {
    return !this.#hasLoaded && this.#ended.every(end => end instanceof LoadErrorEvent);
  }

  /** Returns true if an error has already been reported, and marks it as reported. */
  hasTold(error: unknown): boolean {
    const before = this.#told;
    this.#told = error;
    return before === error;
  }

  /** Starts anew for another source. `isShown`: the views stay, with what they show until its records come. */
  forget(isShown: boolean): void {
    this.#hasPrevious = isShown && this.isDrawn && !this.hasFailed;
    this.#ends.clear();
    this.#old.clear();
  }

  async reload(): Promise<void> {
    if (this.hasFailed) this.forget(false);
    for (const view of Object.keys(TAGS) as View[])
      if (!this.#options.shown().includes(view)) this.#old.add(view);
    this.#options.changed();
    await Promise.all(this.elements.map(element => element.reload()));
  }

  /** Reloads views that were hidden during the last reload. */
  #renew(): void {
    for (const element of this.elements) {
      const view = element.parentElement?.dataset['view'] as View | undefined;
      if (view && this.#old.delete(view) && this.#ends.has(element.localName))
        void element.reload();
    }
  }

  readonly heard = (event: LoadEvent | LoadErrorEvent): void => {
    const {localName} = event.currentTarget as Element;
    this.#ends.set(localName, event);
    this.#options.changed();
    if (!this.#isTelling) void this.#tell();
  };

  async #tell(): Promise<void> {
    this.#isTelling = true;
    await (this.#host as unknown as Widget).loadComplete;
    this.#isTelling = false;
    if (!this.#host.isConnected) return;
    const ended = this.#ended;
    const loads = ended.filter(end => end instanceof LoadEvent);
    const failure = ended.find(end => end instanceof LoadErrorEvent);
    const sum = (of: 'total' | 'dropped'): number => loads.reduce((all, load) => all + load[of], 0);
    if (loads.length) this.#host.dispatchEvent(new LoadEvent(sum('total'), sum('dropped')));
    if (failure) this.#host.dispatchEvent(new LoadErrorEvent(failure.kind, failure.message));
  }
}
