/** Messages of the language switch of a portal. */
export const languageSwitch = {
  chooseLanguage: 'Langue',
  languageChosen: (name: string) => `Langue choisie : ${name}.`,
};
