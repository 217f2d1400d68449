import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Delay after the last keystroke, in milliseconds, before a server is queried and the result is announced. */
const QUIET = 500;
/** Minimum number of characters for querying a server while typing. */
const LEAST = 3;

interface Options {
  /** Query of the current results. */
  asked(): string;
  /** True if the data are in memory, so that each keystroke can be answered. */
  isAtHand(): boolean;
  ask(words: string): void;
  /**
   * Called after the delay if a search was made.
   *
   * @param isSearchedNow True if the search was made only now.
   */
  quiet(isAskedNow: boolean): void;
}

/** Holds the text of a search field and decides when to search. */
export class SearchController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #draft = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasAsked = false;
  #waiting: Promise<void> | undefined;
  #stopWaiting: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /**
   * Text of the field: the draft while it corresponds to the current query, else that query. The caret does not move.
   */
  get value(): string {
    const asked = this.#options.asked();
    return this.#waiting || this.isShort || this.#words === asked ? this.#draft : asked;
  }

  /** True if the text is too short for querying a server while typing. */
  get isShort(): boolean {
    const {length} = this.#words;
    return length > 0 && length < LEAST && this.#words !== this.#options.asked();
  }

  /** Delayed search, if any. */
  get pending(): Promise<void>[] {
    return this.#waiting ? [this.#waiting] : [];
  }

  get #words(): string {
    return this.#draft.trim().replace(/\s+/g, ' ');
  }

  type(draft: string): void {
    this.#draft = draft;
    clearTimeout(this.#timer);
    const {length} = this.#words;
    if (length === 0 || this.#options.isAtHand()) this.enter();
    else if (length < LEAST || this.#words === this.#options.asked()) this.#release();
    else this.#waiting ??= new Promise(resolve => (this.#stopWaiting = resolve));
    this.#timer = setTimeout(() => {
      const isWaiting = this.#waiting !== undefined;
      if (isWaiting) this.enter();
      if (this.#hasAsked) this.#options.quiet(isWaiting);
      this.#hasAsked = false;
    }, QUIET);
    this.#host.requestUpdate();
  }

  /** Searches immediately. */
  enter(): void {
    if (this.#words !== this.#options.asked()) {
      this.#hasAsked = true;
      this.#options.ask(this.#words);
    }
    this.#release();
  }

  /** Discards the text and the delayed search. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#draft = '';
    this.#hasAsked = false;
    this.#release();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.clear();
  }

  #release(): void {
    this.#stopWaiting?.();
    this.#waiting = this.#stopWaiting = undefined;
  }
}
