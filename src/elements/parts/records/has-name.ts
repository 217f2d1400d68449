/** Returns the words of a text, with a space around each. */
const spaced = (text: string): string => ` ${text.replace(/[^-\p{L}\d]+/gu, ' ')} `;

/**
 * True if a text has the words of a name: `Lille` is not in `Lillers`, nor `Saint-Amand` in `Saint-Amand-les-Eaux`.
 */
export const hasName = (text: string, name: string): boolean => spaced(text).includes(spaced(name));
