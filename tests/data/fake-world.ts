import type {World} from '../../src/data/world.js';

/** How the world answers a request. */
export type Answerer = (
  signal: AbortSignal,
  init: RequestInit,
  url: string,
) => Promise<Response> | Response;

/**
 * A world in which no time passes but what is asked for: waits end at once, and the limit of a try only when
 * `timeUp` is called.
 */
export class FakeWorld implements World {
  time = Date.parse('2026-11-24T12:00:00Z');
  chance = 0.5;
  /** The limits of the tries so far (ms). */
  readonly limits: number[] = [];
  /** The waits so far (ms). */
  readonly waits: number[] = [];
  /** What the requests so far asked the browser's cache for. */
  readonly caches: (RequestCache | undefined)[] = [];
  /** How many limits and waits nobody took back or saw the end of. */
  running = 0;
  /** What a wait does instead of ending at once. */
  onWait: ((end: () => void) => void) | undefined;
  readonly #answers: readonly Answerer[];
  #last = {isLimit: false, ms: 0, end: (): void => {}};

  /** Answers come from these, one a request; the last one again and again. */
  constructor(...answers: [Answerer, ...Answerer[]]) {
    this.#answers = answers;
  }

  now = (): number => this.time;
  random = (): number => this.chance;

  fetch = async (url: string, init: RequestInit): Promise<Response> => {
    // The limit of a try is set just before it.
    this.#last.isLimit = true;
    this.limits.push(this.#last.ms);
    const answer = this.#answers[Math.min(this.caches.length, this.#answers.length - 1)]!;
    this.caches.push(init.cache);
    return answer(init.signal!, init, url);
  };

  after = (ms: number, callback: () => void): (() => void) => {
    this.running++;
    let isOver = false;
    const stop = (): boolean => {
      if (isOver) return false;
      isOver = true;
      this.running--;
      return true;
    };
    const end = (): void => {
      if (!stop()) return;
      this.time += ms;
      callback();
    };
    const timer = {isLimit: false, ms, end};
    this.#last = timer;
    queueMicrotask(() => {
      if (timer.isLimit) return;
      this.waits.push(ms);
      if (this.onWait) this.onWait(end);
      else end();
    });
    return stop;
  };

  /** The time of the try that is under way is up. */
  timeUp(): void {
    this.#last.end();
  }
}

export const json = (body: unknown, status = 200, headers: HeadersInit = {}): Response =>
  new Response(JSON.stringify(body), {status, headers});

/** No answer, as a browser has it when the line is dead. */
export const deadLine: Answerer = () => Promise.reject(new TypeError('Failed to fetch'));

/** No answer until the asker goes away; tells when it has been asked. */
export const silence =
  (asked: () => void = () => {}): Answerer =>
  signal =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      queueMicrotask(asked);
    });

export const status =
  (code: number, headers: HeadersInit = {}): Answerer =>
  () =>
    new Response('no body to show', {status: code, headers});
