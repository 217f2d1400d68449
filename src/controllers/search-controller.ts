import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Nobody types for this long (ms): then a server is asked, and what was found is told. */
const QUIET = 500;
/** A server is not asked for less than this many characters, unless the reader says so. */
const LEAST = 3;

interface Options {
  /** The words that are asked now. */
  asked(): string;
  /** Whether the data are here whole, so that each key can be answered. */
  isAtHand(): boolean;
  ask(words: string): void;
  /** The reader has stopped typing, and something was asked: before, or just now. */
  quiet(isAskedNow: boolean): void;
}

/** What a reader types into the search, and when it is asked. */
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

  /** The field's own words while they lead to what is asked, else what is asked: the caret never moves. */
  get value(): string {
    const asked = this.#options.asked();
    return this.#waiting || this.isShort || this.#words === asked ? this.#draft : asked;
  }

  /** Whether there are too few characters to ask a server by itself. */
  get isShort(): boolean {
    const {length} = this.#words;
    return length > 0 && length < LEAST && this.#words !== this.#options.asked();
  }

  /** What is still to be asked. */
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

  /** Asks at once. */
  enter(): void {
    if (this.#words !== this.#options.asked()) {
      this.#hasAsked = true;
      this.#options.ask(this.#words);
    }
    this.#release();
  }

  /** Forgets what is not asked yet. */
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
