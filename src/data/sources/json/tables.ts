import {isObject, type JsonObject} from '../../../model/schemas/schema-builder.js';

/** Number of entries examined to tell the form of a list. */
export const SAMPLE_SIZE = 50;
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

/** Returns the names of as many columns that are listed beside a table. */
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
export function tableRecords(
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
