import type {Brought} from '../../data/brought.js';

/** How long answers are as good as new where nobody says (s): as often as most sites are made anew, or less. */
const USUAL_AGE = 3600;
/** What readers look for besides the body. */
const HEADERS = ['content-type', 'x-wp-total'];

type Answer = Brought['answers'][string];

/** Answers that are as good as new for the same time (s). */
export interface Recorded {
  readonly age: number;
  readonly answers: Brought['answers'];
}

/** Keeps what a server answered, so that it can travel with what is made of it. */
export class Recorder {
  readonly #answers = new Map<string, {readonly age: number; readonly answer: Answer}>();
  /** Addresses whose answers can't travel: parts of files, and what is no text. */
  readonly left = new Set<string>();

  /** `fetch`, overheard. */
  readonly fetch: typeof fetch = async (input, init) => {
    const response = await this.#fetch(input, init);
    const url = input instanceof Request ? input.url : String(input);
    if (response.ok) await this.#keep(url, response.clone());
    return response;
  };
  readonly #fetch: typeof fetch;

  constructor(native: typeof fetch) {
    this.#fetch = native;
  }

  async #keep(url: string, response: Response): Promise<void> {
    const bytes = await response.arrayBuffer();
    try {
      if (response.status !== 200) throw new TypeError('a part');
      const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
      const headers = HEADERS.flatMap(name => {
        const value = response.headers.get(name);
        // JSON is read as such, whatever it says it is.
        return value === null || value.includes('json') ? [] : [[name, value] as const];
      });
      const answer: Answer = headers.length
        ? [text, {headers: Object.fromEntries(headers)}]
        : [text];
      this.#answers.set(url, {age: ageOf(response.headers.get('cache-control') ?? ''), answer});
    } catch {
      this.left.add(url);
    }
  }

  /** What was answered; `maxAge` says for how long it is as good as new, whatever the server does. */
  take(maxAge: number | undefined): readonly Recorded[] {
    const byAge = new Map<number, Record<string, Answer>>();
    // In an order of their own: which of two came first is chance.
    for (const [url, {age, answer}] of [...this.#answers].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const answers = byAge.get(maxAge ?? age) ?? {};
      answers[url] = answer;
      byAge.set(maxAge ?? age, answers);
    }
    return [...byAge].sort(([a], [b]) => a - b).map(([age, answers]) => ({age, answers}));
  }
}

/** What `Cache-Control` (RFC 9111) says, in seconds. */
function ageOf(header: string): number {
  if (/\bno-(?:store|cache)\b/i.test(header)) return 0;
  const said = /\b(?:s-maxage|max-age)=(\d+)/i.exec(header)?.[1];
  return said === undefined ? USUAL_AGE : Number(said);
}
