import {parseRecord} from '../../../src/data/validation.js';
import {
  type FieldError,
  type KindRequirements,
  MAX_ALT_LENGTH,
  MAX_NAME_LENGTH,
  MAX_TEXT_LENGTH,
  MAX_VERTICES,
  REQUIREMENTS,
} from '../../../src/model/contribution-kinds.js';
import {parseGeometry} from '../../../src/model/geo/geometry.js';
import {positionsOf} from '../../../src/model/geo/shape-of.js';
import {isObject, ownValue} from '../../../src/model/schemas/schema-builder.js';
import type {Contribution, Id} from '../../../src/model/records.js';
import {type Text, translationsOf} from '../../../src/model/text.js';
import {MAX_PHOTOS} from './form.js';
import type {ReceiptMessages} from './messages.js';

export interface ValidatedContribution {
  readonly record: Omit<Contribution, 'id' | 'photos'>;
  /** Alternative texts of the photographs. */
  readonly alts: readonly (string | undefined)[];
  readonly errors: readonly FieldError[];
}

/** Replaces control characters by spaces; line breaks are kept. */
export const stripControlCharacters = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
    .trim();

/** Returns a text of one line without control characters. */
const cleanLine = (text: string): string => stripControlCharacters(text).replaceAll('\n', ' ');

/** Returns the id of a record without control characters. */
const cleanId = (id: Id): Id => (typeof id === 'string' ? cleanLine(id) : id);

const cleanText = (text: Text): Text =>
  typeof text === 'string'
    ? stripControlCharacters(text)
    : Object.fromEntries(
        Object.entries(text).map(([lang, words]) => [
          cleanLine(lang),
          stripControlCharacters(words),
        ]),
      );

const textLength = (text: Text | undefined): number =>
  translationsOf(text).reduce((sum, words) => sum + words.length, 0);

/** Returns the alternative texts of the photographs. The files are separate parts of the form. */
const readAlts = (photos: unknown): (string | undefined)[] =>
  (Array.isArray(photos) ? photos.slice(0, MAX_PHOTOS) : []).map((photo: unknown) =>
    isObject(photo) && typeof photo['alt'] === 'string'
      ? stripControlCharacters(photo['alt']).slice(0, MAX_ALT_LENGTH) || undefined
      : undefined,
  );

/** Returns a line or area with positions that are valid and not too many; undefined otherwise. */
function checkShape(geometry: NonNullable<Contribution['geometry']>): typeof geometry | undefined {
  const shape = parseGeometry(geometry);
  if (typeof shape === 'string') return undefined;
  return positionsOf(shape).length <= MAX_VERTICES ? (shape as typeof geometry) : undefined;
}

/**
 * Validates a contribution with the same schemas as the widgets.
 *
 * @param photoCount Number of photographs in the form.
 */
export function validateContribution(
  json: string,
  photoCount: number,
  messages: ReceiptMessages,
): ValidatedContribution {
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch {
    input = undefined;
  }
  const errors: FieldError[] = [];
  const addError = (field: string, message: string) => void errors.push({field, message});
  if (!isObject(input)) {
    addError('contribution', messages.unreadable);
    return {record: {kind: ''}, alts: [], errors};
  }
  // Fields that only the server may set are ignored.
  const {
    photos: sentPhotos,
    id: _id,
    state: _state,
    created: _created,
    reply: _reply,
    website,
    ...fields
  } = input;
  const {value, errors: faults} = parseRecord('contributions', {...fields, id: 'new'});
  const {kind = '', text, geo, geometry, name, portal, project, resource, direction} = value ?? {};
  const invalidFields = new Set(faults.map(fault => /^\w+/.exec(fault)?.[0] ?? 'contribution'));
  for (const field of invalidFields)
    if (field !== 'kind')
      addError(
        field,
        field === 'geo'
          ? messages.badPlace
          : field === 'geometry'
            ? messages.badShape(MAX_VERTICES)
            : messages.unreadable,
      );
  const requirements = ownValue(REQUIREMENTS, kind) as KindRequirements | undefined;
  const requiredField = requirements?.required;
  if (!requiredField) addError('kind', messages.badKind);
  const cleanedText = text === undefined ? undefined : cleanText(text);
  if (requiredField === 'text' && textLength(cleanedText) === 0 && !invalidFields.has('text'))
    addError('text', messages.noText);
  if (textLength(cleanedText) > MAX_TEXT_LENGTH)
    addError('text', messages.tooLong(MAX_TEXT_LENGTH));
  if (requiredField === 'geo' && !geo && !invalidFields.has('geo'))
    addError('geo', messages.noPlace);
  const shape = geometry === undefined ? undefined : checkShape(geometry);
  if (geometry !== undefined && !shape) addError('geometry', messages.badShape(MAX_VERTICES));
  if (requiredField === 'photos' && photoCount === 0) addError('photos', messages.noPhoto);
  if (photoCount > MAX_PHOTOS) addError('photos', messages.tooManyPhotos(MAX_PHOTOS));
  const cleanedName = name === undefined ? undefined : cleanLine(name);
  if ((cleanedName ?? '').length > MAX_NAME_LENGTH)
    addError('name', messages.tooLong(MAX_NAME_LENGTH));
  // Honeypot: users do not see this field, so only bots fill it in.
  if (website) addError('website', messages.honeypot);
  return {
    record: {
      kind,
      ...(textLength(cleanedText) > 0 ? {text: cleanedText} : {}),
      ...(geo ? {geo} : {}),
      ...(shape ? {geometry: shape} : {}),
      ...(cleanedName ? {name: cleanedName} : {}),
      ...(portal === undefined ? {} : {portal: cleanId(portal)}),
      ...(project === undefined ? {} : {project: cleanId(project)}),
      ...(resource === undefined ? {} : {resource: cleanId(resource)}),
      ...(direction === undefined ? {} : {direction}),
    },
    alts: readAlts(sentPhotos),
    errors,
  };
}
