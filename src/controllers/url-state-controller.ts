import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {parseDate} from '../model/time/period.js';
import {type Filter, isOwnField, LIST_FILTERS, queryString} from '../model/query.js';
import type {Selection} from './selection-controller.js';

/**
 * Kind of history entry for a change of the URL: `replace` changes the current entry, `choice` adds one or changes the
 * one of a choice just before, `page` always adds one, and `dialog` adds one that closing the dialog removes again.
 */
type HistoryEntry = 'replace' | 'choice' | 'page' | 'dialog';

/** Choices within this time of the previous one replace its entry, in milliseconds. */
const MERGE_MS = 1000;

/** URL and time of the last choice. Later changes of the same entry update the URL. */
let lastChoice: {url: string; time: number} | undefined;
/** URL of the entry that a dialog has added, and the length of the history since then. */
let dialogEntry: {url: string; length: number} | undefined;
let isReturning = false;

/** True while the browser goes back from the entry of a closed dialog: until `popstate`, no entry can be changed. */
export const isReturningFromDialog = (): boolean => isReturning;

/** Ends the return from the entry of a closed dialog. Returns false for any other `popstate`. */
function endReturnFromDialog(): boolean {
  const wasReturning = isReturning;
  isReturning = false;
  return wasReturning;
}

/** Changes the URL of the page. The state that the page keeps in the history is preserved. */
function writeUrl({href}: URL, entry: HistoryEntry): void {
  const current = location.href;
  if (href === current) return;
  const time = Date.now();
  const choice = lastChoice?.url === current ? lastChoice : undefined;
  const isMerged = entry === 'choice' && choice && time - choice.time < MERGE_MS;
  try {
    if (entry === 'replace' || isMerged) history.replaceState(history.state, '', href);
    else history.pushState(history.state, '', href);
  } catch {
    // Sandboxed and `data:` pages cannot change their URL.
    return;
  }
  if (entry === 'choice') lastChoice = {url: href, time};
  else if (entry === 'replace' && choice) choice.url = href;
  if (entry === 'dialog') dialogEntry = {url: href, length: history.length};
}

/** Changes the URL after a dialog was closed, and goes back if the current entry is the one that the dialog added. */
function closeDialogEntry(url: URL): void {
  const {href} = location;
  // A dialog opened by the URL has no entry of its own. Another length means that the page has added entries.
  const isOnTop = dialogEntry?.url === href && dialogEntry.length === history.length;
  dialogEntry = undefined;
  writeUrl(url, 'replace');
  if (!isOnTop || location.href === href) return;
  isReturning = true;
  history.back();
}

/** Owner of each name on this page. Another element with the same name does not use the URL. */
const owners = new Map<string, unknown>();
const controllers = new Set<UrlStateController>();

/** Query of the URL that was last read or written. */
let lastQuery: string | undefined;

/** All elements read the URL in one task: one that renders earlier would write to a URL that is read only in part. */
const handlePopState = (): void => {
  if (endReturnFromDialog()) {
    // The state has changed since only if the user was faster than the browser.
    for (const controller of controllers) controller.write();
    return;
  }
  // Links to fragments and entries of the page itself: a page of records that is loading must not be cancelled.
  if (location.search === lastQuery) return;
  for (const controller of controllers) controller.read(true);
};

interface UrlStateOptions {
  /** Name of the parameter, such as `explorer.view`, or prefix of several; undefined to not use the URL. */
  name(): string | undefined;
  /** State as text; undefined to remove the parameter. */
  value(): string | undefined;
  /**
   * Applies the state of the URL: the value of the parameter, null if absent. Must accept invalid values.
   *
   * @param isNavigation True after Back or Forward, false for the URL of the page when it is loaded.
   */
  apply(value: string | null, parameters: URLSearchParams, isNavigation: boolean): void;
  /** Writes several parameters. Default: one with the value. */
  write?(parameters: URLSearchParams): void;
  /** Kind of history entry for a change. Default: `replace`. */
  entry?(value: string | undefined, previous: string | undefined): HistoryEntry;
  /** Object shared by elements that use the same name. Default: the controller. */
  owner?(): unknown;
  /** Called if another element uses the name. */
  onConflict?(name: string): void;
}

