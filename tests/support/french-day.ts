/** Returns a day as French texts write it: `1er décembre 2026`. */
export const frenchDay = (date: Date | number = new Date()): string =>
  new Intl.DateTimeFormat('fr', {dateStyle: 'long'}).format(date).replace(/^1 /, '1er ');
