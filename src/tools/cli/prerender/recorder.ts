import type {EmbeddedResponses} from '../../../data/client/embedded-responses.js';

/** Lifetime of responses without `Cache-Control`, in seconds: most sites are rebuilt at most once per hour. */
const DEFAULT_MAX_AGE_S = 3600;
/** Headers that body readers use. */
const RECORDED_HEADERS = ['content-type', 'x-wp-total'];

type RecordedResponse = EmbeddedResponses['answers'][string];

/** Responses with the same lifetime, in seconds. */
export interface ResponseGroup {
  readonly age: number;
  readonly answers: EmbeddedResponses['answers'];
}

/** Records the responses of `fetch`, to embed them in the fragment. */
export class Recorder {
  readonly #responses = new Map<
    string,
    {readonly age: number; readonly answer: RecordedResponse}
  >();
  /** URLs of responses that cannot be embedded: partial content and binary data. */
  readonly notEmbeddable = new Set<string>();

  /** `fetch` that records each response. */
  readonly fetch: typeof fetch = async (input, init) => {
    const response = await this.#fetch(input, init);
    const url = input instanceof Request ? input.url : String(input);
    if (response.ok) await this.#record(url, response.clone());
    return response;
  };
  readonly #fetch: typeof fetch;

  constructor(native: typeof fetch) {
    this.#fetch = native;
  }

  async #record(url: string, response: Response): Promise<void> {
    const bytes = await response.arrayBuffer();
    try {
      if (response.status !== 200) throw new TypeError('a part');
      const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
      const headers = RECORDED_HEADERS.flatMap(name => {
        const value = response.headers.get(name);
        // The body is parsed as JSON with or without this header.
        return value === null || value.includes('json') ? [] : [[name, value] as const];
      });
      const answer: RecordedResponse = headers.length
        ? [text, {headers: Object.fromEntries(headers)}]
        : [text];
      this.#responses.set(url, {
        age: maxAgeOf(response.headers.get('cache-control') ?? ''),
        answer,
      });
    } catch {
      this.notEmbeddable.add(url);
    }
  }

  /**
   * Returns the recorded responses, grouped by lifetime.
   *
   * @param maxAge Lifetime in seconds that replaces the one of the server.
   */
  groupByMaxAge(maxAge: number | undefined): readonly ResponseGroup[] {
    const byAge = new Map<number, Record<string, RecordedResponse>>();
    // Sorted by URL: the order of arrival is random.
    for (const [url, {age, answer}] of [...this.#responses].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const answers = byAge.get(maxAge ?? age) ?? {};
      answers[url] = answer;
      byAge.set(maxAge ?? age, answers);
    }
    return [...byAge].sort(([a], [b]) => a - b).map(([age, answers]) => ({age, answers}));
  }
}

/** Returns the lifetime given by `Cache-Control` (RFC 9111), in seconds. */
function maxAgeOf(header: string): number {
  if (/\bno-(?:store|cache)\b/i.test(header)) return 0;
  const seconds = /\b(?:s-maxage|max-age)=(\d+)/i.exec(header)?.[1];
  return seconds === undefined ? DEFAULT_MAX_AGE_S : Number(seconds);
}
