import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {FieldError} from '../../data/contributions/send-contribution.js';
import {
  type ContributionKind,
  MAX_NAME_LENGTH,
  MAX_TEXT_LENGTH,
  REQUIREMENTS,
} from '../../model/contribution-kinds.js';
import type {Geo} from '../../model/geo/geo.js';
import type {Draft} from './draft-controller.js';

/** Localization of the form and its fields. */
export type ContributeI18n = LocalizeController<'contribute' | 'placeSearch' | 'map' | 'places'>;

/** Fields of the form that can have an error, in document order. */
export const FORM_FIELDS = ['text', 'geo', 'photos', 'name', 'consent'] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** Error messages by field. */
export type FormErrors = ReadonlyMap<FormField, string>;

/** Validates a draft by the rules of the server, before it is sent. */
export function validateDraft(
  draft: Draft,
  kind: ContributionKind,
  {messages, number}: ContributeI18n,
): FormErrors {
  const errors = new Map<FormField, string>();
  const {required} = REQUIREMENTS[kind];
  const {text, name, coordinates, geo, photos, consent} = draft;
  if (required === 'text' && !text.trim()) errors.set('text', messages.needText);
  if (text.length > MAX_TEXT_LENGTH) errors.set('text', messages.tooLong(number(MAX_TEXT_LENGTH)));
  if (name.length > MAX_NAME_LENGTH) errors.set('name', messages.tooLong(number(MAX_NAME_LENGTH)));
  if (coordinates.trim() && !parseCoordinates(coordinates))
    errors.set('geo', messages.badCoordinates);
  else if (required === 'geo' && !geo) errors.set('geo', messages.needPlace);
  if (required === 'photos' && !photos.some(Boolean)) errors.set('photos', messages.needPhoto);
  if (!consent) errors.set('consent', messages.needConsent);
  return errors;
}

/** Assigns the errors of a server response to fields; the messages of unknown fields are joined in `other`. */
export function serverErrors(fieldErrors: readonly FieldError[]): {
  errors: FormErrors;
  other: string;
} {
  const errors = new Map<FormField, string>();
  const rest: string[] = [];
  for (const {field, message} of fieldErrors) {
    const fieldName = /^\w+/.exec(field)?.[0] ?? '';
    const name = FORM_FIELDS.find(one => one === fieldName || `${fieldName}s` === one);
    if (name) errors.set(name, [errors.get(name), message].filter(Boolean).join(' '));
    else rest.push(message);
  }
  return {errors, other: rest.join(' ')};
}

/** Decimals of the degrees sent: five are about a metre. */
const DECIMALS = 5;
const round = (degrees: number): number => Number(degrees.toFixed(DECIMALS));

/** Rounds a place to about a metre. */
export const roundToMetre = ({lat, lon}: Geo): Geo => ({lat: round(lat), lon: round(lon)});

/** Formats a place in the form that `parseCoordinates` reads: `50.39105, 3.48712`. */
export const formatCoordinates = ({lat, lon}: Geo): string =>
  `${lat.toFixed(DECIMALS)}, ${lon.toFixed(DECIMALS)}`;

/**
 * Parses two numbers, latitude first: `50.391, 3.487`, `50,391 3,487`, `50.391;3.487`, `50,391, 3,487`.
 *
 * @returns Undefined if the text is ambiguous, not two numbers, or out of range.
 */
export function parseCoordinates(text: string): Geo | undefined {
  // Ambiguous: one number with a decimal comma, or two integers.
  if (/^\s*\d+,\d+\s*$/.test(text)) return undefined;
  const numberPattern = String.raw`([+-−]?\d{1,3}(?:[.,]\d+)?)°?`;
  // With decimal commas the separator is a space, a semicolon, or a comma with a space.
  const parts = new RegExp(`^${numberPattern}(?:\\s*;\\s*|,?\\s+|,)${numberPattern}$`).exec(
    text.trim(),
  );
  const [lat = NaN, lon = NaN] = (parts ?? [])
    .slice(1)
    .map(part => Number(part.replace(',', '.').replace('−', '-')));
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? {lat, lon} : undefined;
}
