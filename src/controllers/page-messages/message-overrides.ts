import {canonicalLanguage, supportedLanguages} from '../../i18n/catalogues.js';
import {type Overrides, parseOverrides} from './parse-overrides.js';

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

/** Reads all scripts of the document. */
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
