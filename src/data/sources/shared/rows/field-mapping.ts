import {ownValue} from '../../../../model/schemas/schema-builder.js';
import type {OwnField} from '../../../../model/query.js';
import type {CollectionName} from '../../../../model/records.js';
import {endAfter, isPeriod} from '../readers/date-readers.js';
import {hasField, isListTarget, mayHaveMarkup, readerFor} from './field-targets.js';
import {targetFor} from './target-names.js';
import {pathsIn, quotedText, splitUnquoted} from './fields-attribute.js';
import {
  type FieldMapping,
  type ForeignRecord,
  isMissing,
  isPlaceTarget,
  type SourceFormat,
  valueAt,
} from './foreign-record.js';
import {addContactColumns, withTimes} from '../columns/combined-columns.js';
import type {TableColumn} from '../columns/column-fit.js';
import {recognizeColumns, type RecognizedColumns} from '../columns/recognize-columns.js';
import {columnsOf, sampleOf} from '../columns/table-columns.js';
import {withoutMarkup} from '../readers/plain-text.js';
import {findName, nameOf} from '../own-fields.js';
import {hasDelimitedValues, readWord, separatesByComma} from '../readers/value-readers.js';
import {encodeUrlPart} from '../../../../model/url-parts.js';

/**
 * Returns a reader for one alternative: a path, or a quoted template in which `{path}` is replaced by a value of the
 * record. Values are percent-encoded if the template is a URL. A template with a missing value gives undefined.
 */
function createValueReader(part: string): FieldMapping['reader'] {
  const template = quotedText(part);
  if (template === undefined) return record => valueAt(record, part);
  const encode = /^(?:[a-z]+:|\/)/i.test(template) ? encodeUrlPart : String;
  return record => {
    let isComplete = true as boolean;
    const text = template.replace(/\{([^{}]+)\}/g, (_, path: string) => {
      const value = readWord(valueAt(record, path.trim()));
      if (typeof value !== 'string' || isMissing(value)) isComplete = false;
      return encode(String(value));
    });
    return isComplete ? text : undefined;
  };
}

const firstValue =
  (readers: readonly FieldMapping['reader'][]): FieldMapping['reader'] =>
  record => {
    for (const pick of readers) {
      const value = pick(record);
      if (!isMissing(value)) return value;
    }
    return undefined;
  };

/** Returns the one path that provides the value in all samples, or undefined. */
function commonPath(
  paths: readonly string[],
  samples: readonly ForeignRecord[],
): string | undefined {
  const readers = paths.map(createValueReader);
  const used = new Set(
    samples
      .map(record => readers.findIndex(reader => !isMissing(reader(record))))
      .filter(i => i >= 0),
  );
  const path = used.size === 1 ? paths[[...used][0] as number] : paths.length === 1 && paths[0];
  if (path === undefined || path === false || path.startsWith('"')) return undefined;
  // No server compares a value inside a text of JSON.
  const [field = ''] = path.split('.', 1);
  const isInText = field !== path && samples.some(({[field]: cell}) => typeof cell === 'string');
  return isInText ? undefined : path;
}

export interface MappingOptions extends Omit<SourceFormat, 'crs'> {
  readonly collection: CollectionName;
  /** Parsed `fields` attribute. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Records whose columns are recognized. Default: none are. */
  readonly samples?: readonly ForeignRecord[] | undefined;
  /** Names of columns that may be empty in the samples. */
  readonly names?: readonly string[] | undefined;
  /** Language of texts in columns that state none. Default: `fr`. */
  readonly lang?: string | undefined;
  /** Readers that replace the default ones, by field. */
  readonly readers?: Readonly<Record<string, (value: unknown) => unknown>> | undefined;
}

/** Field mappings of a collection, and the fields and columns left out. */
export interface MappedFields extends Pick<
  RecognizedColumns,
  'rejected' | 'alternatives' | 'guessedTitle'
> {
  readonly mappings: readonly FieldMapping[];
  /** Fields of the `fields` attribute that the collection does not have. */
  readonly unknownFields: readonly string[];
}

/**
 * Returns the field mappings of a collection: from the `fields` attribute, otherwise from the source's defaults,
 * otherwise recognized by the names and values of the columns.
 */
