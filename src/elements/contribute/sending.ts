import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {mayPass, type Receipt} from '../../data/contributing.js';
import {HttpError, isAbort} from '../../data/errors.js';

/** Progress of a submission. */
export type SendingState =
  | {readonly status: 'idle'}
  | {readonly status: 'sending'}
  | {readonly status: 'waiting'; readonly why: 'offline' | 'server'};

interface Options {
  /** Makes one attempt. */
  send(signal: AbortSignal): Promise<Receipt>;
  arrived(receipt: Receipt): void;
  /** Called for an error that a retry cannot fix. */
  failed(error: unknown): void;
}

/** Minimum time to fill in the form; faster submissions are likely made by bots and wait until it has passed. */
const LEAST = 3000;
/** Delay between attempts: doubled each time, up to the maximum. */
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 60_000;
/** Maximum number of automatic attempts in a row. Then a retry needs a restored connection or a person. */
const MOST_TRIES = 10;

/** Sends a contribution until it arrives: at once, again after failures, and when the connection returns. */
export class Sending implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #state: SendingState = {status: 'idle'};
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;
  #isDue = false;
  #begun = Date.now();

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get state(): SendingState {
    return this.#state;
  }

  /** Starts sending, with a new count of attempts. */
  start(): void {
    this.#isDue = true;
    this.#tries = 0;
    this.#try();
  }

  /** Resumes a submission restored from a draft. Skips the minimum time, since a person has already submitted it. */
  resume(): void {
    this.#begun = 0;
    this.start();
  }

  /** Stops sending. A request in progress may still reach the server. */
  stop(): void {
    this.#isDue = false;
    this.#halt();
    this.#become({status: 'idle'});
  }

  hostConnected(): void {
    globalThis.addEventListener('online', this.#online);
    globalThis.addEventListener('pageshow', this.#online);
    if (this.#isDue) this.start();
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('online', this.#online);
    globalThis.removeEventListener('pageshow', this.#online);
    this.#halt();
  }

  readonly #online = (): void => {
    if (this.#isDue && this.#state.status === 'waiting') this.start();
  };

  #halt(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    clearTimeout(this.#timer);
  }

  #try(): void {
    this.#halt();
    if (!navigator.onLine) {
      this.#become({status: 'waiting', why: 'offline'});
      return;
    }
    this.#become({status: 'sending'});
    const early = LEAST - (Date.now() - this.#begun);
    if (early > 0) this.#timer = setTimeout(() => this.#send(), early);
    else this.#send();
  }

  #send(): void {
    const abort = new AbortController();
    this.#abort = abort;
    this.#tries++;
    this.#options.send(abort.signal).then(
      receipt => {
        if (this.#abort !== abort) return;
        this.stop();
        this.#options.arrived(receipt);
      },
      (error: unknown) => {
        if (this.#abort !== abort || isAbort(error)) return;
        if (mayPass(error)) this.#wait(error);
        else {
          this.stop();
          this.#options.failed(error);
        }
      },
    );
  }

  #wait(error: unknown): void {
    this.#become({status: 'waiting', why: navigator.onLine ? 'server' : 'offline'});
    if (this.#tries >= MOST_TRIES) return;
    const asked = error instanceof HttpError ? (error.retryAfter ?? 0) * 1000 : 0;
    const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (this.#tries - 1));
    // Jitter, so that clients do not retry all at once.
    const wait = Math.max(asked, backoff * (0.5 + Math.random() / 2));
    this.#timer = setTimeout(() => this.#try(), wait);
  }

  #become(state: SendingState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
