import {MESSAGE_PARAMETERS} from './message-parameters.data.js';

/** Message of a page: a text, or a text for each plural category of a language (`one`, `other`). */
export type MessageText = string | (Readonly<Record<string, string>> & {readonly other: string});

const PLURAL_CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** Name of a value in a message: `{shown}`. */
export const PLACEHOLDER = /\{(\w+)\}/g;

/** Reason for which a message of a page is left out, with its arguments. */
export type OverrideFault =
  | readonly [reason: 'unknown']
  | readonly [reason: 'form', isCounted: boolean]
  | readonly [reason: 'empty']
  | readonly [reason: 'placeholder', name: string, allowed: string]
  | readonly [reason: 'lacks', name: string];

/** Returns the fault of a text; undefined if it has the placeholders of the message. */
function textFault(text: string, parameters: readonly string[]): OverrideFault | undefined {
  if (!text.trim()) return ['empty'];
  const allowed = parameters.filter(name => !name.startsWith('!')).map(nameOf);
  const used = [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '');
  const unknown = used.find(name => !allowed.includes(name));
  if (unknown !== undefined)
    return ['placeholder', unknown, allowed.map(name => `{${name}}`).join(', ')];
  const missing = parameters.find(name => /^\w/.test(name) && !used.includes(name));
  return missing === undefined ? undefined : ['lacks', missing];
}

/** Returns the parameters of a message, with their marks. */
export const parametersOf = (key: string): readonly string[] =>
  (MESSAGE_PARAMETERS[key] ?? '').split(' ').filter(Boolean);

/** Returns the fault of a message of a page; undefined if the widgets can use it. */
export function overrideFault(key: string, value: unknown): OverrideFault | undefined {
  if (!Object.hasOwn(MESSAGE_PARAMETERS, key)) return ['unknown'];
  const parameters = parametersOf(key);
  const isCounted = parameters.some(parameter => parameter.startsWith('#'));
  if (!isMessageText(value) || (typeof value !== 'string' && !isCounted))
    return ['form', isCounted];
  const forms = typeof value === 'string' ? [value] : Object.values(value);
  return forms.map(form => textFault(form, parameters)).find(one => one !== undefined);
}

/** Returns the name of a parameter without its mark. */
export const nameOf = (parameter: string): string => parameter.replace(/^\W/, '');

/** Returns true if a value is a text, or texts by plural category with one for `other`. */
const isMessageText = (value: unknown): value is MessageText =>
  typeof value === 'string' ||
  (typeof value === 'object' &&
    value !== null &&
    typeof (value as Readonly<Record<string, unknown>>)['other'] === 'string' &&
    Object.entries(value).every(
      ([category, text]) => PLURAL_CATEGORIES.includes(category) && typeof text === 'string',
    ));
