import {html, nothing, type ReactiveElement} from 'lit';
import {LazyModuleController} from '../../controllers/lazy-module-controller.js';
import type {PortalSource} from '../../data/source.js';
import type {Query} from '../../model/query.js';
import type {ChapterViewOptions, ChapterView} from './chapters.js';

interface ListChaptersOptions extends ChapterViewOptions {
  /** True if the `chapters` attribute is set. */
  isEnabled(): boolean;
  source(): PortalSource | undefined;
  /** Fixed and selected filter; undefined if no record can match both. */
  selectedFilter(): Query | undefined;
}

/** Optional chapters of a list. Their code is loaded when they are enabled. */
export class ListChapters {
  readonly #options: ListChaptersOptions;
  readonly #view: LazyModuleController<ChapterView>;

  constructor(host: ReactiveElement, options: ListChaptersOptions) {
    this.#options = options;
    this.#view = new LazyModuleController(
      host,
      () => options.isEnabled(),
      async () => new (await import('./chapters.js')).ChapterView(host, options),
    );
  }

  get pending(): Promise<void>[] {
    return this.#view.pending;
  }

  /** Updates the chapters after a change of the loaded records. */
  update(): void {
    this.#view.value?.update();
  }

  get hasChapters(): boolean {
    return this.#options.isEnabled() && !!this.#view.value?.hasChapters;
  }

  /** Query for the chapters of the fixed and selected portals. Other filters do not apply to chapters. */
  chapterQuery(): Query | undefined {
    const {isEnabled, source, selectedFilter, i18n} = this.#options;
    const openedSource = source();
    // Foreign sources have no chapters.
    if (!isEnabled() || !openedSource || openedSource.isForeign) return undefined;
    const filter = selectedFilter();
    return filter && {portal: filter.portal ?? [], lang: i18n.language};
  }

  /** Query for all resources that may belong to the chapters. */
  resourceQuery(): Query | undefined {
    const query = this.#options.query();
    return this.chapterQuery() && query && {...query, facets: [], limit: undefined};
  }

  /** Renders the chapters, or the list with an error message if there is one. */
  render(renderList: () => unknown): unknown {
    const {value: view, pending} = this.#view;
    if (!this.#options.isEnabled()) return renderList();
    if (view?.hasChapters) return view.render();
    if (pending.length || view?.isLoading)
      return html`<p>${this.#options.i18n.messages.loading}</p>`;
    return html`${view?.renderFailure() ?? nothing}${renderList()}`;
  }
}
