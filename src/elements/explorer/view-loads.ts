import type {LitElement} from 'lit';
import {LoadErrorEvent, LoadEvent, type RecordCounts} from '../../events/events.js';
import type {StatusController} from '../../controllers/status-controller.js';
import type {CollectionName} from '../../model/records.js';
import {type View, isView, splitWords} from './views.js';

const VIEW_TAGS = {
  cards: 'spass-portal-cards',
  list: 'spass-resource-list',
  map: 'spass-project-map',
  timeline: 'spass-programme-timeline',
} as const satisfies Record<View, string>;

/** Returns the words of a list that are not names of views. */
export const unknownViews = (list: string): readonly string[] =>
  splitWords(list).filter(word => !isView(word));

/** Interface of the widgets inside an explorer. */
export interface ViewElement extends HTMLElement {
  /** Undefined until the element is defined. */
  readonly status?: StatusController;
  readonly loadComplete: Promise<void>;
  reload(): Promise<void>;
}

/** Members of the explorer that its loads use. */
interface ExplorerViews {
  readonly visibleViews: readonly View[];
}

/** Combines the loads of all views: dispatches one `spass-load` and one `spass-error` for all of them. */
export class ViewLoads {
  readonly #host: LitElement;
  readonly #explorer: ExplorerViews;
  /** Last load event of each widget, by tag. */
  readonly #lastEvents = new Map<string, LoadEvent | LoadErrorEvent>();
  /** Views that were hidden during a reload. */
  readonly #staleViews = new Set<View>();
  /** True if the views still show records of the source before this one. */
  #hasPrevious = false;
  #reportedError: unknown;
  #isDispatching = false;

  constructor(host: LitElement, explorer: ExplorerViews) {
    this.#host = host;
    this.#explorer = explorer;
    host.addController({hostUpdated: () => this.#reloadStaleViews()});
  }

  /** Visible widgets. */
  get elements(): readonly ViewElement[] {
    const {renderRoot} = this.#host;
    return [...renderRoot.querySelectorAll<ViewElement>('.filter, .view:not([hidden]) > .widget')];
  }

  get #visibleEvents() {
    return this.#explorer.visibleViews.map(view => this.#lastEvents.get(VIEW_TAGS[view]));
  }

  /** True if any view has its records, even a hidden one. */
  get #hasLoaded(): boolean {
    return Object.values(VIEW_TAGS).some(tag => this.#lastEvents.get(tag) instanceof LoadEvent);
  }

  /** True once a view has drawn records: one that is opened later loads in its own place, as does another source. */
  get hasRecords(): boolean {
    return this.#hasPrevious || this.#hasLoaded;
  }

  /** True until the first view, or any other, has its records or its failure. */
  get isWaiting(): boolean {
    return !this.hasRecords && !this.#visibleEvents[0];
  }

  /** True if every view that is shown has failed, and no other has anything that the reader could go back to. */
  get hasFailed(): boolean {
    return !this.#hasLoaded && this.#visibleEvents.every(end => end instanceof LoadErrorEvent);
  }

  /** Returns true if an error has already been reported, and marks it as reported. */
  markReported(error: unknown): boolean {
    const before = this.#reportedError;
    this.#reportedError = error;
    return before === error;
  }

  /** Starts again for another source. With `isShown`, the views keep their content until its records are loaded. */
  reset(isShown: boolean): void {
    this.#hasPrevious = isShown && this.hasRecords && !this.hasFailed;
    this.#lastEvents.clear();
    this.#staleViews.clear();
  }

  async reload(): Promise<void> {
    if (this.hasFailed) this.reset(false);
    for (const view of Object.keys(VIEW_TAGS) as View[])
      if (!this.#explorer.visibleViews.includes(view)) this.#staleViews.add(view);
    this.#host.requestUpdate();
    await Promise.all(this.elements.map(element => element.reload()));
  }

  /** Reloads views that were hidden during the last reload. */
  #reloadStaleViews(): void {
    for (const element of this.elements) {
      const view = element.parentElement?.dataset['view'] as View | undefined;
      if (view && this.#staleViews.delete(view) && this.#lastEvents.has(element.localName))
        void element.reload();
    }
  }

  readonly handleLoadEnd = (event: LoadEvent | LoadErrorEvent): void => {
    const {localName} = event.currentTarget as Element;
    this.#lastEvents.set(localName, event);
    this.#host.requestUpdate();
    if (!this.#isDispatching) void this.#dispatchCombined();
  };

  async #dispatchCombined(): Promise<void> {
    this.#isDispatching = true;
    await (this.#host as unknown as ViewElement).loadComplete;
    this.#isDispatching = false;
    if (!this.#host.isConnected) return;
    const events = this.#visibleEvents;
    const loadEvents = events.filter(end => end instanceof LoadEvent);
    const errorEvent = events.find(end => end instanceof LoadErrorEvent);
    if (loadEvents.length) {
      const dropped = loadEvents.reduce((sum, event) => sum + event.dropped, 0);
      const counts = mergeCounts(loadEvents.map(event => event.counts));
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      this.#host.dispatchEvent(new LoadEvent(total, dropped, counts));
    }
    if (errorEvent)
      this.#host.dispatchEvent(new LoadErrorEvent(errorEvent.kind, errorEvent.message));
  }
}

/** Combines the counts of several views. Records of a collection that several of them show are counted once. */
function mergeCounts(all: readonly RecordCounts[]): RecordCounts {
  const merged: Partial<Record<CollectionName, number>> = {};
  for (const counts of all)
    for (const [name, count] of Object.entries(counts) as [CollectionName, number][])
      merged[name] = Math.max(merged[name] ?? 0, count);
  return merged;
}
