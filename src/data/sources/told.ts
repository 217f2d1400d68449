import {LruCache} from '../cache.js';
import type {CheckedList} from '../checked-list.js';
import type {CollectionName} from '../../model/records.js';

/** Callback for warnings. */
export type Tell = (line: string) => void;

/** Query string of a URL, which may contain an API key. The text after the URL is kept. */
const QUERY = /(https?:\/\/[^\s?]+)\?\S*?(?=:?(?:\s|$))/g;

/** Logs warnings about the responses of a source, each one once. */
export class Told {
  readonly #tell: Tell;
  readonly #lines = new LruCache<true>(100);

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** Logs a warning, without the query strings of its URLs. */
  tell(words: string): void {
    const line = words.replace(QUERY, '$1');
    if (this.#lines.get(line)) return;
    this.#lines.set(line, true);
    this.#tell(line);
  }

  /** Validates a list when the browser is idle, and logs its first error. */
  check(address: string, list: CheckedList<CollectionName>): void {
    // Missing in some browsers, although the types declare it.
    const {requestIdleCallback: idle = (run: () => void) => setTimeout(run, 1)} =
      globalThis as Partial<typeof globalThis>;
    idle(() => {
      void list.checkAll().then(() => {
        const {dropped, count, faults} = list.report;
        const lost = dropped ? `, ${dropped} record(s) left out` : '';
        if (count > 0) this.faults(address, faults, `${count} fault(s)${lost}, the first: `);
      });
    });
  }

  /** Logs a likely cause of unexpected data, if there is one. */
  hint(address: string, hint: string | undefined): void {
    if (hint !== undefined) this.tell(`${address}: ${hint}`);
  }

  /** Logs the first of several errors. */
  faults(address: string, [first]: readonly string[], introduction = ''): void {
    if (first !== undefined) this.tell(`${address}: ${introduction}${first}`);
  }
}
