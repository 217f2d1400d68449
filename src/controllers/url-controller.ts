import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {type Filter, LIST_FILTERS, queryString} from '../model/query.js';
import {parseDate} from '../model/period.js';
import type {Selection} from '../model/selection.js';
import {hearWayBack, unhearWayBack} from './way-back.js';

/** Names in use on this page, and by whom; a second widget of the same name does not sync. */
const taken = new Map<string, unknown>();

interface Options {
  /** The part before the dot: `resource-list` of `resource-list.q`; undefined: don't sync. */
  name(): string | undefined;
  /** Widgets with the same owner share a name, as those of one group do. */
  owner(): unknown;
  selection(): Selection;
  warn(message: string): void;
}

/**
 * Keeps a selection's filter in the page's query string, each part as `<name>.<filter>`, by `replaceState`. No
 * other parameter is touched, nor the hash.
 */
export class UrlController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #name: string | undefined;
  #selection: Selection | undefined;
  #written = '';

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    hearWayBack(this.#read);
  }

  hostDisconnected(): void {
    unhearWayBack(this.#read);
    this.#release();
  }

  hostUpdate(): void {
    const name = this.#options.name();
    const selection = this.#options.selection();
    if (name === this.#name && (name === undefined || selection === this.#selection)) {
      if (name !== undefined) this.#write();
      return;
    }
    this.#release();
    if (name === undefined) return;
    const owner = this.#options.owner();
    if (taken.has(name) && taken.get(name) !== owner) {
      this.#options.warn(
        `another widget keeps its selection as "${name}." in the address: give each a group`,
      );
      this.#name = name;
      this.#selection = selection;
      this.#silent = true;
      return;
    }
    this.#silent = false;
    taken.set(name, owner);
    this.#name = name;
    this.#selection = selection;
    this.#read();
  }

  #silent = false;

  #release(): void {
    if (this.#name !== undefined && !this.#silent) taken.delete(this.#name);
    this.#name = undefined;
    this.#selection = undefined;
  }

  readonly #read = (): void => {
    if (this.#name === undefined || this.#silent) return;
    const parameters = new URLSearchParams(location.search);
    const found: Record<string, unknown> = {};
    for (const filter of LIST_FILTERS) {
      const values = parameters.getAll(`${this.#name}.${filter}`).filter(Boolean);
      if (values.length) found[filter] = values;
    }
    const q = parameters.get(`${this.#name}.q`);
    if (q) found['q'] = q;
    for (const limit of ['from', 'to'] as const) {
      const date = parameters.get(`${this.#name}.${limit}`);
      if (date && parseDate(date)) found[limit] = date;
    }
    this.#written = kept(found);
    if (kept(this.#selection?.filter) === this.#written) return;
    this.#selection?.setFilter(found, this);
    this.#host.requestUpdate();
  };

  #write(): void {
    const text = kept(this.#selection?.filter);
    if (this.#silent || text === this.#written) return;
    this.#written = text;
    const url = new URL(location.href);
    for (const name of [...LIST_FILTERS, 'q', 'from', 'to'])
      url.searchParams.delete(`${this.#name}.${name}`);
    for (const [name, value] of new URLSearchParams(text))
      url.searchParams.append(`${this.#name}.${name}`, value);
    try {
      history.replaceState(history.state, '', url);
    } catch {
      // Sandboxed and `data:` pages have no address to keep it in.
    }
  }
}

/** What is kept of a filter, in one order; where the reader looks is not. */
const kept = (filter: Filter = {}): string => queryString({...filter, bbox: undefined});
