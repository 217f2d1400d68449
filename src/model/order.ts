import type {Sort} from './query.js';
import type {PortalRecord} from './records.js';
import {pickText} from './text.js';
import {titleOf} from './records.js';
import {dateKey} from './traits.js';

/** The indices of records in an order; those without a title or date come last, whichever way. */
export function orderOf(records: Iterable<PortalRecord>, sort: Sort, lang: string): number[] {
  const turn = sort.startsWith('-') ? -1 : 1;
  if (!sort.endsWith('title')) return orderBy(records, dateKey, (a, b) => turn * (a - b));
  const {compare} = collator(lang);
  return orderBy(
    records,
    record => pickText(titleOf(record), lang).value.trim() || undefined,
    (a, b) => turn * compare(a, b),
  );
}

/** Equals keep the order in which they came. */
function orderBy<T>(
  records: Iterable<PortalRecord>,
  keyOf: (record: PortalRecord) => T | undefined,
  compare: (a: T, b: T) => number,
): number[] {
  const keys: (T | undefined)[] = [];
  for (const record of records) keys.push(keyOf(record));
  return [...keys.keys()].sort((a, b) => {
    const [left, right] = [keys[a], keys[b]];
    return left === undefined || right === undefined
      ? Number(left === undefined) - Number(right === undefined)
      : compare(left, right);
  });
}

function collator(lang: string): Pick<Intl.Collator, 'compare'> {
  // `lang` may be no language tag, and the browser without the letters of any language.
  for (const locale of [lang, 'fr']) {
    try {
      return new Intl.Collator(locale, {numeric: true, sensitivity: 'base'});
    } catch {
      // The next one, then.
    }
  }
  return {compare: (a, b) => (a < b ? -1 : Number(a > b))};
}
