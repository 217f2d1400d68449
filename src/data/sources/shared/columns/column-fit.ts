import {fold} from '../../../../model/fold.js';
import {type CollectionName, FAMILIES} from '../../../../model/records.js';
import {lat as latitude, lon as longitude} from '../../../../model/schemas/scalar-schemas.js';
import {isObject} from '../../../../model/schemas/schema-builder.js';
import {type CoordinateOrder, pairIn, readGeo} from '../readers/coordinate-readers.js';
import {isDuration} from '../readers/date-readers.js';
import {isTime} from '../readers/time-readers.js';
import {readWord} from '../readers/value-readers.js';
import {schemaAt} from '../rows/field-targets.js';

export interface TableColumn {
  readonly name: string;
  /** Some of its values, without missing ones. */
  readonly values: readonly unknown[];
}

/** Fields of a collection, and the columns that they have already. */
export interface RecognitionContext {
  readonly collection: CollectionName;
  /** Columns that the webmaster has given another field. Still used as id, and for the commune. */
  readonly named: ReadonlySet<string>;
  /** True for a format with known fields, in which similar names mean something else. */
  readonly hasDefaults: boolean;
  /** Fields that are mapped already. */
  readonly isTaken: (target: string) => boolean;
  readonly readerFor: (target: string) => (value: unknown) => unknown;
  /** Language of texts in columns that state none. */
  readonly lang: string;
}

/** A column that may be a field. */
export interface Candidate {
  readonly column: TableColumn;
  /** Field as in the attribute `fields`, and its path in the records of the collection. */
  readonly field: string;
  readonly target: string;
  /** True if the name means this field and nothing else. */
  readonly isExact: boolean;
  /** Position among the names of the field. */
  readonly rank: number;
  /** Share of values that the field can have. */
  readonly fit: number;
}

/** Fields of records whose values are words. */
const WORDS =
  /^(?:title|name|description|abstract|body|intro|text|type|kind|themes|tags|authors|owners|designers|organisation|lead|partners|place|role|section|address|image\.(?:alt|credit)|(?:commune|territory)\.name)(?:\.[a-z]{2})?$/;
const TITLE = /^(?:title|name)(?:\.|$)/;

const BOOLEAN = /^(?:true|false|vrai|faux|oui|non|yes|no|ja|nee|nein|o|n|x)$/i;
const ADDRESS =
  /^(?:[a-z][a-z\d+.-]*:\S|\.{0,2}\/\S|\S+\/\S*$|[\w-]+(?:\.[\w-]+)+(?:[?#]\S*)?$|[^/]+\.(?:jpe?g|png|webp|gif|avif|svg|pdf)$)/i;
const LINK = /(?:^|\.)(?:url|src|website)$|^(?:attachments|documents)$/;
/** Municipality code of INSEE, Statbel, CBS or a German Gemeinde; INSEE codes may have lost their leading zero. */
export const COMMUNE_CODE = /^(?:\d{5}|2[AB]\d{3}|(?:GM)?\d{4}|\d{8})$/i;
const COORDINATE_ORDERS: readonly CoordinateOrder[] = ['lat-lon', 'lon-lat'];
/** UUIDs and hashes. */
const KEY = /^(?=.*\d)[\da-f-]{16,}$/i;

/** Returns the texts in a value: a string, a list, or a text by language. */
export function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (isObject(value)) {
    const isByLanguage = Object.keys(value).every(key => /^@?[a-z]{2,3}(?:-\w+)?$/i.test(key));
    return isByLanguage ? Object.values(value).filter(part => typeof part === 'string') : [];
  }
  return ['string', 'number', 'boolean'].includes(typeof value) ? [String(value).trim()] : [];
}

/** Returns the addresses in the value of a field of links: one, several, or objects that have one. */
export const linksIn = (value: unknown): readonly string[] =>
  [value]
    .flat()
    .map(link => (isObject(link) ? link['url'] : link))
    .filter(link => typeof link === 'string');

const isWords = (value: unknown): boolean =>
  textsIn(value).some(
    text => /\p{L}/u.test(text) && !BOOLEAN.test(text) && !KEY.test(text) && !isWebAddress(text),
  );
const isWebAddress = (text: string): boolean => /^(?:https?:\/\/|www\.)\S+$/i.test(text);
const isCode = (value: unknown): boolean =>
  textsIn(readWord(value)).some(text => COMMUNE_CODE.test(text));

/** Returns the test of the values of a field. */
function valueTest(target: string, context: RecognitionContext): (value: unknown) => boolean {
  const {collection, readerFor} = context;
  const read = readerFor(target);
  if (target === 'duration') return isDuration;
  if (target === 'time' || target === 'endTime') return isTime;
  if (target === 'family')
    return value =>
      textsIn(value).some(text => (FAMILIES as readonly string[]).includes(fold(text)));
  if (/\.insee$/.test(target)) return isCode;
  if (LINK.test(target)) return value => linksIn(read(value)).some(link => ADDRESS.test(link));
  if (WORDS.test(target))
    return value =>
      (isWords(value) || isWords(read(value))) && !(target.startsWith('commune.') && isCode(value));
  const schema =
    target === 'lat' ? latitude : target === 'lon' ? longitude : schemaAt(collection, target);
  const isValid = (given: unknown): boolean => {
    const errors: string[] = [];
    if (given === undefined || BOOLEAN.test(textsIn(given)[0] ?? '')) return false;
    return (
      given === null ||
      (schema?.parse(given, {base: undefined, path: [], errors}) !== undefined &&
        errors.length === 0)
    );
  };
  // The order of the numbers of a pair is decided later, by all pairs of the file.
  return value =>
    isValid(read(value)) ||
    (target === 'geo' &&
      pairIn(value) !== undefined &&
      COORDINATE_ORDERS.some(order => isValid(readGeo(value, order))));
}

/** Returns the share of a column's values that a field can have. */
export function fitOf(
  column: TableColumn,
  target: string,
  isExact: boolean,
  context: RecognitionContext,
) {
  const {values} = column;
  // An empty column is used if no other fits.
  if (values.length === 0) return isExact ? 0.1 : 0;
  const test = valueTest(target, context);
  const share = values.filter(test).length / values.length;
  if (target === 'id') return idFit(values, isExact);
  if (!TITLE.test(target)) return share;
  // Numbers, or the same text in all records, are titles only if there is no other column.
  const isConstant = values.length > 2 && countDistinct(values) === 1;
  return isExact ? Math.max(0.1, isConstant ? 0.1 : share) : isConstant ? 0 : share;
}

/** Returns the number of different texts, however the objects that have them are written. */
const countDistinct = (values: readonly unknown[]): number =>
  new Set(values.map(value => textsIn(value).join('\n'))).size;

/** Identifiers differ; a column called "id" may have a few that are repeated. */
function idFit(values: readonly unknown[], isExact: boolean): number {
  const isScalar = values.every(value => typeof value === 'string' || Number.isFinite(value));
  const share = countDistinct(values) / values.length;
  if (!isScalar || (!isExact && share < 1)) return 0;
  return share === 1 ? 1 : share >= 0.5 ? 0.4 : 0;
}