export function createFieldMappings({
  collection,
  fields,
  defaults = {},
  samples: records = [],
  names = [],
  coordinateOrder = 'lat-lon',
  ownFields = [],
  lang = 'fr',
  readers = {},
}: MappingOptions): MappedFields {
  const samples = sampleOf(records);
  const paths = new Map<string, readonly string[]>();
  const add = (name: string, matches: readonly string[]): void => {
    const target = targetFor(collection, name);
    if (matches.length > 0 && !paths.has(target)) paths.set(target, matches);
  };
  for (const [name, paths] of fields) add(name, paths);
  const unknownFields = [...paths.keys()].filter(target => !hasField(collection, target));
  const named = new Set([...paths.values()].flat());
  const mapsCoordinates = [...paths.keys()].some(isPlaceTarget);
  for (const [name, said] of Object.entries(defaults))
    if (!(mapsCoordinates && isPlaceTarget(name))) add(name, splitUnquoted(said, '|'));
  const explicit = new Set(paths.keys());
  const readerOf = (target: string): ((value: unknown) => unknown) => {
    const read = (ownValue(readers, target) ?? readerFor(target, coordinateOrder)) as (
      value: unknown,
    ) => unknown;
    return mayHaveMarkup(target) ? value => read(withoutMarkup(value)) : read;
  };
  const tableColumns = columnsOf(names, samples);
  const {columns, rejected, alternatives, guessedTitle} = recognizeColumns(tableColumns, {
    collection,
    named,
    hasDefaults: Object.keys(defaults).length > 0,
    isTaken: target => paths.has(target) || (mapsCoordinates && isPlaceTarget(target)),
    readerFor: readerOf,
    lang,
  });
  for (const [target, found] of columns) paths.set(target, found);
  if (hasField(collection, 'address') && Object.keys(defaults).length === 0) {
    const freeNames = tableColumns.map(({name}) => name).filter(name => !named.has(name));
    addContactColumns(paths, freeNames, lang);
  }
  addOwnFields(paths, ownFields, tableColumns);
  movePeriods(paths, samples);
  const mappings = [...paths].map(([target, picked]): FieldMapping => {
    const reader = firstValue(picked.map(createValueReader));
    const isChoice = target === 'themes' && separatesByComma(samples.map(reader));
    // The reader of tags separates by commas.
    const readValue = readerOf(isChoice ? 'tags' : target);
    const hasYears =
      collection !== 'events' &&
      /^(?:published|period\.(?:start|end))$/.test(target) &&
      areYears(samples.map(record => readValue(reader(record))));
    const read = hasYears
      ? (value: unknown): unknown => yearOf(readValue(value)) ?? readValue(value)
      : readValue;
    const path = commonPath(picked, samples);
    const values = path === undefined ? [] : samples.map(record => valueAt(record, path));
    return {
      target,
      path,
      paths: picked.flatMap(pathsIn),
      isTemplate: picked.some(part => part.startsWith('"')),
      isDelimited: isChoice || (isListTarget(target) && hasDelimitedValues(values)),
      values,
      isExplicit: explicit.has(target),
      reader,
      read: record => read(reader(record)),
    };
  });
  const usedPaths = mappings.flatMap(mapping => mapping.paths);
  return {
    mappings: withRelatedValues(collection, mappings),
    // An object may have no value of its own, but nested ones that are used.
    rejected: rejected.filter(({name}) => !usedPaths.some(path => path.startsWith(`${name}.`))),
    alternatives,
    guessedTitle,
    unknownFields,
  };
}

/** Returns the year of its first or last day, as which a column of dates stores a year. */
const yearOf = (date: unknown): string | undefined =>
  /^(\d{4})-(?:01-01|12-31)(?:T00:00.*)?$/.exec(String(date))?.[1];

/**
 * True if dates store years: at least half of its dates are the first or last day of several years. One date
 * of 365 is a first of January by chance, and an event may be on that day.
 */
function areYears(dates: readonly unknown[]): boolean {
  const written = dates.filter(date => typeof date === 'string');
  const years = written.flatMap(date => yearOf(date) ?? []);
  return new Set(years).size > 1 && years.length * 2 >= written.length;
}

/** Adds own fields that are columns: by their name, in any case, or by a path into nested values. */
function addOwnFields(
  paths: Map<string, readonly string[]>,
  ownFields: readonly OwnField[],
  columns: readonly TableColumn[],
): void {
  const names = columns.map(({name}) => name);
  for (const field of ownFields) {
    const name = nameOf(field);
    if (paths.has(name) || findName([...paths.keys()], field) !== undefined) continue;
    const path =
      findName(names, name) ?? (names.includes(name.split('.')[0] ?? '') ? name : undefined);
    if (path !== undefined) paths.set(field, [path]);
  }
}

/** Makes a column of dates the period of the records if some of them are periods, such as `2023-2024`. */
function movePeriods(
  paths: Map<string, readonly string[]>,
  samples: readonly ForeignRecord[],
): void {
  const dates = paths.get('published');
  const isTaken = [...paths.keys()].some(target =>
    /^(?:period|event|duration)(?:\.|$)/.test(target),
  );
  if (!dates || isTaken) return;
  const reader = firstValue(dates.map(createValueReader));
  if (!samples.some(record => isPeriod(reader(record)))) return;
  paths.delete('published');
  paths.set('period', dates);
}

/** Makes fields read others of their record: the end of a duration its start, a period its times of day. */
function withRelatedValues(
  collection: CollectionName,
  mappings: readonly FieldMapping[],
): readonly FieldMapping[] {
  const start = mappings.find(({target}) => target === 'period.start');
  const hasEnd = mappings.some(({target}) => /^(?:period(?:\.end)?|duration)$/.test(target));
  // A missing end means an ongoing period only if a column has ends. Otherwise an event ends on its first day.
  const unknownEnd: readonly FieldMapping[] =
    start && !start.isExplicit && !hasEnd && collection !== 'events'
      ? [
          {
            ...start,
            target: 'period.end',
            read: record => (start.read(record) === undefined ? undefined : ''),
          },
        ]
      : [];
  return [...withTimes(mappings), ...unknownEnd].map(mapping => {
    const {target, reader} = mapping;
    if (target !== 'duration') return mapping;
    const read: FieldMapping['read'] = record => endAfter(start?.read(record), reader(record));
    return {...mapping, target: 'period.end', read};
  });
}
