import {canonicalLanguage, supportedLanguages} from '../i18n/catalogues.js';
import {closestMatch} from '../model/collection/closest-match.js';
import {isObject} from '../model/schemas/schema-builder.js';
import {MESSAGE_PARAMETERS} from '../i18n/message-parameters.data.js';
import {
  type MessageText,
  nameOf,
  type OverrideFault,
  overrideFault,
  parametersOf,
  PLACEHOLDER,
} from '../i18n/override-fault.js';

const SELECTOR = 'script[data-spass-messages]';

/** Messages of one script, for a language with or without region. */
interface LanguageOverrides {
  readonly language: string;
  readonly overrides: Overrides;
}

const reported = new Set<string>();

/** Logs a warning for the webmaster, once per page. */
function report(message: string): void {
  const text = `<script data-spass-messages>: ${message}`;
  if (reported.has(text)) return;
  reported.add(text);
  console.warn(text);
}

/** Returns the canonical language of a script: its own, or the language of the element around it. */
function languageOf(script: Element): string | undefined {
  const language = script.closest('[lang]')?.getAttribute('lang') || 'fr';
  const tag = canonicalLanguage(language);
  if (tag === undefined)
    report(`lang="${language.slice(0, 40)}" is none of ${supportedLanguages().join(', ')}`);
  return tag;
}

const readScripts = (): readonly LanguageOverrides[] =>
  [...document.querySelectorAll(SELECTOR)].flatMap(script => {
    const language = languageOf(script);
    return language === undefined
      ? []
      : [{language, overrides: parseOverrides(script.textContent, language, report)}];
  });

/** Returns the scripts as one text, which differs whenever one of them does. */
const scriptsKey = (): string =>
  JSON.stringify(
    [...document.querySelectorAll(SELECTOR)].map(script => [
      script.closest('[lang]')?.getAttribute('lang'),
      script.textContent,
    ]),
  );

let scripts: readonly LanguageOverrides[] = [];

/** Reads the messages of the document, and those that change later. `onChange` is called then. */
export function watchOverrides(onChange: () => void): void {
  let key = scriptsKey();
  scripts = readScripts();
  new MutationObserver(() => {
    const newKey = scriptsKey();
    if (newKey === key) return;
    key = newKey;
    scripts = readScripts();
    onChange();
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['lang', 'data-spass-messages'],
  });
}

/** Returns messages, with the page's own messages for a language. `fr` also applies to `fr-BE`, which precedes it. */
export function overrideMessages<M extends object>(messages: M, language: string): M {
  const own = scripts
    .filter(one => language === one.language || language.startsWith(`${one.language}-`))
    .sort((a, b) => a.language.length - b.language.length)
    .map(({overrides}) => overrides);
  // Sections that views add to the messages later can be read as well.
  return own.length ? (Object.assign(Object.create(messages) as M, ...own) as M) : messages;
}

/** Messages of a page by key, as they are called by the widgets. */
type Overrides = Readonly<Record<string, string | ((...values: unknown[]) => string)>>;

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
