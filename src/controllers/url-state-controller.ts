import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {type Filter, LIST_FILTERS, queryString} from '../model/query.js';
import {parseDate} from '../model/period.js';
import type {Selection} from '../model/selection.js';
import {addPopStateListener, removePopStateListener} from './popstate.js';

/** Owner of each name on this page. A second widget with the same name does not sync. */
const owners = new Map<string, unknown>();

interface UrlStateOptions {
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
export class UrlStateController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: UrlStateOptions;
  #name: string | undefined;
  #selection: Selection | undefined;
  #lastWritten = '';

  constructor(host: ReactiveControllerHost, options: UrlStateOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    addPopStateListener(this.#readUrl);
  }

  hostDisconnected(): void {
    removePopStateListener(this.#readUrl);
    this.#releaseName();
  }

  hostUpdate(): void {
    const name = this.#options.name();
    const selection = this.#options.selection();
    if (name === this.#name && (name === undefined || selection === this.#selection)) {
      if (name !== undefined) this.#writeUrl();
      return;
    }
    this.#releaseName();
    if (name === undefined) return;
    const owner = this.#options.owner();
    if (owners.has(name) && owners.get(name) !== owner) {
      this.#options.warn(
        `another widget keeps its selection as "${name}." in the address: give each a group`,
      );
      this.#name = name;
      this.#selection = selection;
      this.#isConflicting = true;
      return;
    }
    this.#isConflicting = false;
    owners.set(name, owner);
    this.#name = name;
    this.#selection = selection;
    this.#readUrl();
  }

  #isConflicting = false;

  #releaseName(): void {
    if (this.#name !== undefined && !this.#isConflicting) owners.delete(this.#name);
    this.#name = undefined;
    this.#selection = undefined;
  }

  readonly #readUrl = (): void => {
    if (this.#name === undefined || this.#isConflicting) return;
    const parameters = new URLSearchParams(location.search);
    const parsed: Record<string, unknown> = {};
    for (const filter of LIST_FILTERS) {
      const values = parameters.getAll(`${this.#name}.${filter}`).filter(Boolean);
      if (values.length) parsed[filter] = values;
    }
    const q = parameters.get(`${this.#name}.q`);
    if (q) parsed['q'] = q;
    for (const bound of ['from', 'to'] as const) {
      const date = parameters.get(`${this.#name}.${bound}`);
      if (date && parseDate(date)) parsed[bound] = date;
    }
    this.#lastWritten = serializeFilter(parsed);
    if (serializeFilter(this.#selection?.filter) === this.#lastWritten) return;
    this.#selection?.setFilter(parsed, this);
    this.#host.requestUpdate();
  };

  #writeUrl(): void {
    const text = serializeFilter(this.#selection?.filter);
    if (this.#isConflicting || text === this.#lastWritten) return;
    this.#lastWritten = text;
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
const serializeFilter = (filter: Filter = {}): string => queryString({...filter, bbox: undefined});
