import {fold} from '../../../../src/model/fold.js';
import {LANGUAGES} from '../messages/messages.js';

const LETTERS = Array.from({length: 26}, (_, i) => String.fromCharCode(97 + i));
const PAIRS = LETTERS.flatMap(first => LETTERS.map(second => first + second));

/** Returns the codes of two letters by the names that they have in the languages of a workbook. */
function codesByName(type: 'region' | 'language'): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames([language], {type, fallback: 'none'});
    for (const pair of PAIRS) {
      const code = type === 'region' ? pair.toUpperCase() : pair;
      const name = names.of(code);
      if (name !== undefined && !codes.has(fold(name))) codes.set(fold(name), code);
    }
  }
  return codes;
}

/** Creates a reader that replaces the name of a country or a language by its code; others are unchanged. */
function codeReader(type: 'region' | 'language'): (value: unknown) => unknown {
  let codes: ReadonlyMap<string, string> | undefined;
  return value => {
    if (typeof value !== 'string') return value;
    const text = value.trim();
    if (/^[a-z]{2}$/i.test(text))
      return type === 'region' ? text.toUpperCase() : text.toLowerCase();
    codes ??= codesByName(type);
    return codes.get(fold(text)) ?? text;
  };
}

/** Returns the code of a country: `FR` for `France`, `Frankrijk` or `fr`. */
export const codeOfCountry = codeReader('region');

/** Returns the code of a language: `nl` for `néerlandais`, `Nederlands` or `NL`. */
export const codeOfLanguage = codeReader('language');
