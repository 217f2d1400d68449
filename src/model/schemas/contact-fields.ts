import {date, email, link, string, words} from './scalar-schemas.js';
import {map} from './schema-builder.js';

/** Maximum number of own fields of a record. */
const MAX_OWN_FIELDS = 50;

/** Fields of the webmaster's own, by name: shown in the detail, and offered as facets on request. */
export const extra = map(words, MAX_OWN_FIELDS);

/** Address and contact of a place or an organisation, with the terms of schema.org. */
export const contactFields = {
  /** Street address, without postal code and commune. */
  address: string,
  postalCode: string,
  telephone: string,
  email,
  website: link,
  /** Syntax of schema.org (`Mo-Fr 09:00-17:00`), or text. */
  openingHours: string,
  openingDate: date,
};
