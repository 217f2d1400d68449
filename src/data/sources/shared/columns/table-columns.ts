import {isObject} from '../../../../model/schemas/schema-builder.js';
import {openCell} from '../readers/cell-json.js';
import {type ForeignRecord, isMissing} from '../rows/foreign-record.js';
import type {TableColumn} from './column-fit.js';

/** Numbers of records, spread over all of them, and of values of a column that are examined. */
const MAX_SAMPLES = 300;
const MAX_VALUES = 100;
/** Number of columns above which nested values are not examined, and number of objects and lists around one. */
const MAX_COLUMNS = 500;
const MAX_DEPTH = 6;

/** Returns some records, spread over all of them. */
export function sampleOf<T>(records: readonly T[]): readonly T[] {
  const step = Math.ceil(records.length / MAX_SAMPLES);
  return step > 1 ? records.filter((_, i) => i % step === 0) : records;
}

/** True for a geometry, or a text by language. */
const isOneValue = (value: object): boolean =>
  'coordinates' in value || Object.keys(value).every(key => /^@?[a-z]{2}$/.test(key));

/** Returns the columns of records, with some values of each. */
export function columnsOf(
  names: readonly string[],
  records: readonly ForeignRecord[],
): TableColumn[] {
  const values = new Map<string, unknown[]>(names.map(name => [name, []]));
  const add = (name: string, value: unknown): void => {
    const found = values.get(name) ?? [];
    if (found.length === 0) values.set(name, found);
    if (found.length < MAX_VALUES && !isMissing(value)) found.push(value);
  };
  // Values of an object, such as `commune.nom`, are recognized by all its names; of a list, those of the first object.
  const addNested = (parent: string, cell: unknown, record: ForeignRecord, depth: number): void => {
    const value = openCell(cell);
    const isList = Array.isArray(value) && isObject(value[0]);
    const content: unknown = isList ? {0: value[0] as unknown} : value;
    if (!isObject(content) || isOneValue(content) || depth >= MAX_DEPTH) return;
    for (const [key, nested] of Object.entries(content)) {
      const name = `${parent}.${key}`;
      // The type of an object is not the type of the record, and its id is not that of the record.
      const isKind = depth > 0 && /[a-z]Type$|^(?:mime|content)_?type$/.test(key);
      if (
        isKind ||
        /^@?(?:type|id)$/.test(key) ||
        Object.hasOwn(record, name) ||
        values.size >= MAX_COLUMNS
      )
        continue;
      if (!isList) add(name, nested);
      addNested(name, nested, record, depth + 1);
    }
  };
  for (const record of records)
    for (const [name, cell] of Object.entries(record)) {
      add(name, openCell(cell));
      addNested(name, cell, record, 0);
    }
  return [...values].map(([name, values]) => ({name, values}));
}

/** People and programs of a record, with names, texts, pictures and dates of their own. */
const AGENTS =
  /^(?:account|acheteur|app(?:lication)?|assignee|author|auteur|channel|contact|contributor|creator|createur|editor|maitre_\w+|milestone|organi[sz]er|owner|proprietaire|publisher|reporter|titulaire|user|utilisateur)s?$/i;
/** Other things of a record, with names and texts of their own. */
const THINGS =
  /^(?:attachment|card|categor(?:y|ie)|comment(?:aire)?|commune|departement|epci|illustration|image|keyword|label|licen[cs]e|lieu\w*|location|media(?!t)\w*|mention|photo|picture|place|poll|poster|region|tag|theme|venue|ville)s?$/i;
/** Fields that only the record itself states; the first are its texts. */
const OWN_TEXTS = /^(?:title|name|description|abstract|body|intro)(?:\.|$)/;
const OWN_FIELDS = /^(?:id|image|url|website|period|published|created|updated)(?:\.|$)/;

/** True for a name or a text of the record itself. */
export const isOwnText = (target: string): boolean => OWN_TEXTS.test(target);

/** True for a value of another thing, such as `author.name`, which is not the name of the record. */
export function isOfAnotherThing({name, values}: TableColumn, target: string): boolean {
  const isText = isOwnText(target) || target === 'url';
  if (!isText && !OWN_FIELDS.test(target)) return false;
  const path = name.split('.');
  const things = values.some(value => isObject(value) && !isOneValue(value))
    ? path
    : path.slice(0, -1);
  return things.some(part => AGENTS.test(part) || (isText && THINGS.test(part)));
}
