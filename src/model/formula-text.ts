/**
 * Text that a spreadsheet may execute as a formula: it starts with one of these signs, also full-width or after spaces,
 * or with a tab or a carriage return.
 */
const FORMULA_START = /^[\s\p{C}]*[=+\-−@]|^[\t\r]/u;

/** Returns a text for a cell of a spreadsheet. One that may be executed is preceded by an apostrophe, which it hides. */
export const withoutFormula = (text: string): string =>
  FORMULA_START.test(text.normalize('NFKC')) ? `'${text}` : text;
