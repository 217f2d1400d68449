import {date, email, link, longString, string, words} from './scalar-schemas.js';
import {map} from './schema-builder.js';

/** Maximum number of own fields of a record. */
const MAX_OWN_FIELDS = 50;

/** Fields of the webmaster's own. */
export const ownFields = {
  /** Values by name: shown in the detail, and offered as facets on request. */
  extra: map(words, MAX_OWN_FIELDS),
  /** Remark of the editors; never rendered. */
  note: longString,
};

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
