import {closestMatch} from '../../model/collection/closest-match.js';
import {isObject} from '../../model/schemas/schema-builder.js';
import {MESSAGE_PARAMETERS} from '../../i18n/message-parameters.data.js';

/** Message of a page: a text, or a text for each plural category of a language (`one`, `other`). */
type MessageText = string | (Readonly<Record<string, string>> & {readonly other: string});

/** Messages of a page by key, as they are called by the widgets. */
export type Overrides = Readonly<Record<string, string | ((...values: unknown[]) => string)>>;

const PLURAL_CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
const PLACEHOLDER = /\{(\w+)\}/g;

/** Reason for which a message of a page is left out, with its arguments. */
export type OverrideFault =
  | readonly [reason: 'unknown', suggestion: string | undefined]
  | readonly [reason: 'form', isCounted: boolean]
  | readonly [reason: 'empty']
  | readonly [reason: 'placeholder', name: string, allowed: string]
  | readonly [reason: 'lacks', name: string];

/** Returns the fault of a text, or undefined: its placeholders are those of the message. */
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

const parametersOf = (key: string): readonly string[] =>
  (MESSAGE_PARAMETERS[key] ?? '').split(' ').filter(Boolean);

/** Returns the fault of a message of a page; undefined if the widgets can use it. */
export function overrideFault(key: string, value: unknown): OverrideFault | undefined {
  if (!Object.hasOwn(MESSAGE_PARAMETERS, key))
    return ['unknown', closestMatch(key.slice(0, 40), Object.keys(MESSAGE_PARAMETERS))];
  const parameters = parametersOf(key);
  const isCounted = parameters.some(parameter => parameter.startsWith('#'));
  if (!isMessageText(value) || (typeof value !== 'string' && !isCounted))
    return ['form', isCounted];
  const forms = typeof value === 'string' ? [value] : Object.values(value);
  return forms.map(form => textFault(form, parameters)).find(one => one !== undefined);
}

/** Returns a fault in the words of the console. */
function describeFault([reason, detail, allowed]: OverrideFault): string {
  switch (reason) {
    case 'unknown':
      return `is no key${detail ? `: did you mean ${detail}?` : ''}`;
    case 'form':
      return `must be a text${detail ? ', or texts by plural category' : ''}`;
    case 'empty':
      return 'is empty';
    case 'placeholder':
      return `has no {${detail}}${allowed ? `, but ${allowed}` : ''}`;
    case 'lacks':
      return `must contain {${detail}}`;
  }
}

/** Returns the name of a parameter without its mark. */
const nameOf = (parameter: string): string => parameter.replace(/^\W/, '');

/** Returns true if a value is a text, or texts by plural category with one for `other`. */
const isMessageText = (value: unknown): value is MessageText =>
  typeof value === 'string' ||
  (isObject(value) &&
    typeof value['other'] === 'string' &&
    Object.entries(value).every(
      ([category, text]) => PLURAL_CATEGORIES.includes(category) && typeof text === 'string',
    ));

/** Returns a function that fills in the placeholders, with the plural form of the first number. */
function createMessage(
  text: MessageText,
  parameters: readonly string[],
  language: string,
): (...values: unknown[]) => string {
  const names = parameters.map(nameOf);
  const countIndex = parameters.findIndex(name => name.startsWith('#'));
  const plurals = new Intl.PluralRules(language);
  return (...values) => {
    const category = plurals.select(Number(values[countIndex] ?? 0));
    const form = typeof text === 'string' ? text : (text[category] ?? text.other);
    return form.replace(PLACEHOLDER, (_, name: string) => values[names.indexOf(name)] as string);
  };
}

/**
 * Parses the messages of one script.
 *
 * @param language Language of the plural forms.
 * @param report Called with the reason for each message that is left out.
 */
export function parseOverrides(
  json: string,
  language: string,
  report: (error: string) => void,
): Overrides {
  const overrides: Record<string, Overrides[string]> = {};
  let messages: unknown;
  try {
    messages = JSON.parse(json);
  } catch (error) {
    report(`is no JSON (${(error as Error).message})`);
    return overrides;
  }
  if (!isObject(messages)) {
    report('must be an object of sentences by key');
    return overrides;
  }
  for (const [key, value] of Object.entries(messages)) {
    const fault = overrideFault(key, value);
    if (fault) {
      report(`${key.slice(0, 40)} ${describeFault(fault)}`);
      continue;
    }
    const text = value as MessageText;
    const parameters = parametersOf(key);
    overrides[key] =
      parameters.length || typeof text !== 'string'
        ? createMessage(text, parameters, language)
        : text;
  }
  return overrides;
}
