import {fold} from '../../../../model/fold.js';
import {TERRITORIES} from '../../../../model/query.js';
import type {CollectionName} from '../../../../model/records.js';
import type {WarningHandler} from '../warning-log.js';
import {type NamePatterns, FIELD_NAME_PATTERNS} from './field-name-patterns.js';
import {
  readDate,
  readGeo,
  readLink,
  readList,
  readNumber,
  readPeriod,
  readText,
  readWord,
  type CoordinateOrder,
  readTerritoryCode,
} from './value-readers.js';

/** Unvalidated record of a foreign source. */
export type ForeignRecord = Readonly<Record<string, unknown>>;

/** Returns the raw value of one of our fields, or undefined. */
type ValueReader = (record: ForeignRecord) => unknown;

/**
 * Field mapping built into a source: our field, and the paths of the source's fields, separated by `|`. The first one
 * with a value is used.
 */
export type FieldDefaults = Readonly<Record<string, string>>;

/** Mapping of one of our fields to the fields of a foreign record. */
export interface FieldMapping {
  /** Path in our record, such as `title` or `commune.name`. `lat` and `lon` are combined into `geo`. */
  readonly target: string;
  /** Source path used by all sample records, or undefined if several are used. */
  readonly path: string | undefined;
  /** All source paths the value may come from. */
  readonly paths: readonly string[];
  /** True if some samples contain several values in one string, such as `bois; brique`. */
  readonly isDelimited: boolean;
  /** Values at the path in the samples. */
  readonly values: readonly unknown[];
  /** True if the webmaster or the source names the paths; false for a guess by the names of the fields. */
  readonly isExplicit: boolean;
  /** The value as it came. */
  readonly reader: (record: ForeignRecord) => unknown;
  /** The value as the schema wants it, or as it came where it can't be read; undefined when there is none. */
  readonly read: (record: ForeignRecord) => unknown;
}

/** Names with the same meaning in every collection, and the field each one stands for. */
const COLLECTION_TARGETS: Readonly<
  Partial<Record<CollectionName, Readonly<Record<string, string>>>>
> = {
  resources: {
    description: 'abstract',
    date: 'published',
    start: 'period.start',
    end: 'period.end',
  },
  projects: {date: 'period.start', start: 'period.start', end: 'period.end'},
  programmes: {date: 'period.start', start: 'period.start', end: 'period.end'},
  events: {date: 'period', start: 'period.start', end: 'period.end', commune: 'place'},
  portals: {
    date: 'updated',
    commune: 'territory.name',
    insee: 'territory.insee',
    image: 'cover.src',
  },
  organisations: {title: 'name', image: 'logo.src'},
  stories: {description: 'intro'},
  chapters: {description: 'intro'},
  contributions: {description: 'text', title: 'text', date: 'created', type: 'kind'},
};
const COMMON_TARGETS: Readonly<Record<string, string>> = {
  commune: 'commune.name',
  insee: 'commune.insee',
  epci: 'commune.epci',
  departement: 'commune.departement',
  region: 'commune.region',
  image: 'image.src',
};

/** Returns an own entry of a table. The name comes from the page, so inherited properties must not match. */
const ownEntry = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** Returns the field of a collection for a name in the `fields` attribute or in a source's defaults. */
export const targetFor = (collection: CollectionName, name: string): string =>
  ownEntry(COLLECTION_TARGETS[collection] ?? {}, name) ?? ownEntry(COMMON_TARGETS, name) ?? name;

/** True if a name in the `fields` attribute stands for the URL of a picture in some collection. */
export const isPictureTarget = (name: string): boolean =>
  [COMMON_TARGETS, ...Object.values(COLLECTION_TARGETS)].some(table =>
    (ownEntry(table, name) ?? name).endsWith('.src'),
  );

const LISTS = /^(?:themes|tags|authors|owners|designers|scales|languages|tools|sections|portals)$/;
const DATES = /^(?:published|created|updated|until)$|(?:^|\.)(?:start|end)$/;
const TEXTS = /^(?:title|description|abstract|body|intro|text|role|name)$|\.(?:alt|label|title)$/;
/** Lists of objects, read as they are: only a source builds them. */
const STRUCTURES = /^(?:partners|attachments|phases|sources|actors|steps)$/;
const NUMBERS = /^(?:lat|lon|order)$|^budget\.(?!currency)|\.(?:width|height|size|lat|lon)$/;

/** Returns the converter for the values of a field. */
function converterFor(target: string, order: CoordinateOrder): (value: unknown) => unknown {
  if (target === 'geo') return value => readGeo(value, order);
  if (target === 'period' || target === 'event') return readPeriod;
  const kind = TERRITORIES.find(one => target === `commune.${one}`);
  if (kind) return value => readTerritoryCode(value, kind);
  if (target === 'url' || target.endsWith('.src')) return readLink;
  if (LISTS.test(target)) return readList;
  if (STRUCTURES.test(target))
    return value => (Array.isArray(value) && value.length === 0 ? undefined : value);
  if (DATES.test(target)) return readDate;
  if (NUMBERS.test(target)) return readNumber;
  return TEXTS.test(target) ? readText : readWord;
}

/** Returns the value at a path: a field with that exact name, otherwise a nested one. */
export function valueAt(record: ForeignRecord, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const key of path.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as ForeignRecord)[key];
  }
  return value;
}

export const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const firstValue =
  (readers: readonly ValueReader[]): ValueReader =>
  record => {
    for (const pick of readers) {
      const value = pick(record);
      if (!isMissing(value)) return value;
    }
    return undefined;
  };

