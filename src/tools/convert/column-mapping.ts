import {
  type ForeignRecord,
  isMissing,
  parseFields,
  type FieldMapping,
  createFieldMappings,
  targetFor,
  valueAt,
} from '../../data/sources/shared/rows/field-mapping.js';
import {swapPairs} from '../../data/sources/shared/rows/pair-order.js';
import type {CollectionName} from '../../model/records.js';
import type {ParsedInput, Entry} from './parsed-input.js';
import type {ReportDiagnostic} from '../messages/diagnostic.js';
import {fieldForHeading, TRANSLATION} from './headings.js';
import {READERS} from './readers.js';

/** Field of a record, with the columns it is read from. */
export interface ColumnMapping extends FieldMapping {
  /** Returns the columns that give the field its value in one record. */
  readonly columnNames: (fields: ForeignRecord) => readonly string[];
}

/** Returns the column of a path; for nested JSON the first key. */
const columnForPath = (fields: ForeignRecord, path: string): string =>
  Object.hasOwn(fields, path) ? path : (path.split('.')[0] ?? path);

/** Returns the field of a target in one language, such as `title` of `title.nl`. */
const translatedField = (target: string): string | [] => TRANSLATION.exec(target)?.[1] ?? [];

/** Adds the portal's language to a translatable field that also has columns in other languages. */
function addPortalLanguage(
  columnsByField: ReadonlyMap<string, readonly string[]>,
  lang: string,
): Map<string, readonly string[]> {
  const translated = new Set([...columnsByField.keys()].flatMap(translatedField));
  return new Map(
    [...columnsByField].map(([target, names]) => [
      translated.has(target) ? `${target}.${lang}` : target,
      names,
    ]),
  );
}

/** Returns the fields that the headings name, each with its columns in order. */
function columnsByField(
  kind: CollectionName,
  names: readonly string[],
): Map<string, readonly string[]> {
  const columns = new Map<string, readonly string[]>();
  for (const name of names) {
    const target = fieldForHeading(kind, name);
    if (target !== undefined) columns.set(target, [...(columns.get(target) ?? []), name]);
  }
  return columns;
}

/**
 * Maps the fields of a collection to columns: by `fields`, then by headings, then by the guesses common to all sources.
 */
export function mapColumns(
  kind: CollectionName,
  {entries, names, order, defaults}: ParsedInput,
  {fields, lang}: {readonly fields: string; readonly lang: string},
  report: ReportDiagnostic,
): readonly ColumnMapping[] {
  const explicit = new Map(
    [...parseFields(fields, text => report('error', {}, 'invalidFields', text))].map(
      ([name, paths]) => [targetFor(kind, name), paths] as const,
    ),
  );
  const columnNames = names.map(({name}) => name);
  const samples = entries.map(entry => entry.fields);
  for (const path of [...explicit.values()].flat())
    if (!path.startsWith('"') && !samples.some(sample => valueAt(sample, path) !== undefined))
      report('error', {}, 'missingColumn', path);
  const used = new Set([...explicit.values()].flat());
  const merged = new Map(explicit);
  const unusedNames = columnNames.filter(name => !used.has(name));
  const hasPlace = ['geo', 'lat', 'lon'].some(name => explicit.has(name));
  if (!defaults)
    for (const [target, columns] of addPortalLanguage(columnsByField(kind, unusedNames), lang))
      if (!merged.has(target) && !(hasPlace && /^(?:geo|lat|lon)$/.test(target)))
        merged.set(target, columns);
  const given = createFieldMappings({
    collection: kind,
    fields: merged,
    defaults,
    samples,
    coordinateOrder: order,
    converters: READERS,
  }).map(rule => ({
    ...rule,
    // A heading is a guess by name, too.
    isExplicit: rule.isExplicit && (explicit.has(rule.target) || !merged.has(rule.target)),
  }));
  const swapped = swapPairs(given, entries, order);
  if (swapped) report('warning', {name: swapped.path}, 'coordinateOrder', swapped.order);
  return (swapped?.rules ?? given).map(rule => {
    const hasConstant = merged.get(rule.target)?.some(part => part.startsWith('"')) ?? false;
    return {
      ...rule,
      columnNames: record => {
        const filled = rule.paths.filter(path => !isMissing(valueAt(record, path)));
        return (hasConstant ? filled : filled.slice(0, 1)).map(path => columnForPath(record, path));
      },
    };
  });
}

/** Reports columns with values that no field uses. */
export function reportUnusedColumns(
  {entries, names, isVerbose}: ParsedInput,
  columns: readonly ColumnMapping[],
  isIgnored: (name: string) => boolean,
  report: ReportDiagnostic,
): void {
  if (isVerbose) return;
  const used = new Map<string, number>();
  for (const {fields} of entries) {
    const recordColumns = new Set(columns.flatMap(column => column.columnNames(fields)));
    for (const name of recordColumns) used.set(name, (used.get(name) ?? 0) + 1);
  }
  for (const {name, location} of names) {
    const isFilled = ({fields}: Entry): boolean => !isMissing(fields[name]);
    const filled = entries.filter(isFilled).length - (used.get(name) ?? 0);
    if (filled <= 0 || isIgnored(name)) continue;
    const rule = columns.find(({paths}) => paths.includes(name));
    const other = rule?.paths.find(path => path !== name);
    if (rule && other !== undefined) report('error', location, 'duplicateColumn', filled, other);
    else report('error', location, 'unusedColumn', filled);
  }
}
