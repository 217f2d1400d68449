import {cellText} from './heading-row.js';

/** First cell of a row of totals: `TOTAL`, `Total : 5`, `Total général`, `Total sport : 3`, `Sous-total Nord`, `Summe`. */
const TOTAL =
  /^(?:(?:sub|tussen)?tota(?:l|ux|al)(?:\s+(?:g[ée]n[ée]ral|ht|ttc|\d.*)|\s*[:=(].*|\s.+[:=]\s*\d+)?|sous-?tota(?:l|ux)\b.*|(?:gesamt|zwischen)?summe)$/i;

/** True for a row of totals. */
export function isTotal(cells: readonly unknown[]): boolean {
  return TOTAL.test(cellText(cells.find(cell => cellText(cell) !== '')));
}
