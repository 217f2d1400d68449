import {fold} from '../../../model/fold.js';
import {TERRITORIES} from '../../../model/query.js';
import type {CollectionName} from '../../../model/records.js';
import type {Tell} from '../told.js';
import {type Guess, GUESSES} from './guesses.js';
import {readCode} from './territories.js';
import {
  readDate,
  readGeo,
  readLink,
  readList,
  readNumber,
  readPeriod,
  readText,
  readWord,
  type PairOrder,
} from './values.js';

/** Unvalidated record of a foreign source. */
export type Foreign = Readonly<Record<string, unknown>>;

/** Returns the raw value of one of our fields, or undefined. */
type Pick = (record: Foreign) => unknown;

/**
 * Field mapping built into a source: our field, and the paths of the source's fields, separated by `|`. The first one
 * with a value is used.
 */
export type Defaults = Readonly<Record<string, string>>;

/** Mapping of one of our fields to the fields of a foreign record. */
export interface Rule {
  /** Path in our record, such as `title` or `commune.name`. `lat` and `lon` are combined into `geo`. */
  readonly target: string;
  /** Source path used by all sample records, or undefined if several are used. */
  readonly path: string | undefined;
  /** All source paths the value may come from. */
  readonly paths: readonly string[];
  /** True if some samples contain several values in one string, such as `bois; brique`. */
  readonly isJoined: boolean;
  /** Values at the path in the samples. */
  readonly values: readonly unknown[];
  /** True if the webmaster or the source names the paths; false for a guess by the names of the fields. */
  readonly isExplicit: boolean;
  /** The value as it came. */
  readonly pick: (record: Foreign) => unknown;
  /** The value as the schema wants it, or as it came where it can't be read; undefined when there is none. */
  readonly read: (record: Foreign) => unknown;
}

/** Names with the same meaning in every collection, and the field each one stands for. */
const PLACED: Readonly<Partial<Record<CollectionName, Readonly<Record<string, string>>>>> = {
  resources: {
    description: 'abstract',
    date: 'published',
    start: 'period.start',
    end: 'period.end',
  },
  projects: {date: 'period.start', start: 'period.start', end: 'period.end'},
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
const EVERYWHERE: Readonly<Record<string, string>> = {
  commune: 'commune.name',
  insee: 'commune.insee',
  epci: 'commune.epci',
  departement: 'commune.departement',
  region: 'commune.region',
  image: 'image.src',
};

/** Returns an own entry of a table. The name comes from the page, so inherited properties must not match. */
const named = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** Returns the field of a collection for a name in the `fields` attribute or in a source's defaults. */
export const targetIn = (collection: CollectionName, name: string): string =>
  named(PLACED[collection] ?? {}, name) ?? named(EVERYWHERE, name) ?? name;

const LISTS = /^(?:themes|tags|authors|owners|designers|scales|languages|tools|sections|portals)$/;
const DATES = /^(?:published|created|updated|until)$|(?:^|\.)(?:start|end)$/;
const TEXTS = /^(?:title|description|abstract|body|intro|text|role|name)$|\.(?:alt|label|title)$/;
const NUMBERS = /^(?:lat|lon|order)$|^budget\.(?!currency)|\.(?:width|height|size|lat|lon)$/;

/** Returns the converter for the values of a field. */
function readerOf(target: string, order: PairOrder): (value: unknown) => unknown {
  if (target === 'geo') return value => readGeo(value, order);
  if (target === 'period' || target === 'event') return readPeriod;
  const kind = TERRITORIES.find(one => target === `commune.${one}`);
  if (kind) return value => readCode(value, kind);
  if (target === 'url' || target.endsWith('.src')) return readLink;
  if (LISTS.test(target)) return readList;
  if (DATES.test(target)) return readDate;
  if (NUMBERS.test(target)) return readNumber;
  return TEXTS.test(target) ? readText : readWord;
}

/** Returns the value at a path: a field with that exact name, otherwise a nested one. */
export function valueAt(record: Foreign, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const key of path.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Foreign)[key];
  }
  return value;
}

export const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const firstOf =
  (picks: readonly Pick[]): Pick =>
  record => {
    for (const pick of picks) {
      const value = pick(record);
      if (!isMissing(value)) return value;
    }
    return undefined;
  };

/**
 * Returns a reader for one alternative: a path, or a quoted template in which `{path}` is replaced by a value of the
 * record. Values are percent-encoded if the template is a URL. A template with a missing value gives undefined.
 */
function pickOf(part: string): Pick {
  const fixed = /^"(.*)"$/s.exec(part)?.[1];
  if (fixed === undefined) return record => valueAt(record, part);
  const put = /^(?:[a-z]+:|\/)/i.test(fixed) ? encodeURIComponent : String;
  return record => {
    let isWhole = true as boolean;
    const text = fixed.replace(/\{([^{}]+)\}/g, (_, path: string) => {
      const value = readWord(valueAt(record, path.trim()));
      if (typeof value !== 'string') isWhole = false;
      return put(String(value));
    });
    return isWhole ? text : undefined;
  };
}

