import type {LocalizeController} from '../../controllers/localize-controller.js';
import {
  type FieldError,
  MAX_NAME_LENGTH,
  MAX_TEXT_LENGTH,
  REQUIREMENTS,
} from '../../model/contribution-kinds.js';
import type {ContributionKind} from '../../model/records.js';
import {parseCoordinates} from '../../model/geo/coordinates.js';
import type {Draft} from './draft-controller.js';

/** Localization of the form and its fields. */
export type ContributeI18n = LocalizeController<'contribute' | 'placeSearch' | 'map' | 'places'>;

/** Fields of the form that can have an error, in document order. */
export const FORM_FIELDS = ['text', 'geo', 'photos', 'name', 'consent'] as const;
export type FormField = (typeof FORM_FIELDS)[number];

export type FormErrors = ReadonlyMap<FormField, string>;

/**
 * Validates a draft by the rules of the server, before it is sent.
 *
 * @param sketchError Error of the line or area, if there is one.
 */
export function validateDraft(
  draft: Draft,
  kind: ContributionKind,
  {messages, number}: ContributeI18n,
  sketchError: string | undefined,
): FormErrors {
  const errors = new Map<FormField, string>();
  const {required} = REQUIREMENTS[kind];
  const {text, name, coordinates, geo, shape, vertices, photos, consent} = draft;
  const hasPlace = shape === 'point' ? geo !== undefined : vertices.length > 0;
  if (required === 'text' && !text.trim()) errors.set('text', messages.needText);
  if (text.length > MAX_TEXT_LENGTH) errors.set('text', messages.tooLong(number(MAX_TEXT_LENGTH)));
  if (name.length > MAX_NAME_LENGTH) errors.set('name', messages.tooLong(number(MAX_NAME_LENGTH)));
  if (shape !== 'point' && sketchError) errors.set('geo', sketchError);
  else if (shape === 'point' && coordinates.trim() && !parseCoordinates(coordinates))
    errors.set('geo', messages.badCoordinates);
  else if (required === 'geo' && !hasPlace) errors.set('geo', messages.needPlace);
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
    const [path = ''] = /^\w+/.exec(field) ?? [];
    // A line or area is drawn in the field of the place.
    const fieldName = path === 'geometry' ? 'geo' : path;
    const name = FORM_FIELDS.find(one => one === fieldName || `${fieldName}s` === one);
    if (name) errors.set(name, [errors.get(name), message].filter(Boolean).join(' '));
    else rest.push(message);
  }
  return {errors, other: rest.join(' ')};
}
