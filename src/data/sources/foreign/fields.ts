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

/** The fields of a foreign record. */
export type Foreign = Readonly<Record<string, unknown>>;

/** Where the value of one of our fields stands: the first of several that is there. */
type Pick = (record: Foreign) => unknown;

/** What a source says of its own records: a field of ours, and the paths of theirs, the first that is there. */
export type Defaults = Readonly<Record<string, string>>;

/** One field of ours, and how it is made of a foreign record. */
export interface Rule {
  /** `title`, `commune.name`; `lat` and `lon` are the two halves of `geo`. */
  readonly target: string;
  /** The one path that it is read from, in the records that were looked at; undefined where several serve. */
  readonly path: string | undefined;
  /** All that it may be read from. */
  readonly paths: readonly string[];
  /** Whether records were seen that hold several values in one text: `bois; brique`. */
  readonly isJoined: boolean;
  /** What stands at the path in the records that were looked at. */
  readonly values: readonly unknown[];
  /** The value as the schema wants it, or as it came where it can't be read; undefined when there is none. */
  readonly read: (record: Foreign) => unknown;
}

/** Names that mean the same for every kind of record, and what they are in each. */
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

/** What stands under a name that a page has given; what all objects inherit does not. */
const named = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** The field of a collection that a name of `fields` or of a source's defaults means. */
export const targetIn = (collection: CollectionName, name: string): string =>
  named(PLACED[collection] ?? {}, name) ?? named(EVERYWHERE, name) ?? name;

const LISTS = /^(?:themes|tags|authors|owners|designers|scales|languages|tools|sections|portals)$/;
const DATES = /^(?:published|created|updated|until)$|(?:^|\.)(?:start|end)$/;
const TEXTS = /^(?:title|description|abstract|body|intro|text|role|name)$|\.(?:alt|label|title)$/;
const NUMBERS = /^(?:lat|lon|order)$|^budget\.(?!currency)|\.(?:width|height|size|lat|lon)$/;

/** How the values of a target are read. */
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

/** The value at a path: a field of that very name, else one inside another. */
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
 * One part of a first-of list: a path, or a text in quotes, in which `{path}` stands for a value of the record,
 * escaped where the text is an address. One with a value that is missing is none.
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

/** The fields that a part of a first-of list looks at. */
const pathsIn = (part: string): string[] =>
  part.startsWith('"')
    ? [...part.matchAll(/\{([^{}]+)\}/g)].map(([, path = '']) => path.trim())
    : [part];

/** Splits at a mark that is not inside quotes. */
const split = (text: string, mark: ';' | '|'): string[] =>
  (text.match(mark === ';' ? /(?:"[^"]*"|[^";])+/g : /(?:"[^"]*"|[^"|])+/g) ?? []).map(part =>
    part.trim(),
  );

/**
 * What a `fields` attribute says: `title: nom | name; geo: position; type: "document"`. A part that can't be read
 * is told to the webmaster and left out.
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

/** A name as the guesses have it: `Nom du jardin` is `nom_du_jardin`. */
export const bare = (key: string): string =>
  fold(key)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** The paths that a guess finds among the keys of some records, the surest first. */
const guessed = (guess: Guess, keys: readonly (readonly [key: string, bare: string])[]): string[] =>
  guess.flatMap(pattern => keys.filter(([, name]) => pattern.test(name)).map(([key]) => key));

/** Whether a field tells records apart: `id_commune` does not. */
const isUnlike = (key: string, samples: readonly Foreign[]): boolean =>
  new Set(samples.map(sample => sample[key])).size === samples.length;

/** The path of several from which all of some records have their value. */
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
  /** The `fields` attribute, parsed. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** What the source itself says of its records. */
  readonly defaults?: Defaults | undefined;
  /** Some records, from whose keys the rest is guessed; none: nothing is. */
  readonly samples?: readonly Foreign[] | undefined;
  readonly order?: PairOrder | undefined;
  /** How the values of some fields of ours are read, where that is not as usual. */
  readonly readers?: Readonly<Record<string, (value: unknown) => unknown>> | undefined;
}

/** How each field of ours is made of a foreign record: as the webmaster says, else the source, else by its name. */
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
      read: record => convert(pick(record)),
    };
  });
}
