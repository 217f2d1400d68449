import type {ReactiveControllerHost} from 'lit';
import {parseDate} from '../../model/time/period.js';
import {type Filter, isOwnField, LIST_FILTERS, queryString} from '../../model/query.js';
import type {Selection} from '../selection-controller.js';
import {UrlStateController} from './url-state-controller.js';

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
