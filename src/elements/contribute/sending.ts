import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {mayPass, type Receipt} from '../../data/contributing.js';
import {HttpError, isAbort} from '../../data/errors.js';

/** How far the sending is; `waiting` says why. */
export type SendingState =
  | {readonly status: 'idle'}
  | {readonly status: 'sending'}
  | {readonly status: 'waiting'; readonly why: 'offline' | 'server'};

interface Options {
  /** One try. */
  send(signal: AbortSignal): Promise<Receipt>;
  arrived(receipt: Receipt): void;
  /** It can't be sent as it is. */
  failed(error: unknown): void;
}

/** Nobody fills a form in a shorter time (ms): what does is a program. */
const LEAST = 3000;
/** Waits between tries (ms): doubled each time, up to a minute. */
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 60_000;
/** Tries in a row; then it takes a connection that comes back, or a person. */
const MOST_TRIES = 10;

/** Sends something until it has arrived: at once, again when it fails, and as soon as there is a connection. */
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

  /** Sends it now; what was tried before counts no more. */
  start(): void {
    this.#isDue = true;
    this.#tries = 0;
    this.#try();
  }

  /** Sends what was sent before, in another form of this page or on another day: a person has written it. */
  resume(): void {
    this.#begun = 0;
    this.start();
  }

  /** Sends it no more. What is under way may have arrived all the same. */
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
    // Those who wait together don't come back together.
    const wait = Math.max(asked, backoff * (0.5 + Math.random() / 2));
    this.#timer = setTimeout(() => this.#try(), wait);
  }

  #become(state: SendingState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
