import {closestMatch} from '../../model/collection/closest-match.js';
import {isObject} from '../../model/schemas/schema-builder.js';
import {MESSAGE_PARAMETERS} from '../../i18n/message-parameters.data.js';
import {
  type MessageText,
  nameOf,
  type OverrideFault,
  overrideFault,
  parametersOf,
  PLACEHOLDER,
} from '../../i18n/override-fault.js';

/** Messages of a page by key, as they are called by the widgets. */
export type Overrides = Readonly<Record<string, string | ((...values: unknown[]) => string)>>;

/** Returns a fault in the words of the console. */
function describeFault(key: string, [reason, detail, allowed]: OverrideFault): string {
  switch (reason) {
    case 'unknown': {
      const suggestion = closestMatch(key, Object.keys(MESSAGE_PARAMETERS));
      return `is no key${suggestion ? `: did you mean ${suggestion}?` : ''}`;
    }
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
      const name = key.slice(0, 40);
      report(`${name} ${describeFault(name, fault)}`);
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
