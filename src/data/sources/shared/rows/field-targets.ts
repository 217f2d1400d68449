import {TERRITORIES} from '../../../../model/query.js';
import {RECORD_SCHEMAS} from '../../../../model/schemas/record-schemas.js';
import type {CollectionName} from '../../../../model/records.js';
import {
  isObject,
  type ObjectSchema,
  type Schema,
} from '../../../../model/schemas/schema-builder.js';
import {words} from '../../../../model/schemas/scalar-schemas.js';
import {type CoordinateOrder, readDegrees, readGeo} from '../readers/coordinate-readers.js';
import {readDate, readEnd, readPeriod} from '../readers/date-readers.js';
import {readOpeningHours} from '../readers/time-readers.js';
import {readCommuneName, readTerritoryCode} from '../readers/territory-readers.js';
import {
  readAmount,
  readAttachments,
  readEmail,
  readKeywords,
  readLink,
  readList,
  readOwnField,
  readPartners,
  readPicture,
  readTelephone,
  readText,
  readWord,
} from '../readers/value-readers.js';

/** Returns the schema at a path of a collection's records; undefined if there is no such field. */
export function schemaAt(collection: CollectionName, target: string): Schema<unknown> | undefined {
  // Own fields have any name.
  if (/^extra\../.test(target)) return words;
  let schema: Schema<unknown> | undefined = RECORD_SCHEMAS[collection];
  for (const key of target.split('.')) {
    const {properties} = schema as Partial<ObjectSchema<unknown>>;
    // A text has a value for each language.
    if (!properties) return 'object' in schema && /^[a-z]{2}$/.test(key) ? schema : undefined;
    schema = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (!schema) return undefined;
  }
  return schema;
}

/** True for a time of day, which is read together with a date. */
const isTimeTarget = (target: string): boolean => target === 'time' || target === 'endTime';

/** True if records of a collection have a field, or one that is read together with others. */
export const hasField = (collection: CollectionName, target: string): boolean =>
  isTimeTarget(target)
    ? collection === 'events'
    : schemaAt(
        collection,
        target === 'lat' || target === 'lon'
          ? 'geo'
          : target === 'duration'
            ? 'period.end'
            : target,
      ) !== undefined;

/** Lists of objects, read as they are: only a source builds them. */
const STRUCTURES = /^(?:phases|sources|actors|steps)$/;
const LISTS =
  /^(?:themes|tags|authors|owners|designers|scales|languages|tools|sections|portals|projects)$/;
const DATES = /^(?:published|created|updated|until|openingDate)$|(?:^|\.)start$/;
const NUMBERS = /^order$|^budget\.(?!currency)|\.(?:width|height|size|amount)$/;
const TEXTS =
  /^(?:title|description|abstract|body|intro|text|role|aims|results)(?:\.[a-z]{2})?$|\.(?:alt|label|title)$/;

/** True if a field has several values. */
export const isListTarget = (target: string): boolean => LISTS.test(target);

/** True if the values of a field may be written in HTML, and become plain text. */
export const mayHaveMarkup = (target: string): boolean =>
  !/(?:^|\.)(?:id|identifier|url|website|src|attachments|documents|geo)$/.test(target);

const unlessEmpty = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 0 ? undefined : value;

/** Returns the reader of the values of a field. */
export function readerFor(target: string, order: CoordinateOrder): (value: unknown) => unknown {
  if (target === 'geo') return value => readGeo(value, order);
  if (target === 'period' || target === 'event') return readPeriod;
  const kind = TERRITORIES.find(one => target === `commune.${one}`);
  if (kind) return value => readTerritoryCode(value, kind);
  if (target === 'commune.name') return readCommuneName;
  if (target === 'telephone') return readTelephone;
  if (target === 'openingHours') return readOpeningHours;
  if (target === 'email') return readEmail;
  if (target.endsWith('.src')) return readPicture;
  if (target === 'url' || target === 'website') return readLink;
  if (STRUCTURES.test(target)) return unlessEmpty;
  if (target === 'extra') return value => (isObject(value) ? value : undefined);
  if (target.startsWith('extra.')) return readOwnField;
  if (target === 'attachments' || target === 'documents')
    return value => unlessEmpty(readAttachments(value));
  if (target === 'partners') return value => unlessEmpty(readPartners(value));
  if (target === 'tags') return readKeywords;
  if (LISTS.test(target)) return readList;
  if (/(?:^|\.)end$/.test(target)) return readEnd;
  if (DATES.test(target)) return readDate;
  if (/(?:^|\.)(?:lat|lon)$/.test(target)) return readDegrees;
  if (NUMBERS.test(target)) return readAmount;
  return TEXTS.test(target) ? readText : readWord;
}
