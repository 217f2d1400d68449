import {ENVELOPE_SCHEMA, type Envelope} from '../../model/schemas/part-schemas.js';
import {RECORD_SCHEMAS} from '../../model/schemas/record-schemas.js';
import type {CollectionName, Collections} from '../../model/records.js';
import type {ParseContext, Schema} from '../../model/schemas/schema-builder.js';

/** Parsed value and its validation errors. */
export interface ParseResult<T> {
  /** Undefined if the value cannot be used. */
  readonly value: T | undefined;
  /** One line per error, with its path: `geo.lat: expected a number, got "3,1"`. */
  readonly errors: readonly string[];
}

function parse<T>(
  schema: Schema<T>,
  raw: unknown,
  base: string | undefined,
  path: ParseContext['path'] = [],
): ParseResult<T> {
  const errors: string[] = [];
  return {value: schema.parse(raw, {base, path, errors}), errors};
}

/**
 * Parses a record. Invalid fields are left out and reported.
 *
 * @param path Prefix of the paths in the errors.
 */
export const parseRecord = <K extends CollectionName>(
  collection: K,
  raw: unknown,
  base?: string,
  path?: ParseContext['path'],
): ParseResult<Collections[K]> =>
  parse(RECORD_SCHEMAS[collection] as Schema<Collections[K]>, raw, base, path);

/** Parses the metadata of a list response. */
export const parseEnvelope = (raw: unknown, base?: string): ParseResult<Envelope> =>
  parse(ENVELOPE_SCHEMA, raw, base);