/** Keeps a state in query parameters of the page's URL. Other parameters and the hash are preserved. */
export class UrlStateController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: UrlStateOptions;
  #name: string | undefined;
  #owner: unknown;
  #lastWritten: string | undefined;

  constructor(host: ReactiveControllerHost, options: UrlStateOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Name of the parameter; undefined if it is not in the URL. */
  get name(): string | undefined {
    return this.#name;
  }

  hostConnected(): void {
    addEventListener('popstate', handlePopState);
    controllers.add(this);
  }

  hostDisconnected(): void {
    controllers.delete(this);
    if (controllers.size === 0) removeEventListener('popstate', handlePopState);
    this.#releaseName();
  }

  hostUpdate(): void {
    // Added before the loads: the state of the URL is applied before the first request.
    this.#updateName();
    // Links in the rendering may contain the URL.
    if (this.#options.write) this.write();
  }

  hostUpdated(): void {
    this.write();
  }

  /** Applies the state of the URL. */
  read(isNavigation = false): void {
    if (this.#name === undefined) return;
    lastQuery = location.search;
    const parameters = new URLSearchParams(lastQuery);
    this.#options.apply(parameters.get(this.#name), parameters, isNavigation);
    this.#lastWritten = this.#options.value();
    this.#host.requestUpdate();
  }

  /** Writes the state to the URL, if it has changed. */
  write(): void {
    if (this.#name === undefined || isReturningFromDialog()) return;
    const value = this.#options.value();
    const previous = this.#lastWritten;
    if (value === previous) return;
    this.#lastWritten = value;
    const url = new URL(location.href);
    if (this.#options.write) this.#options.write(url.searchParams);
    else setParameter(url.searchParams, this.#name, value);
    const entry = this.#options.entry?.(value, previous) ?? 'replace';
    if (entry === 'dialog' && value === undefined) closeDialogEntry(url);
    else writeUrl(url, entry);
    lastQuery = location.search;
  }

  #updateName(): void {
    const name = this.#options.name();
    const owner = this.#options.owner?.() ?? this;
    if (name === this.#name && (name === undefined || owner === this.#owner)) return;
    this.#releaseName();
    if (name === undefined) return;
    if (owners.has(name) && owners.get(name) !== owner) {
      this.#options.onConflict?.(name);
      return;
    }
    owners.set(name, owner);
    this.#name = name;
    this.#owner = owner;
    this.read();
  }

  #releaseName(): void {
    if (this.#name !== undefined) owners.delete(this.#name);
    this.#name = undefined;
  }
}

function setParameter(parameters: URLSearchParams, name: string, value: string | undefined): void {
  if (value === undefined) parameters.delete(name);
  else parameters.set(name, value);
}

/** Returns the URL of the page with a parameter set or removed. */
export function urlWithParameter(name: string, value: string | undefined): string {
  const url = new URL(location.href);
  setParameter(url.searchParams, name, value);
  return url.href;
}

interface FilterUrlOptions {
  /** Parameter prefix, such as `resource-list` in `resource-list.q`; undefined to not use the URL. */
  readonly name: () => string | undefined;
  readonly selection: () => Selection;
  readonly warn: (message: string) => void;
}

/** Origin of a filter that the browser's Back or Forward button has restored. */
export const HISTORY = Symbol('history');

/** Keeps the filter of a selection in query parameters `<name>.<filter>`. */
export function syncFilterWithUrl(
  host: ReactiveControllerHost,
  {name, selection, warn}: FilterUrlOptions,
): void {
  const value = (): string => serializeFilter(selection().filter);
  const controller = new UrlStateController(host, {
    name,
    value,
    owner: selection,
    apply(_value, parameters, isNavigation) {
      const filter = parseFilter(parameters, `${name() ?? ''}.`);
      if (serializeFilter(filter) === value()) return;
      const {bbox} = selection().filter;
      const origin = isNavigation ? HISTORY : controller;
      selection().setFilter(bbox ? {...filter, bbox} : filter, origin);
    },
    // Typing does not add entries.
    entry: (text, previous) =>
      withoutSearch(text) === withoutSearch(previous) ? 'replace' : 'choice',
    write(parameters) {
      const prefix = `${name() ?? ''}.`;
      const names = [...LIST_FILTERS, 'q', 'from', 'to', ...ownFieldsIn(parameters, prefix)];
      for (const filter of names) parameters.delete(prefix + filter);
      for (const [filter, text] of new URLSearchParams(value()))
        parameters.append(prefix + filter, text);
    },
    onConflict: prefix =>
      warn(`another widget keeps its selection as "${prefix}." in the address: give each a group`),
  });
}

/** Returns the own fields that parameters with a prefix filter. */
const ownFieldsIn = (parameters: URLSearchParams, prefix: string): readonly string[] =>
  [...new Set(parameters.keys())]
    .filter(name => name.startsWith(prefix) && isOwnField(name.slice(prefix.length)))
    .map(name => name.slice(prefix.length));

function parseFilter(parameters: URLSearchParams, prefix: string): Filter {
  const filter: Record<string, unknown> = {};
  for (const name of [...LIST_FILTERS, ...ownFieldsIn(parameters, prefix)]) {
    const values = parameters.getAll(prefix + name).filter(Boolean);
    if (values.length) filter[name] = values;
  }
  const q = parameters.get(`${prefix}q`);
  if (q) filter['q'] = q;
  for (const bound of ['from', 'to']) {
    const date = parameters.get(prefix + bound);
    if (date && parseDate(date)) filter[bound] = date;
  }
  return filter as Filter;
}

/** Returns a serialized filter without the search text. */
function withoutSearch(text: string | undefined): string {
  const parameters = new URLSearchParams(text);
  parameters.delete('q');
  return parameters.toString();
}

/** Serializes the part of a filter kept in the URL, in a fixed order. The viewport is not included. */
const serializeFilter = (filter: Filter): string => queryString({...filter, bbox: undefined});
