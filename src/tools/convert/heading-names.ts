import {languageIn} from '../../data/sources/shared/columns/column-fields.js';
import {normalizeName} from '../../data/sources/shared/columns/column-names.js';

/** Names of columns or sheets by what they mean: normalized, separated by spaces. */
export type NameLists<T extends string = string> = Readonly<Record<T, string>>;

/** Returns what each name of some lists means. */
export const byName = <T extends string>(lists: NameLists<T>): ReadonlyMap<string, T> =>
  new Map(
    (Object.entries(lists) as [T, string][]).flatMap(([meaning, names]) =>
      names.split(' ').map(name => [name, meaning] as const),
    ),
  );

/** Fields that may have a column for each language. */
const TRANSLATED = /(?:^|\.)(?:title|text|role|alt|aims|results|area)$/;

/** Returns a function that finds the field of a heading, of a translation with its language: `title.nl`. */
export function createFieldFinder(lists: NameLists): (heading: string) => string | undefined {
  const fields = byName(lists);
  return heading => {
    const name = normalizeName(heading);
    const {base, language} = languageIn(name);
    const text = fields.get(base) ?? '';
    return (
      fields.get(name) ?? (language && TRANSLATED.test(text) ? `${text}.${language}` : undefined)
    );
  };
}

/** Returns the field of a text without a language; of one of which there are translations, that in the language `lang`. */
export function withOwnLanguage(field: string, all: Iterable<string>, lang: string): string {
  const others = new Set(all);
  const isTranslated =
    TRANSLATED.test(field) && [...others].some(one => one.startsWith(`${field}.`));
  return isTranslated && !others.has(`${field}.${lang}`) ? `${field}.${lang}` : field;
}
