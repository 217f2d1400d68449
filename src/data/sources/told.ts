import {LruCache} from '../cache.js';
import type {CheckedList} from '../checked-list.js';
import type {CollectionName} from '../../model/records.js';

/** What is told to the webmaster. */
export type Tell = (line: string) => void;

/** The query of an address, in which a key may be; what follows the address is kept. */
const QUERY = /(https?:\/\/[^\s?]+)\?\S*?(?=:?(?:\s|$))/g;

/** Tells what is wrong with the answers of a source: a line an answer, and no line twice. */
export class Told {
  readonly #tell: Tell;
  readonly #lines = new LruCache<true>(100);

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  tell(words: string): void {
    const line = words.replace(QUERY, '$1');
    if (this.#lines.get(line)) return;
    this.#lines.set(line, true);
    this.#tell(line);
  }

  /** Checks a list in idle time and says what was wrong with it. */
  check(address: string, list: CheckedList<CollectionName>): void {
    // Some browsers have no `requestIdleCallback`, whatever the types say.
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

  /** What may be the reason for something odd. */
  hint(address: string, hint: string | undefined): void {
    if (hint !== undefined) this.tell(`${address}: ${hint}`);
  }

  faults(address: string, [first]: readonly string[], introduction = ''): void {
    if (first !== undefined) this.tell(`${address}: ${introduction}${first}`);
  }
}
