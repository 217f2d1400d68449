import type {CollectionName} from '../../../model/records.js';
import type {Client} from '../../client.js';
import type {Tell} from '../told.js';
import {parseFields, rulesFor, type Defaults, type Rule} from './fields.js';
import type {Row} from './rows.js';
import type {PairOrder} from './values.js';

/** Options of a foreign source. */
export interface Opening {
  /** Absolute URL, already checked as safe. */
  readonly address: string;
  /** Value of the `fields` attribute. */
  readonly fields: string;
  readonly client: Client;
  readonly tell: Tell;
}

/** Number of records whose field names are examined. */
const SAMPLES = 50;

/** Creates the field mappings of a collection. */
export type RulesOf = (
  collection: CollectionName,
  rows: readonly Row[],
  defaults?: Defaults,
  order?: PairOrder,
) => readonly Rule[];

/**
 * Returns a function that creates field mappings. The `fields` attribute takes precedence, and is parsed once, so that
 * its errors are reported once.
 */
export function rulesOf({fields, tell}: Opening): RulesOf {
  const said = parseFields(fields, tell);
  return (collection, rows, defaults, order) =>
    rulesFor({
      collection,
      fields: said,
      defaults,
      order,
      samples: rows.slice(0, SAMPLES).map(row => row.fields),
    });
}
