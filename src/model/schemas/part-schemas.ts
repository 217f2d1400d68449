import type {Geo} from '../geo/geo.js';
import type {Text} from '../text.js';
import type {Period} from '../time/period.js';
import {
  boolean,
  count,
  date,
  direction,
  email,
  endDate,
  fetchUrl,
  fraction,
  lat,
  link,
  lon,
  longString,
  size,
  string,
  token,
  words,
} from './scalar-schemas.js';
import {
  type Infer,
  isObject,
  list,
  map,
  type NullableSchema,
  object,
  type ObjectSchema,
  orNull,
  ownValue,
  type Schema,
  union,
} from './schema-builder.js';

// Schemas of values that several records contain, and of the metadata around the records of a response.

export const MAX_LANGUAGES = 100;

/** Text of one line, such as a title. */
export const lineText: Schema<Text> = union(string, map(string, MAX_LANGUAGES));
/** Text of several paragraphs. */
export const text: Schema<Text> = union(longString, map(longString, MAX_LANGUAGES));
export const geo: NullableSchema<Geo> = orNull(object({lat, lon}, 'lat', 'lon'));
const dates = object({start: date, end: orNull(endDate)});
/** A period whose end is no date has an unknown end: without one it would be ongoing. */
export const period: ObjectSchema<Period> = {
  ...dates,
  parse(value, context) {
    const parsed = dates.parse(value, context);
    const hasEnd = isObject(value) && (ownValue(value, 'end') ?? null) !== null;
    return parsed?.start !== undefined && parsed.end === undefined && hasEnd
      ? {...parsed, end: ''}
      : parsed;
  },
};

export const commune = object({
  name: lineText,
  /** INSEE code, five characters (`59450`, `2A004`). */
  insee: string,
  /** SIREN of the EPCI, if the record states it. */
  epci: string,
  /** Code of the département, if the record states it in addition to the INSEE code. */
  departement: string,
  /** Code of the region, if the record states it in addition to the INSEE code. */
  region: string,
});

/** Upper bound on the files of one picture. */
const MAX_PICTURE_SOURCES = 20;

export const picture = object(
  {
    ...{src: fetchUrl, alt: lineText, credit: string, width: size, height: size},
    /** Files of the same picture in other widths, in pixels. */
    sources: list(object({src: fetchUrl, width: size}, 'src', 'width'), MAX_PICTURE_SOURCES),
    /** Point that stays visible where the picture is cropped: 0, 0 is the top left corner, 1, 1 the bottom right. */
    focus: object({x: fraction, y: fraction}, 'x', 'y'),
    /** Date on which it was taken, of any precision. Orders the pictures of a series. */
    date,
    /** `exact`, `circa` or `decade`. */
    datePrecision: string,
    licence: string,
    /** Direction of the camera. */
    direction,
  },
  'src',
);

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

export const attachment = object(
  {
    url: link,
    title: lineText,
    /** Media type (`application/pdf`) or file extension (`pdf`). */
    type: string,
    /** Size in bytes. */
    size,
    lang: string,
  },
  'url',
);

const attribution = object({
  text: lineText,
  url: link,
  licence: lineText,
  updated: date,
  /** Language of `text` and `licence` if they are strings. */
  lang: string,
});

export const facetValue = object({value: string, label: lineText, count}, 'value', 'count');

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
