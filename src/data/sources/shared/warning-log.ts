import {LruCache} from '../../../model/memo.js';
import {whenIdle} from '../../scheduling.js';
import type {LazyRecordList} from '../../validation.js';
import type {CollectionName} from '../../../model/records.js';

export type WarningHandler = (line: string) => void;

export interface WarnOptions {
  /** Warning handler of the caller. Sources outlive their callers, and must not store it. */
  readonly warn?: WarningHandler | undefined;
}

/** Query string of a URL, which may contain an API key. The text after the URL is kept. */
const QUERY_STRING = /(https?:\/\/[^\s?]+)\?\S*?(?=:?(?:\s|$))/g;

/** Number of errors that a warning shows. */
const MAX_SHOWN_ERRORS = 3;

/**
 * Logs warnings about the responses of a source, each one once. Each method takes the options of the query, with the
 * warning handler of the caller.
 */
export class WarningLog {
  readonly #warn: WarningHandler | undefined;
  readonly #lines = new LruCache<true>(100);
  /** Callers that are warned about the records of a list, until it is validated. */
  readonly #callers = new WeakMap<object, WarnOptions | undefined>();

  /** @param warn Default handler, for a source with a single caller. */
  constructor(warn?: WarningHandler) {
    this.#warn = warn;
  }

  /** Logs a warning, without the query strings of its URLs. Without a handler, the next query can log it. */
  warn(message: string, {warn = this.#warn}: WarnOptions = {}): void {
    const line = message.replace(QUERY_STRING, '$1');
    if (!warn || this.#lines.get(line)) return;
    this.#lines.set(line, true);
    warn(line);
  }

  /** Validates a list when the browser is idle, and logs its first error. */
  validateWhenIdle(url: string, list: LazyRecordList<CollectionName>, options?: WarnOptions): void {
    this.#callers.set(list, options);
    whenIdle(() => {
      void list.validateAll().then(() => {
        const {dropped, errorCount: count, errors} = list.report;
        const caller = this.#callers.get(list);
        // Sources outlive their callers.
        this.#callers.delete(list);
        const droppedNote = dropped ? `, ${dropped} record(s) left out` : '';
        if (count > 0)
          this.warnErrors(url, errors, caller, `${count} invalid value(s)${droppedNote}`);
      });
    });
  }

  /**
   * Warns another caller about the records of a list that is not validated yet: the one that shows them, instead of one
   * that only refers to them.
   */
  setCaller(list: object, options: WarnOptions): void {
    if (this.#callers.has(list)) this.#callers.set(list, options);
  }

  /** Logs a likely cause of unexpected data, if there is one. */
  warnHint(url: string, hint: string | undefined, options?: WarnOptions): void {
    if (hint !== undefined) this.warn(`${url}: ${hint}`, options);
  }

  /** Logs the number of errors and the first three. A single error needs no number, unless a summary has one. */
  warnErrors(
    url: string,
    errors: readonly string[],
    options?: WarnOptions,
    summary = errors.length > 1 ? `${errors.length} faults` : '',
  ): void {
    if (errors.length === 0) return;
    const shown = errors.slice(0, MAX_SHOWN_ERRORS).join('; ');
    const note = errors.length > MAX_SHOWN_ERRORS ? ', the first three' : '';
    this.warnHint(url, summary ? `${summary}${note}: ${shown}` : shown, options);
  }
}
