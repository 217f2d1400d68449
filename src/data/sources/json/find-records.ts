import {isObject, type JsonObject} from '../../../model/schemas/schema-builder.js';
import {asCount, objectIn} from '../shared/rows/json-access.js';

/** Number of entries examined to recognize the form of a list. */
const SAMPLE_SIZE = 50;
/** Properties of a column that hold its name: Socrata, Frictionless Table Schema, SQL servers. */
const COLUMN_NAMES = ['fieldName', 'name', 'title', 'label'];
/** Maximum number of objects around the list of columns: Socrata has it in `meta.view`. */
const MAX_COLUMNS_DEPTH = 2;

type Table = readonly (readonly unknown[])[];

const isTable = (value: unknown): value is Table =>
  Array.isArray(value) && value.length > 0 && value.slice(0, SAMPLE_SIZE).every(Array.isArray);

const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Returns the names of a list of columns; undefined if it is another list. */
function namesOf(list: unknown): readonly string[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const names = list.map((column: unknown) =>
    isObject(column) ? COLUMN_NAMES.map(name => column[name]).find(isName) : column,
  );
  return names.length > 0 && names.every(isName) ? names : undefined;
}

/** Returns the column names listed beside a table, if there are as many as the table has columns. */
function listedColumns(
  container: JsonObject,
  width: number,
  depth = 0,
): readonly string[] | undefined {
  const values = Object.values(container);
  return (
    values.map(namesOf).find(names => names?.length === width) ??
    (depth < MAX_COLUMNS_DEPTH
      ? values
          .filter(isObject)
          .map(value => listedColumns(value, width, depth + 1))
          .find(names => names !== undefined)
      : undefined)
  );
}

/** Returns a record for each row of a table that has values. */
const toRecords = (columns: readonly string[], rows: Table): readonly JsonObject[] =>
  rows
    .filter(row => row.length > 0)
    .map(row => Object.fromEntries(columns.map((name, i) => [name, row[i]])));

/** Returns the records of columns of the same length: `{"id": [1, 2], "Nom": ["Moulin", "Beffroi"]}`. */
function transpose(columns: JsonObject): readonly JsonObject[] | undefined {
  const lists: unknown = Object.values(columns);
  if (!isTable(lists) || lists.length < 2) return undefined;
  const length = lists[0]?.length ?? 0;
  const areColumns = lists.every(
    list => list.length === length && !list.slice(0, SAMPLE_SIZE).some(isObject),
  );
  if (!areColumns) return undefined;
  const rows = lists[0]?.map((_, row) => lists.map(list => list[row]));
  return rows && toRecords(Object.keys(columns), rows);
}

/** Returns the records of an object with a record for each key, which has the same fields as the others. */
function keyedRecords(body: JsonObject): readonly JsonObject[] | undefined {
  const entries = Object.entries(body);
  const values = Object.values(body);
  const [first, ...others] = values;
  if (!values.every(isObject) || !isObject(first) || others.length === 0) return undefined;
  const keys = Object.keys(first);
  // Columns as pandas writes them: `{"Nom": {"0": "Moulin", "1": "Beffroi"}}`.
  if (keys.length > 0 && keys.every(key => /^\d+$/.test(key)))
    return transpose(
      Object.fromEntries(entries.map(([name, value]) => [name, Object.values(value as object)])),
    );
  const isShared = keys.some(key =>
    others.slice(0, SAMPLE_SIZE).every(other => Object.hasOwn(other as object, key)),
  );
  return isShared ? entries.map(([id, value]) => ({id, ...(value as JsonObject)})) : undefined;
}

/**
 * Returns the records of a value that is no array of objects: a table whose columns are its first row, or are listed in
 * an object around it; an object with an array for each column, or with an object for each record. Undefined for others.
 *
 * @param containers Objects around the value, the outermost first.
 */
function tableRecords(
  value: unknown,
  containers: readonly JsonObject[],
): readonly JsonObject[] | undefined {
  if (isObject(value)) return transpose(value) ?? keyedRecords(value);
  if (!isTable(value)) return undefined;
  const width = value[0]?.length ?? 0;
  const listed = [...containers]
    .reverse()
    .map(container => listedColumns(container, width))
    .find(names => names !== undefined);
  if (listed) return toRecords(listed, value);
  const [head, ...rows] = value;
  const names = namesOf(head);
  return names && rows.length > 0 ? toRecords(names, rows) : undefined;
}

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
    // Keys such as years and days are no names of lists: their records are joined to one list.
    if (filled.length > 1 && arrays.every(({name = ''}) => /^\d[\d/.-]*$/.test(name)))
      return {entries: filled.flatMap(one => one.entries), containers: [body]};
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
