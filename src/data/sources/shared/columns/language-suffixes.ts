/** Languages that the end of a name states: `titre_nl`, `Titre (nl)`, `résumé anglais`. */
export const LANGUAGE_SUFFIXES: Readonly<Record<string, string>> = {
  fr: 'fr',
  francais: 'fr',
  frans: 'fr',
  french: 'fr',
  nl: 'nl',
  neerlandais: 'nl',
  nederlands: 'nl',
  dutch: 'nl',
  en: 'en',
  anglais: 'en',
  english: 'en',
  engels: 'en',
  de: 'de',
  allemand: 'de',
  deutsch: 'de',
  duits: 'de',
};
