/**
 * Returns a code of several words as people write them: `FETE_ET_MARCHE` as `Fete et marche`, `journalArticle` as `Journal
 * article`. Other texts are returned unchanged, such as `PLUi` and `Fête`.
 */
export function codeAsWords(text: string): string {
  if (!/^(?:[A-Z\d]{2,}(?:_[A-Z\d]+)+|[a-z]{3,}(?:[A-Z][a-z]+)+)$/.test(text)) return text;
  const words = text.replace(/_|(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
