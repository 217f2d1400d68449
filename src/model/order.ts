import type {Sort} from './query.js';
import type {PortalRecord} from './records.js';
import {pickText} from './text.js';
import {titleOf} from './records.js';
import {dateKey} from './traits.js';

/** What records are sorted by, and how it is compared; what has no key comes last, whichever way. */
export interface Order<T = unknown> {
  keyOf(record: PortalRecord): T | undefined;
  compare(a: T, b: T): number;
}

/** The order that a query names, for a reader of a language. */
export function orderBy(sort: Sort, lang = 'fr'): Order {
  const turn = sort.startsWith('-') ? -1 : 1;
  if (!sort.endsWith('title'))
    return {keyOf: dateKey, compare: (a, b) => turn * (a - b)} satisfies Order<number>;
  const {compare} = collator(lang);
  return {
    keyOf: record => pickText(titleOf(record), lang).value.trim() || undefined,
    compare: (a, b) => turn * compare(a, b),
  } satisfies Order<string>;
}

/** So many keys are sorted at once: what takes a few milliseconds. */
const CHUNK = 512;

/**
 * The indices of keys in their order; equals keep the order in which they came. A step is a few milliseconds of work:
 * comparing 50,000 titles in one go would be felt.
 */
export function* sorted<T>(
  keys: readonly (T | undefined)[],
  order: Order<T>,
): Generator<void, number[]> {
  const compareAt = (a: number, b: number): number => {
    const [left, right] = [keys[a], keys[b]];
    return left === undefined || right === undefined
      ? Number(left === undefined) - Number(right === undefined)
      : order.compare(left, right);
  };
  let runs: number[][] = [];
  for (let start = 0; start < keys.length; start += CHUNK) {
    const run = keys.slice(start, start + CHUNK).map((_, i) => start + i);
    runs.push(run.sort(compareAt));
    yield;
  }
  while (runs.length > 1) {
    const longer: number[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      longer.push(yield* merged(runs[at] as number[], runs[at + 1] ?? [], compareAt));
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged(
  left: readonly number[],
  right: readonly number[],
  compare: (a: number, b: number) => number,
): Generator<void, number[]> {
  const all: number[] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const [a, b] = [left[i] as number, right[j] as number];
    if (compare(a, b) <= 0) {
      all.push(a);
      i++;
    } else {
      all.push(b);
      j++;
    }
    if (all.length % CHUNK === 0) yield;
  }
  return all.concat(left.slice(i), right.slice(j));
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
