import {LruCache} from '../../client/lru-cache.js';
import type {LazyRecordList} from '../../validation/lazy-record-list.js';
import type {CollectionName} from '../../../model/records.js';

/** Callback for warnings. */
export type WarningHandler = (line: string) => void;

/** Query string of a URL, which may contain an API key. The text after the URL is kept. */
const QUERY_STRING = /(https?:\/\/[^\s?]+)\?\S*?(?=:?(?:\s|$))/g;

/** Logs warnings about the responses of a source, each one once. */
export class WarningLog {
  readonly #warn: WarningHandler;
  readonly #lines = new LruCache<true>(100);

  constructor(warn: WarningHandler) {
    this.#warn = warn;
  }

  /** Logs a warning, without the query strings of its URLs. */
  warn(message: string): void {
    const line = message.replace(QUERY_STRING, '$1');
    if (this.#lines.get(line)) return;
    this.#lines.set(line, true);
    this.#warn(line);
  }

  /** Validates a list when the browser is idle, and logs its first error. */
  validateWhenIdle(url: string, list: LazyRecordList<CollectionName>): void {
    // Missing in some browsers, although the types declare it.
    const {requestIdleCallback: idle = (run: () => void) => setTimeout(run, 1)} =
      globalThis as Partial<typeof globalThis>;
    idle(() => {
      void list.validateAll().then(() => {
        const {dropped, errorCount: count, errors} = list.report;
        const droppedNote = dropped ? `, ${dropped} record(s) left out` : '';
        if (count > 0) this.warnErrors(url, errors, `${count} fault(s)${droppedNote}, the first: `);
      });
    });
  }

  /** Logs a likely cause of unexpected data, if there is one. */
  warnHint(url: string, hint: string | undefined): void {
    if (hint !== undefined) this.warn(`${url}: ${hint}`);
  }

  /** Logs the first of several errors. */
  warnErrors(url: string, [first]: readonly string[], introduction = ''): void {
    if (first !== undefined) this.warn(`${url}: ${introduction}${first}`);
  }
}
