import type {CollectionName} from '../../../model/records.js';
import type {Client} from '../../client.js';
import type {Tell} from '../told.js';
import {parseFields, rulesFor, type Defaults, type Rule} from './fields.js';
import type {Row} from './rows.js';
import type {PairOrder} from './values.js';

/** What a source is opened with. */
export interface Opening {
  /** Absolute, and through the gate. */
  readonly address: string;
  /** The `fields` attribute. */
  readonly fields: string;
  readonly client: Client;
  readonly tell: Tell;
}

/** How many records are looked at for the names of their fields. */
const SAMPLES = 50;

/** The rules by which the rows of a source become records of a collection. */
export type RulesOf = (
  collection: CollectionName,
  rows: readonly Row[],
  defaults?: Defaults,
  order?: PairOrder,
) => readonly Rule[];

/** Rules that a webmaster's `fields` go before; it is read once, so that what is wrong with it is told once. */
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
