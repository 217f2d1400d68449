import {isObject, type JsonObject} from '../../../model/schemas/schema-builder.js';
import {asCount, objectIn} from '../shared/rows/json-access.js';
import {SAMPLE_SIZE, tableRecords} from './tables.js';

/** Names of the array of records in common APIs, the most specific first. */
const NAMES = [
  'results',
  'features',
  'items',
  'data',
  'records',
  'list',
  'rows',
  'entries',
  'docs',
  'hits',
  'value',
  'values',
  'elements',
  'content',
  'objects',
  '@graph',
];
/** Names of the list of columns beside a table. */
const COLUMN_LISTS = ['columns', 'cols', 'fields', 'headers', 'schema'];
/** Maximum number of objects around the array. */
const MAX_DEPTH = 3;
/** Maximum number of properties examined in an object. */
const MAX_PROPERTIES = 200;

/** Array of records in a JSON body. */
export interface FoundRecords {
  /** Name of the array, if it is a property. */
  readonly name?: string | undefined;
  readonly entries: readonly unknown[];
  /** Objects around the array, the outermost first; they may state the total and the next page. */
  readonly containers: readonly JsonObject[];
}

interface ArrayAtPath extends FoundRecords {
  readonly path: readonly string[];
}

const holdsObjects = (list: readonly unknown[]): boolean =>
  list.slice(0, SAMPLE_SIZE).some(isObject);

/** Returns the values of a list with gaps, which PHP writes as an object: `{"0": …, "2": …}`. */
const listWithGaps = (body: JsonObject): readonly unknown[] | undefined => {
  const values = Object.keys(body).every(key => /^\d+$/.test(key)) ? Object.values(body) : [];
  return values.length > 0 && values.every(isObject) ? values : undefined;
};

/**
 * Finds the array of records in a body: the body itself; else an array with a common name; else the only array of
 * objects, at most three objects deep; else a table.
 *
 * @param preferredName Name that precedes the common ones, for documents with several collections.
 * @returns The records, or the reason why there are none.
 */
export function findRecords(body: unknown, preferredName: string): FoundRecords | string {
  if (Array.isArray(body)) return {entries: tableRecords(body, []) ?? body, containers: []};
  if (!isObject(body)) return 'expected a JSON array of records, or an object with one';
  const values = listWithGaps(body);
  if (values) return {entries: values, containers: []};
  if (body['type'] === 'umap') return 'this is a map of uMap: read it as GeoJSON';
  if (body['type'] === 'Topology') return 'this is TopoJSON: export it as GeoJSON';
  const names = [preferredName, ...NAMES];
  const rankOf = ({name = ''}: ArrayAtPath): number => names.indexOf(name);
  let level: readonly {
    readonly path: readonly string[];
    readonly containers: readonly JsonObject[];
  }[] = [{path: [], containers: [body]}];
  let empty: ArrayAtPath | undefined;
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const children = level.flatMap(({path, containers}) =>
      Object.entries(containers.at(-1) ?? {})
        .slice(0, MAX_PROPERTIES)
        .map(([name, value]) => ({path: [...path, name], containers, value})),
    );
    const arrays = children.flatMap(({value, ...rest}): ArrayAtPath[] =>
      Array.isArray(value) ? [{...rest, name: rest.path.at(-1), entries: value}] : [],
    );
    const [table] = arrays.flatMap((array): FoundRecords[] => {
      const entries = tableRecords(array.entries, array.containers);
      return entries ? [{...array, entries}] : [];
    });
    const filled = arrays.filter(
      ({entries, name = ''}) => holdsObjects(entries) && !(table && COLUMN_LISTS.includes(name)),
    );
    const named = [...filled].sort((a, b) => rankOf(a) - rankOf(b)).find(one => rankOf(one) >= 0);
    const best = named ?? (filled.length === 1 ? filled[0] : undefined);
    if (best) return best;
    if (filled.length > 1) return ambiguousMessage(filled);
    empty ??= arrays.find(one => one.entries.length === 0 && rankOf(one) >= 0);
    if (empty) return empty;
    if (table) return table;
    level = children
      .flatMap(({value, path, containers}) =>
        isObject(value) ? [{path, containers: [...containers, value]}] : [],
      )
      .slice(0, MAX_PROPERTIES);
  }
  const keyed = [body, ...Object.values(body)].map(value => tableRecords(value, []));
  const entries = keyed.find(records => records !== undefined);
  return entries
    ? {entries, containers: [body]}
    : 'expected a JSON array of records, or an object with one; found no array of objects';
}

const pointerOf = ({path}: ArrayAtPath): string => `#/${path.join('/')}`;

function ambiguousMessage(arrays: readonly ArrayAtPath[]): string {
  const shown = arrays.slice(0, 5).map(pointerOf).join(', ').slice(0, 200);
  return `there are several arrays of records: add one of them to the end of the address: ${shown}`;
}

/**
 * Returns the value that a JSON Pointer names (RFC 6901, section 6: as the fragment of a URL), with the objects around
 * it; undefined if there is none.
 */
export function resolvePointer(body: unknown, pointer: string): FoundRecords | undefined {
  const containers: JsonObject[] = [];
  let value = body;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isObject(value)) containers.push(value);
    else if (!Array.isArray(value)) return undefined;
    if (!Object.hasOwn(value, key)) return undefined;
    value = (value as JsonObject)[key];
  }
  const entries = tableRecords(value, containers) ?? value;
  return Array.isArray(entries) ? {entries, containers} : undefined;
}

const TOTAL =
  /^(?:total|count|total_?count|total_?results|total_?items|total_?elements|number_?matched|number_?results|nhits)$/i;
const METADATA = ['meta', 'metadata', 'pagination', 'paging', 'page', 'info'];

/**
 * Returns the number of records that the server has, if an object around the array states it. Of several numbers the
 * largest: the others count the records of the page.
 */
export function statedTotal({containers}: FoundRecords): number | undefined {
  const totals = containers
    .flatMap(container => [container, ...METADATA.map(name => objectIn(container, name))])
    .flatMap(part => Object.entries(part).slice(0, MAX_PROPERTIES))
    .flatMap(([name, value]) => (TOTAL.test(name) ? (asCount(value) ?? []) : []));
  return totals.length > 0 ? Math.max(...totals) : undefined;
}

/** Returns the link to the next page, in the forms of common APIs; undefined if there is none. */
export function nextLink({containers}: FoundRecords): unknown {
  for (const container of containers) {
    const {links} = container;
    const related = Array.isArray(links) ? (links as unknown[]) : [];
    const link =
      related.find(one => isObject(one) && one['rel'] === 'next') ??
      container['next'] ??
      container['next_url'] ??
      container['nextLink'] ??
      container['@odata.nextLink'] ??
      ['links', '_links', ...METADATA]
        .map(name => objectIn(container, name))
        .map(part => part['next'] ?? part['next_url'] ?? part['nextLink'])
        .find(one => one != null);
    if (link != null) return isObject(link) ? link['href'] : link;
  }
  return undefined;
}
