import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {PendingWork} from './load-controller.js';

/** Delay after the last keystroke, in milliseconds, before a server is queried and the result is announced. */
const DEBOUNCE_MS = 500;
/** Minimum number of characters for querying a server while typing. */
const MIN_QUERY_LENGTH = 3;

interface SearchInputOptions {
  /** Query of the current results. */
  currentQuery(): string;
  /** True if the data are in memory, so that each keystroke can be answered. */
  isInMemory(): boolean;
  search(query: string): void;
  /**
   * Called after the delay if a search was made.
   *
   * @param isSearchedNow True if the search was made only now.
   */
  onTypingEnd(isSearchedNow: boolean): void;
}

/** Holds the text of a search field and decides when to search. */
export class SearchInputController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: SearchInputOptions;
  #draft = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasSearched = false;
  readonly #delayedSearch = new PendingWork();

  constructor(host: ReactiveControllerHost, options: SearchInputOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /**
   * Text of the field: the draft while it corresponds to the current query, else that query. The caret does not move.
   */
  get value(): string {
    const current = this.#options.currentQuery();
    return this.pending.length > 0 || this.isTooShort || this.#query === current
      ? this.#draft
      : current;
  }

  /** True if the text is too short for querying a server while typing. */
  get isTooShort(): boolean {
    const {length} = this.#query;
    return length > 0 && length < MIN_QUERY_LENGTH && this.#query !== this.#options.currentQuery();
  }

  get pending(): Promise<void>[] {
    return this.#delayedSearch.pending;
  }

  get #query(): string {
    return this.#draft.trim().replace(/\s+/g, ' ');
  }

  setText(text: string): void {
    this.#draft = text;
    clearTimeout(this.#timer);
    const {length} = this.#query;
    if (length === 0 || this.#options.isInMemory()) this.submit();
    else if (length < MIN_QUERY_LENGTH || this.#query === this.#options.currentQuery())
      this.#delayedSearch.end();
    else this.#delayedSearch.start();
    this.#timer = setTimeout(() => {
      const isDelayed = this.pending.length > 0;
      if (isDelayed) this.submit();
      if (this.#hasSearched) this.#options.onTypingEnd(isDelayed);
      this.#hasSearched = false;
    }, DEBOUNCE_MS);
    this.#host.requestUpdate();
  }

  /** Searches immediately. */
  submit(): void {
    if (this.#query !== this.#options.currentQuery()) {
      this.#hasSearched = true;
      this.#options.search(this.#query);
    }
    this.#delayedSearch.end();
  }

  /** Discards the text and the delayed search. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#draft = '';
    this.#hasSearched = false;
    this.#delayedSearch.end();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.clear();
  }
}
