import {parseRecord} from '../../../src/data/schema.js';
import {isObject} from '../../../src/data/shape.js';
import type {Contribution} from '../../../src/model/records.js';
import type {Text} from '../../../src/model/text.js';
import {wordings} from '../../../src/model/wordings.js';
import {MOST_PHOTOS} from './form.js';
import type {Words} from './words.js';

/** Error of a field. `photos[1]` is the second photograph. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export interface Checked {
  readonly record: Omit<Contribution, 'id' | 'photos'>;
  /** Alternative texts of the photographs. */
  readonly alts: readonly (string | undefined)[];
  readonly errors: readonly FieldError[];
}

/** Kinds of contributions with the field that each requires. */
const KINDS = new Map<string, 'text' | 'photos' | 'geo'>([
  ['idea', 'text'],
  ['comment', 'text'],
  ['photo', 'photos'],
  ['tree', 'geo'],
  ['place', 'geo'],
]);

const LONGEST_TEXT = 5000;
const LONGEST_NAME = 100;
const LONGEST_ALT = 500;

/** Replaces control characters by spaces; line breaks are kept. */
const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .trim();

const plainText = (text: Text): Text =>
  typeof text === 'string'
    ? plain(text)
    : Object.fromEntries(Object.entries(text).map(([lang, words]) => [lang, plain(words)]));

const lengthOf = (text: Text | undefined): number =>
  wordings(text).reduce((sum, words) => sum + words.length, 0);

/** Returns the alternative texts of the photographs. The files are separate parts of the form. */
const altsIn = (photos: unknown): (string | undefined)[] =>
  (Array.isArray(photos) ? photos.slice(0, MOST_PHOTOS) : []).map((photo: unknown) =>
    isObject(photo) && typeof photo['alt'] === 'string'
      ? plain(photo['alt']).slice(0, LONGEST_ALT) || undefined
      : undefined,
  );

/**
 * Validates a contribution with the same schemas as the widgets.
 *
 * @param photos Number of photographs in the form.
 */
export function checkContribution(json: string, photos: number, words: Words): Checked {
  let sent: unknown;
  try {
    sent = JSON.parse(json);
  } catch {
    sent = undefined;
  }
  const errors: FieldError[] = [];
  const refuse = (field: string, message: string) => void errors.push({field, message});
  if (!isObject(sent)) {
    refuse('contribution', words.unreadable);
    return {record: {kind: ''}, alts: [], errors};
  }
  // Fields that only the server may set are ignored.
  const {photos: told, id: _id, state: _state, created: _created, website, ...fields} = sent;
  const {value, faults} = parseRecord('contributions', {...fields, id: 'new'});
  const {kind = '', text, geo, name, portal, project} = value ?? {};
  const unreadable = new Set(faults.map(fault => /^\w+/.exec(fault)?.[0] ?? 'contribution'));
  for (const field of unreadable)
    if (field !== 'kind') refuse(field, field === 'geo' ? words.badPlace : words.unreadable);
  const need = KINDS.get(kind);
  if (!need) refuse('kind', words.badKind);
  const clean = text === undefined ? undefined : plainText(text);
  if (need === 'text' && lengthOf(clean) === 0 && !unreadable.has('text'))
    refuse('text', words.noText);
  if (lengthOf(clean) > LONGEST_TEXT) refuse('text', words.tooLong(LONGEST_TEXT));
  if (need === 'geo' && !geo && !unreadable.has('geo')) refuse('geo', words.noPlace);
  if (need === 'photos' && photos === 0) refuse('photos', words.noPhoto);
  if (photos > MOST_PHOTOS) refuse('photos', words.tooManyPhotos(MOST_PHOTOS));
  const named = name === undefined ? undefined : plain(name).replaceAll('\n', ' ');
  if ((named ?? '').length > LONGEST_NAME) refuse('name', words.tooLong(LONGEST_NAME));
  // Honeypot: users do not see this field, so only bots fill it in.
  if (website) refuse('website', words.trap);
  return {
    record: {
      kind,
      ...(lengthOf(clean) > 0 ? {text: clean} : {}),
      ...(geo ? {geo} : {}),
      ...(named ? {name: named} : {}),
      ...(portal === undefined ? {} : {portal}),
      ...(project === undefined ? {} : {project}),
    },
    alts: altsIn(told),
    errors,
  };
}
