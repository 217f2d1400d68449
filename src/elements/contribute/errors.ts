import type {FieldFault} from '../../data/contributing.js';
import {type Draft} from './draft.js';
import {ASKS, type Kind, LONGEST_NAME, LONGEST_TEXT} from './kinds.js';
import {parseCoordinates} from './coordinates.js';
import type {Words} from './words.js';

/** Fields of the form that can have an error, in document order. */
export const FIELDS = ['text', 'geo', 'photos', 'name', 'consent'] as const;
export type Field = (typeof FIELDS)[number];

/** Error messages by field. */
export type Errors = ReadonlyMap<Field, string>;

/** Validates a draft by the rules of the server, before it is sent. */
export function errorsIn(draft: Draft, kind: Kind, {messages, number}: Words): Errors {
  const errors = new Map<Field, string>();
  const {needs} = ASKS[kind];
  const {text, name, coordinates, geo, photos, consent} = draft;
  if (needs === 'text' && !text.trim()) errors.set('text', messages.needText);
  if (text.length > LONGEST_TEXT) errors.set('text', messages.tooLong(number(LONGEST_TEXT)));
  if (name.length > LONGEST_NAME) errors.set('name', messages.tooLong(number(LONGEST_NAME)));
  if (coordinates.trim() && !parseCoordinates(coordinates))
    errors.set('geo', messages.badCoordinates);
  else if (needs === 'geo' && !geo) errors.set('geo', messages.needPlace);
  if (needs === 'photos' && !photos.some(Boolean)) errors.set('photos', messages.needPhoto);
  if (!consent) errors.set('consent', messages.needConsent);
  return errors;
}

/** Assigns the errors of a server response to fields; the messages of unknown fields are joined in `other`. */
export function errorsFrom(faults: readonly FieldFault[]): {errors: Errors; rest: string} {
  const errors = new Map<Field, string>();
  const rest: string[] = [];
  for (const {field, message} of faults) {
    const word = /^\w+/.exec(field)?.[0] ?? '';
    const name = FIELDS.find(one => one === word || `${word}s` === one);
    if (name) errors.set(name, [errors.get(name), message].filter(Boolean).join(' '));
    else rest.push(message);
  }
  return {errors, rest: rest.join(' ')};
}
