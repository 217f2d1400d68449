import {
  type Foreign,
  isMissing,
  parseFields,
  type Rule,
  rulesFor,
  targetIn,
  valueAt,
} from '../data/sources/foreign/fields.js';
import {swapPairs} from '../data/sources/foreign/pair-order.js';
import type {CollectionName} from '../model/records.js';
import type {Entries, Entry} from './entries.js';
import type {Find} from './finding.js';
import {fieldOf} from './headings.js';
import {READERS} from './readers.js';

/** Field of a record, with the columns it is read from. */
export interface Column extends Rule {
  /** Returns the columns that give the field its value in one record. */
  readonly from: (fields: Foreign) => readonly string[];
}

/** Returns the column of a path; for nested JSON the first key. */
const columnOf = (fields: Foreign, path: string): string =>
  Object.hasOwn(fields, path) ? path : (path.split('.')[0] ?? path);

/** Adds the portal's language to a translatable field that also has columns in other languages. */
function withLanguages(
  found: ReadonlyMap<string, readonly string[]>,
  lang: string,
): Map<string, readonly string[]> {
  const spoken = new Set(
    [...found.keys()].flatMap(target => /^(\w+)\.(?:fr|nl|en|de)$/.exec(target)?.[1] ?? []),
  );
  return new Map(
    [...found].map(([target, names]) => [spoken.has(target) ? `${target}.${lang}` : target, names]),
  );
}

/** Returns the fields that the headings name, each with its columns in order. */
function headed(kind: CollectionName, names: readonly string[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const name of names) {
    const target = fieldOf(kind, name);
    if (target !== undefined) found.set(target, [...(found.get(target) ?? []), name]);
  }
  return found;
}

/**
 * Maps the fields of a collection to columns: by `fields`, then by headings, then by the guesses common to all sources.
 */
export function columnsOf(
  kind: CollectionName,
  {entries, names, order, defaults}: Entries,
  {fields, lang}: {readonly fields: string; readonly lang: string},
  find: Find,
): readonly Column[] {
  const said = new Map(
    [...parseFields(fields, got => find('dropped', {}, {what: 'fieldsFault', got}))].map(
      ([name, paths]) => [targetIn(kind, name), paths] as const,
    ),
  );
  const there = names.map(({name}) => name);
  const samples = entries.map(entry => entry.fields);
  for (const path of [...said.values()].flat())
    if (!path.startsWith('"') && !samples.some(sample => valueAt(sample, path) !== undefined))
      find('dropped', {}, {what: 'noColumn', got: path});
  const used = new Set([...said.values()].flat());
  const merged = new Map(said);
  const free = there.filter(name => !used.has(name));
  const isPlaced = ['geo', 'lat', 'lon'].some(name => said.has(name));
  if (!defaults)
    for (const [target, columns] of withLanguages(headed(kind, free), lang))
      if (!merged.has(target) && !(isPlaced && /^(?:geo|lat|lon)$/.test(target)))
        merged.set(target, columns);
  const given = rulesFor({
    collection: kind,
    fields: merged,
    defaults,
    samples,
    order,
    readers: READERS,
  }).map(rule => ({
    ...rule,
    // A heading is a guess by name, too.
    isExplicit: rule.isExplicit && (said.has(rule.target) || !merged.has(rule.target)),
  }));
  const swapped = swapPairs(given, entries, order);
  if (swapped) find('doubt', {name: swapped.path}, {what: 'pairOrder', order: swapped.order});
  return (swapped?.rules ?? given).map(rule => {
    const isMade = merged.get(rule.target)?.some(part => part.startsWith('"')) ?? false;
    return {
      ...rule,
      from: record => {
        const filled = rule.paths.filter(path => !isMissing(valueAt(record, path)));
        return (isMade ? filled : filled.slice(0, 1)).map(path => columnOf(record, path));
      },
    };
  });
}

/** Reports columns with values that no field uses. */
export function findUnused(
  {entries, names, isVerbose}: Entries,
  columns: readonly Column[],
  ignored: (name: string) => boolean,
  find: Find,
): void {
  if (isVerbose) return;
  const used = new Map<string, number>();
  for (const {fields} of entries) {
    const once = new Set(columns.flatMap(column => column.from(fields)));
    for (const name of once) used.set(name, (used.get(name) ?? 0) + 1);
  }
  for (const {name, place} of names) {
    const isFilled = ({fields}: Entry): boolean => !isMissing(fields[name]);
    const filled = entries.filter(isFilled).length - (used.get(name) ?? 0);
    if (filled <= 0 || ignored(name)) continue;
    const rule = columns.find(({paths}) => paths.includes(name));
    const other = rule?.paths.find(path => path !== name);
    if (rule && other !== undefined) find('dropped', place, {what: 'secondColumn', filled, other});
    else find('dropped', place, {what: 'unusedColumn', filled});
  }
}