/** Returns the quoted text of an alternative; undefined for a path. */
export const quotedText = (part: string): string | undefined => /^"(.*)"$/s.exec(part)?.[1];

/**
 * Returns a reader for one alternative: a path, or a quoted template in which `{path}` is replaced by a value of the
 * record. Values are percent-encoded if the template is a URL. A template with a missing value gives undefined.
 */
function createValueReader(part: string): ValueReader {
  const template = quotedText(part);
  if (template === undefined) return record => valueAt(record, part);
  const encode = /^(?:[a-z]+:|\/)/i.test(template) ? encodeURIComponent : String;
  return record => {
    let isComplete = true as boolean;
    const text = template.replace(/\{([^{}]+)\}/g, (_, path: string) => {
      const value = readWord(valueAt(record, path.trim()));
      if (typeof value !== 'string') isComplete = false;
      return encode(String(value));
    });
    return isComplete ? text : undefined;
  };
}

/** Returns the source paths that an alternative reads. */
const pathsIn = (part: string): string[] =>
  part.startsWith('"')
    ? [...part.matchAll(/\{([^{}]+)\}/g)].map(([, path = '']) => path.trim())
    : [part];

/** Splits a text at a delimiter outside quotes. */
const splitUnquoted = (text: string, delimiter: ';' | '|'): string[] =>
  (text.match(delimiter === ';' ? /(?:"[^"]*"|[^";])+/g : /(?:"[^"]*"|[^"|])+/g) ?? []).map(part =>
    part.trim(),
  );

/**
 * Parses the `fields` attribute: `title: nom | name; geo: position; type: "document"`. Malformed parts are reported and
 * left out.
 */
export function parseFields(
  text: string,
  warn: WarningHandler,
): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  for (const part of splitUnquoted(text, ';')) {
    if (part === '') continue;
    const [, name, paths] = /^((?![\w.]*__proto__)[\w.]+)\s*:\s*(.+)$/s.exec(part) ?? [];
    if (name === undefined || paths === undefined)
      warn(`fields="…": "${part}" is not of the form title: nom | name`);
    else fields.set(name, splitUnquoted(paths, '|').filter(Boolean));
  }
  return fields;
}

/** Normalises a field name for the patterns: `Nom du jardin` becomes `nom_du_jardin`. */
export const normalizeName = (key: string): string =>
  fold(key)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** Returns the source fields that match the patterns, the best match first. */
const matchingFields = (
  patterns: NamePatterns,
  keys: readonly (readonly [key: string, bare: string])[],
): string[] =>
  patterns.flatMap(pattern => keys.filter(([, name]) => pattern.test(name)).map(([key]) => key));

/** Returns true if a field has a different value in each sample; `id_commune` has not. */
const isUnique = (key: string, samples: readonly ForeignRecord[]): boolean =>
  new Set(samples.map(sample => sample[key])).size === samples.length;

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
  return path === undefined || path === false || path.startsWith('"') ? undefined : path;
}

const hasDelimitedValues = (values: readonly unknown[]): boolean =>
  values.some(value => {
    const list = typeof value === 'string' ? readList(value) : undefined;
    return Array.isArray(list) && list.length > 1;
  });

export interface MappingOptions {
  readonly collection: CollectionName;
  /** Parsed `fields` attribute. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Field mapping built into the source. */
  readonly defaults?: FieldDefaults | undefined;
  /** Records whose field names are matched with known names. Default: no guesses. */
  readonly samples?: readonly ForeignRecord[] | undefined;
  readonly coordinateOrder?: CoordinateOrder | undefined;
  /** Converters that replace the default ones, by field. */
  readonly converters?: Readonly<Record<string, (value: unknown) => unknown>> | undefined;
}

/**
 * Returns the field mappings of a collection: from the `fields` attribute, otherwise from the source's defaults,
 * otherwise guessed from the field names.
 */
export function createFieldMappings({
  collection,
  fields,
  defaults = {},
  samples = [],
  coordinateOrder = 'lat-lon',
  converters = {},
}: MappingOptions): FieldMapping[] {
  const keys = [...new Set(samples.flatMap(record => Object.keys(record)))].map(
    key => [key, normalizeName(key)] as const,
  );
  const paths = new Map<string, readonly string[]>();
  const add = (name: string, matches: readonly string[]): void => {
    const target = targetFor(collection, name);
    if (matches.length > 0 && !paths.has(target)) paths.set(target, matches);
  };
  for (const [name, paths] of fields) add(name, paths);
  const mapsCoordinates = ['geo', 'lat', 'lon'].some(name => fields.has(name));
  for (const [name, said] of Object.entries(defaults)) {
    if (!(mapsCoordinates && /^(?:geo|lat|lon)$/.test(name))) add(name, splitUnquoted(said, '|'));
  }
  const explicit = new Set(paths.keys());
  for (const [name, guess] of Object.entries(FIELD_NAME_PATTERNS)) {
    if (mapsCoordinates && /^(?:geo|lat|lon)$/.test(name)) continue;
    const found = matchingFields(guess, keys);
    add(name, name === 'id' ? found.filter(key => isUnique(key, samples)) : found);
  }
  return [...paths].map(([target, picked]) => {
    const reader = firstValue(picked.map(createValueReader));
    const convert = ownEntry(converters, target) ?? converterFor(target, coordinateOrder);
    const path = commonPath(picked, samples);
    const values = path === undefined ? [] : samples.map(record => valueAt(record, path));
    return {
      target,
      path,
      paths: picked.flatMap(pathsIn),
      isDelimited: LISTS.test(target) && hasDelimitedValues(values),
      values,
      isExplicit: explicit.has(target),
      reader,
      read: record => convert(reader(record)),
    };
  });
}
