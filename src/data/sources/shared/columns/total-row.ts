import {dateIn} from '../readers/written-date.js';
import {cellText} from './heading-row.js';

/** First cell of a row of totals: `TOTAL`, `Total : 5`, `Total général`, `Total sport : 3`, `Sous-total Nord`, `Summe`. */
const TOTAL =
  /^(?:(?:sub|tussen)?tota(?:l|ux|al)(?:\s+(?:g[ée]n[ée]ral|ht|ttc|\d.*)|\s*[:=(].*|\s.+[:=]\s*\d+)?|sous-?tota(?:l|ux)\b.*|(?:gesamt|zwischen)?summe)$/i;

/** True for a month: `JUIN`, `Juin 2027`. */
const isMonth = (text: string): boolean =>
  /^\p{L}+(?: \d{4})?$/u.test(text) && dateIn(`1 ${text.replace(/\D$/, '$& 2000')}`) !== undefined;

/** True for a row that is no record: totals, or a month above its events, in a table of at least three columns. */
export function isTotal(cells: readonly unknown[]): boolean {
  const [first = '', ...others] = cells.map(cellText).filter(text => text !== '');
  return TOTAL.test(first) || (others.length === 0 && cells.length > 2 && isMonth(first));
}
