import type {OwnField} from '../../../../model/query.js';
import {openCell} from '../readers/cell-json.js';
import type {CoordinateOrder} from '../readers/coordinate-readers.js';

/** Unvalidated record of a foreign source. */
export type ForeignRecord = Readonly<Record<string, unknown>>;

/**
 * Field mapping built into a source: our field, and the paths of the source's fields, separated by `|`. The first one
 * with a value is used.
 */
export type FieldDefaults = Readonly<Record<string, string>>;

/** Known properties of a format or a server. */
export interface SourceFormat {
  /** Field mapping built into the format. */
  readonly defaults?: FieldDefaults | undefined;
  readonly coordinateOrder?: CoordinateOrder | undefined;
  /** Coordinate reference system of the geometries, such as `EPSG:2154`. Default: WGS 84. */
  readonly crs?: string | undefined;
  /** Own fields that a query names, each read from the column of its name unless a field has that name. */
  readonly ownFields?: readonly OwnField[] | undefined;
}

/** Mapping of one of our fields to the fields of a foreign record. */
export interface FieldMapping {
  /** Path in our record, such as `title` or `commune.name`. `lat` and `lon` are combined into `geo`. */
  readonly target: string;
  /** Source path used by all sample records, or undefined if several are used. */
  readonly path: string | undefined;
  /** All source paths the value may come from. */
  readonly paths: readonly string[];
  /** True if the value may come from several paths at once, in a template. */
  readonly isTemplate: boolean;
  /** True if some samples contain several values in one string, such as `bois; brique`. */
  readonly isDelimited: boolean;
  /** Values at the path in the samples. */
  readonly values: readonly unknown[];
  /** True if the webmaster or the source names the paths; false for a guess by the names of the fields. */
  readonly isExplicit: boolean;
  /** The value as it came. */
  readonly reader: (record: ForeignRecord) => unknown;
  /** Value in the form that the schema expects, or unchanged if it cannot be read. Undefined if there is none. */
  readonly read: (record: ForeignRecord) => unknown;
}

/** True for a field that states the place of a record. */
export const isPlaceTarget = (target: string): boolean => /^(?:geo|lat|lon)$/.test(target);

/** Fields with codes that lose a leading zero in a spreadsheet. */
export const CODE_TARGET = /^postalCode$|\.insee$/;

/** Returns the value at a path: a field with that exact name, otherwise a nested one, also in a cell of JSON text. */
export function valueAt(record: ForeignRecord, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const key of path.split('.')) {
    const object = openCell(value);
    if (object === null || typeof object !== 'object' || !Object.hasOwn(object, key))
      return undefined;
    value = (object as ForeignRecord)[key];
  }
  return value;
}

/** Texts for a missing value in forms, databases and programs, and error values of spreadsheets. */
const NO_VALUE =
  /^(?:non (?:renseign|communiqu)[ée]e?s?|sans objet|n[ée]ant|niet ingevuld|n\/[acd]|n\.[acd]\.|n\.?v\.?t\.?|null|none|nan|#[a-z/0]+[!?]?|\[\s*\]|\{\s*\}|[-–—/?.…]+)?$/i;

/** True for an empty value, or a text for a missing one. */
export const isMissing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && NO_VALUE.test(value.trim()));