/** Returns the source paths that an alternative reads. */
const pathsIn = (part: string): string[] =>
  part.startsWith('"')
    ? [...part.matchAll(/\{([^{}]+)\}/g)].map(([, path = '']) => path.trim())
    : [part];

/** Splits a text at a delimiter outside quotes. */
const split = (text: string, mark: ';' | '|'): string[] =>
  (text.match(mark === ';' ? /(?:"[^"]*"|[^";])+/g : /(?:"[^"]*"|[^"|])+/g) ?? []).map(part =>
    part.trim(),
  );

/**
 * Parses the `fields` attribute: `title: nom | name; geo: position; type: "document"`. Malformed parts are reported and
 * left out.
 */
export function parseFields(text: string, tell: Tell): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  for (const part of split(text, ';')) {
    if (part === '') continue;
    const [, name, paths] = /^((?![\w.]*__proto__)[\w.]+)\s*:\s*(.+)$/s.exec(part) ?? [];
    if (name === undefined || paths === undefined)
      tell(`fields="…": "${part}" is not of the form title: nom | name`);
    else fields.set(name, split(paths, '|').filter(Boolean));
  }
  return fields;
}

/** Normalises a field name for the patterns: `Nom du jardin` becomes `nom_du_jardin`. */
export const bare = (key: string): string =>
  fold(key)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** Returns the source fields that match the patterns, the best match first. */
const guessed = (guess: Guess, keys: readonly (readonly [key: string, bare: string])[]): string[] =>
  guess.flatMap(pattern => keys.filter(([, name]) => pattern.test(name)).map(([key]) => key));

/** Returns true if a field has a different value in each sample; `id_commune` has not. */
const isUnlike = (key: string, samples: readonly Foreign[]): boolean =>
  new Set(samples.map(sample => sample[key])).size === samples.length;

/** Returns the one path that provides the value in all samples, or undefined. */
function onePath(paths: readonly string[], samples: readonly Foreign[]): string | undefined {
  const picks = paths.map(pickOf);
  const used = new Set(
    samples.map(record => picks.findIndex(pick => !isMissing(pick(record)))).filter(i => i >= 0),
  );
  const path = used.size === 1 ? paths[[...used][0] as number] : paths.length === 1 && paths[0];
  return path === undefined || path === false || path.startsWith('"') ? undefined : path;
}

const isJoined = (values: readonly unknown[]): boolean =>
  values.some(value => {
    const list = typeof value === 'string' ? readList(value) : undefined;
    return Array.isArray(list) && list.length > 1;
  });

export interface RuleOptions {
  readonly collection: CollectionName;
  /** Parsed `fields` attribute. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Field mapping built into the source. */
  readonly defaults?: Defaults | undefined;
  /** Records whose field names are matched with known names. Default: no guesses. */
  readonly samples?: readonly Foreign[] | undefined;
  readonly order?: PairOrder | undefined;
  /** Converters that replace the default ones, by field. */
  readonly readers?: Readonly<Record<string, (value: unknown) => unknown>> | undefined;
}

/**
 * Returns the field mappings of a collection: from the `fields` attribute, otherwise from the source's defaults,
 * otherwise guessed from the field names.
 */
export function rulesFor({
  collection,
  fields,
  defaults = {},
  samples = [],
  order = 'lat-lon',
  readers = {},
}: RuleOptions): Rule[] {
  const keys = [...new Set(samples.flatMap(record => Object.keys(record)))].map(
    key => [key, bare(key)] as const,
  );
  const paths = new Map<string, readonly string[]>();
  const add = (name: string, found: readonly string[]): void => {
    const target = targetIn(collection, name);
    if (found.length > 0 && !paths.has(target)) paths.set(target, found);
  };
  for (const [name, said] of fields) add(name, said);
  const saysPlace = ['geo', 'lat', 'lon'].some(name => fields.has(name));
  for (const [name, said] of Object.entries(defaults)) {
    if (!(saysPlace && /^(?:geo|lat|lon)$/.test(name))) add(name, split(said, '|'));
  }
  const explicit = new Set(paths.keys());
  for (const [name, guess] of Object.entries(GUESSES)) {
    if (saysPlace && /^(?:geo|lat|lon)$/.test(name)) continue;
    const found = guessed(guess, keys);
    add(name, name === 'id' ? found.filter(key => isUnlike(key, samples)) : found);
  }
  return [...paths].map(([target, picked]) => {
    const pick = firstOf(picked.map(pickOf));
    const convert = named(readers, target) ?? readerOf(target, order);
    const path = onePath(picked, samples);
    const values = path === undefined ? [] : samples.map(record => valueAt(record, path));
    return {
      target,
      path,
      paths: picked.flatMap(pathsIn),
      isJoined: LISTS.test(target) && isJoined(values),
      values,
      isExplicit: explicit.has(target),
      pick,
      read: record => convert(pick(record)),
    };
  });
}
