import type {FacetValue} from '../query.js';
import {lineText} from './part-schemas.js';
import {boolean, count, date, link, string, token} from './scalar-schemas.js';
import {type Infer, list, map, object, orNull, type Schema} from './schema-builder.js';

const attribution = object({
  text: lineText,
  url: link,
  licence: lineText,
  updated: date,
  /** Language of `text` and `licence` if they are strings. */
  lang: string,
});

const facetValue: Schema<FacetValue> = object(
  {value: string, label: lineText, count},
  'value',
  'count',
);

export const ENVELOPE_SCHEMA = object({
  total: count,
  next: orNull(token),
  complete: boolean,
  facets: map(list(facetValue)),
  attribution,
  contact: link,
});

/** Attribution shown in the footer. */
export type Attribution = Infer<typeof attribution>;

/** Metadata of a list response, without its items. */
export type Envelope = Infer<typeof ENVELOPE_SCHEMA>;
