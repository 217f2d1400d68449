import {html, nothing, type ReactiveElement} from 'lit';
import {PartController} from '../../controllers/part-controller.js';
import type {PortalSource} from '../../data/source.js';
import type {Query} from '../../model/query.js';
import type {ChapterOptions, ChapterView} from './chapters.js';
import {loadChapters} from './load-chapters.js';

interface Options extends ChapterOptions {
  /** Whether the page asks for chapters. */
  isWanted(): boolean;
  source(): PortalSource | undefined;
  /** What the page and the reader have chosen; undefined when nothing can fit both. */
  chosen(): Query | undefined;
}

/** The chapters of a list, where there are some; what they take is fetched when a page asks for them. */
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

  /** Takes up what has come. */
  follow(): void {
    this.#part.value?.follow();
  }

  get isShown(): boolean {
    return this.#options.isWanted() && !!this.#part.value?.isShown;
  }

  /** The question for the chapters of the portals that the page and the reader have chosen, whatever else they have. */
  named(): Query | undefined {
    const {isWanted, source, chosen, i18n} = this.#options;
    const opened = source();
    // Whatever else a foreign source holds, it is no chapters.
    if (!isWanted() || !opened || opened.isForeign) return undefined;
    const both = chosen();
    return both && {portal: both.portal ?? [], lang: i18n.language};
  }

  /** The question for all that may stand in them. */
  all(): Query | undefined {
    const question = this.#options.question();
    return this.named() && question && {...question, facets: [], limit: undefined};
  }

  /** The chapters, or the list with what is to be said of them. */
  render(list: () => unknown): unknown {
    const {value, pending} = this.#part;
    if (!this.#options.isWanted()) return list();
    if (value?.isShown) return value.render();
    if (pending.length || value?.isAwaited)
      return html`<p>${this.#options.i18n.messages.loading}</p>`;
    return html`${value?.renderFailure() ?? nothing}${list()}`;
  }
}
