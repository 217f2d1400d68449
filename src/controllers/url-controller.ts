import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {type Filter, LIST_FILTERS, queryString} from '../model/query.js';
import {parseDate} from '../model/period.js';
import type {Selection} from '../model/selection.js';
import {hearWayBack, unhearWayBack} from './way-back.js';

/** Owner of each name on this page. A second widget with the same name does not sync. */
const taken = new Map<string, unknown>();

interface Options {
  /** Parameter prefix, such as `resource-list` in `resource-list.q`; undefined to not sync. */
  name(): string | undefined;
  /** Object shared by widgets that use the same name, such as those of a group. */
  owner(): unknown;
  selection(): Selection;
  warn(message: string): void;
}

/**
 * Keeps the filter of a selection in query parameters `<name>.<filter>` with `replaceState`. Other parameters and the
 * hash are preserved.
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
      // Sandboxed and `data:` pages cannot change their URL.
    }
  }
}

/** Serializes the part of a filter kept in the URL, in a fixed order. The viewport is not included. */
const kept = (filter: Filter = {}): string => queryString({...filter, bbox: undefined});
