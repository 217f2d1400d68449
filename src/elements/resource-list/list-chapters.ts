import {html, nothing, type ReactiveElement} from 'lit';
import {PartController} from '../../controllers/part-controller.js';
import type {PortalSource} from '../../data/source.js';
import type {Query} from '../../model/query.js';
import type {ChapterOptions, ChapterView} from './chapters.js';
import {loadChapters} from './load-chapters.js';

interface Options extends ChapterOptions {
  /** True if the `chapters` attribute is set. */
  isWanted(): boolean;
  source(): PortalSource | undefined;
  /** Fixed and selected filter; undefined if no record can match both. */
  chosen(): Query | undefined;
}

/** Optional chapters of a list. Their code is loaded when they are enabled. */
export class ListChapters {
  readonly #options: Options;
  readonly #part: PartController<ChapterView>;

  constructor(host: ReactiveElement, options: Options) {
    this.#options = options;
    this.#part = new PartController(
      host,
      () => options.isWanted(),
      async () => new (await loadChapters()).ChapterView(host, options),
    );
  }

  get pending(): Promise<void>[] {
    return this.#part.pending;
  }

  /** Updates the chapters after a change of the loaded records. */
  follow(): void {
    this.#part.value?.follow();
  }

  get isShown(): boolean {
    return this.#options.isWanted() && !!this.#part.value?.isShown;
  }

  /** Query for the chapters of the fixed and selected portals. Other filters do not apply to chapters. */
  named(): Query | undefined {
    const {isWanted, source, chosen, i18n} = this.#options;
    const opened = source();
    // Foreign sources have no chapters.
    if (!isWanted() || !opened || opened.isForeign) return undefined;
    const both = chosen();
    return both && {portal: both.portal ?? [], lang: i18n.language};
  }

  /** Query for all resources that may belong to the chapters. */
  all(): Query | undefined {
    const question = this.#options.question();
    return this.named() && question && {...question, facets: [], limit: undefined};
  }

  /** Renders the chapters, or the list with an error message if there is one. */
  render(list: () => unknown): unknown {
    const {value, pending} = this.#part;
    if (!this.#options.isWanted()) return list();
    if (value?.isShown) return value.render();
    if (pending.length || value?.isAwaited)
      return html`<p>${this.#options.i18n.messages.loading}</p>`;
    return html`${value?.renderFailure() ?? nothing}${list()}`;
  }
}
