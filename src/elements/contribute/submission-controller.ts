import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {isServerDown, HttpError, isAbortError} from '../../data/client/errors.js';
import type {Receipt} from '../../data/contributions/send-contribution.js';
import {splitList} from '../../model/query.js';
import type {WidgetHost} from '../base/widget-view.js';

export type SubmissionState =
  | {readonly status: 'idle'}
  | {readonly status: 'sending'}
  | {readonly status: 'waiting'; readonly reason: 'offline' | 'server'};

interface SubmissionOptions {
  /** Makes one attempt. */
  send(signal: AbortSignal): Promise<Receipt>;
  onSuccess(receipt: Receipt): void;
  /** Called if the contribution has to wait for the network or the server. */
  onWaiting(): void;
  /** Called for an error that a retry cannot fix. */
  onFailure(error: unknown): void;
}

/** Minimum time to fill in the form; faster submissions are likely made by bots and wait until it has passed. */
const MIN_FILL_TIME_MS = 3000;
/** Delay between attempts: doubled each time, up to the maximum. */
const BASE_DELAY_MS = 2000;
const MAX_DELAY_MS = 60_000;
/** Maximum number of automatic attempts in a row. Then a retry needs a restored connection or a person. */
const MAX_ATTEMPTS = 10;

/** Sends a contribution until it arrives: at once, again after failures, and when the connection returns. */
export class SubmissionController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: SubmissionOptions;
  #state: SubmissionState = {status: 'idle'};
  #attempts = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;
  #isPending = false;
  #startedAt = Date.now();

  constructor(host: ReactiveControllerHost, options: SubmissionOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get state(): SubmissionState {
    return this.#state;
  }

  /** Starts sending, with a new count of attempts. */
  start(): void {
    this.#isPending = true;
    this.#attempts = 0;
    this.#scheduleAttempt();
  }

  /** Resumes a submission restored from a draft. Skips the minimum time, since a person has already submitted it. */
  resume(): void {
    this.#startedAt = 0;
    this.start();
  }

  /** Stops sending. A request in progress may still reach the server. */
  stop(): void {
    this.#isPending = false;
    this.#cancel();
    this.#setState({status: 'idle'});
  }

  hostConnected(): void {
    globalThis.addEventListener('online', this.#handleOnline);
    globalThis.addEventListener('pageshow', this.#handleOnline);
    if (this.#isPending) this.start();
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('online', this.#handleOnline);
    globalThis.removeEventListener('pageshow', this.#handleOnline);
    this.#cancel();
  }

  readonly #handleOnline = (): void => {
    if (this.#isPending && this.#state.status === 'waiting') this.start();
  };

  #cancel(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    clearTimeout(this.#timer);
  }

  #scheduleAttempt(): void {
    this.#cancel();
    if (!navigator.onLine) {
      this.#setState({status: 'waiting', reason: 'offline'});
      return;
    }
    this.#setState({status: 'sending'});
    const remainingMs = MIN_FILL_TIME_MS - (Date.now() - this.#startedAt);
    if (remainingMs > 0) this.#timer = setTimeout(() => this.#send(), remainingMs);
    else this.#send();
  }

  #send(): void {
    const abort = new AbortController();
    this.#abort = abort;
    this.#attempts++;
    this.#options.send(abort.signal).then(
      receipt => {
        if (this.#abort !== abort) return;
        this.stop();
        this.#options.onSuccess(receipt);
      },
      (error: unknown) => {
        if (this.#abort !== abort || isAbortError(error)) return;
        if (isServerDown(error)) this.#scheduleRetry(error);
        else {
          this.stop();
          this.#options.onFailure(error);
        }
      },
    );
  }

  #scheduleRetry(error: unknown): void {
    this.#setState({status: 'waiting', reason: navigator.onLine ? 'server' : 'offline'});
    if (this.#attempts >= MAX_ATTEMPTS) return;
    const retryAfterMs = error instanceof HttpError ? (error.retryAfter ?? 0) * 1000 : 0;
    const backoff = Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** (this.#attempts - 1));
    // Jitter, so that clients do not retry all at once.
    const delayMs = Math.max(retryAfterMs, backoff * (0.5 + Math.random() / 2));
    this.#timer = setTimeout(() => this.#scheduleAttempt(), delayMs);
  }

  #setState(state: SubmissionState): void {
    this.#state = state;
    if (state.status === 'waiting') this.#options.onWaiting();
    this.#host.requestUpdate();
  }
}

type TargetHost = Pick<WidgetHost, 'records' | 'portal' | 'project'> & {readonly kind: string};

/** Returns the URL to send contributions to; undefined if the source accepts none or is still loading. */
export function endpointOf({records}: TargetHost): string | undefined {
  return records.openedSource?.contributionsUrl;
}

/** Returns the first portal and the first project that the attributes name: contributions belong to them. */
export function targetOf(host: TargetHost): {portal?: string; project?: string} {
  const [portal] = splitList(host.portal);
  const [project] = splitList(host.project);
  return {...(portal ? {portal} : {}), ...(project ? {project} : {})};
}

/** Returns a key that identifies the form, so that its draft is not shown in another one. */
export function formKeyOf(host: TargetHost): string | undefined {
  const endpoint = endpointOf(host);
  const {portal, project} = targetOf(host);
  return endpoint && JSON.stringify([endpoint, host.kind, portal, project]);
}
