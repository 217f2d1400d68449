import type {Sort} from '../query.js';
import {type PortalRecord, titleOf} from '../records.js';
import {pickText} from '../text.js';
import {dateSortKey} from './record-fields.js';

/** Sort key and comparison of records. Records without a key come last in both directions. */
export interface SortOrder<T = unknown> {
  keyOf(record: PortalRecord): T | undefined;
  compare(a: T, b: T): number;
}

/** Returns the sort order of a query. Titles are compared by the rules of `lang`. */
export function createSortOrder(sort: Sort, lang = 'fr'): SortOrder {
  const direction = sort.startsWith('-') ? -1 : 1;
  if (!sort.endsWith('title'))
    return {keyOf: dateSortKey, compare: (a, b) => direction * (a - b)} satisfies SortOrder<number>;
  const {compare} = createCollator(lang);
  return {
    keyOf: record => pickText(titleOf(record), lang).value.trim() || undefined,
    compare: (a, b) => direction * compare(a, b),
  } satisfies SortOrder<string>;
}

/** Number of keys sorted in one step, which takes a few milliseconds. */
const RUN_LENGTH = 512;

/**
 * Sorts the indices of keys; the sort is stable. Each step takes a few milliseconds: comparing 50,000 titles at once
 * would block the main thread.
 */
export function* sortIndices<T>(
  keys: readonly (T | undefined)[],
  order: Pick<SortOrder<T>, 'compare'>,
): Generator<void, number[]> {
  const compareAt = (a: number, b: number): number => {
    const [left, right] = [keys[a], keys[b]];
    return left === undefined || right === undefined
      ? Number(left === undefined) - Number(right === undefined)
      : order.compare(left, right);
  };
  let runs: number[][] = [];
  for (let start = 0; start < keys.length; start += RUN_LENGTH) {
    const run = keys.slice(start, start + RUN_LENGTH).map((_, i) => start + i);
    runs.push(run.sort(compareAt));
    yield;
  }
  while (runs.length > 1) {
    const mergedRuns: number[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      mergedRuns.push(yield* mergeRuns(runs[at] as number[], runs[at + 1] ?? [], compareAt));
    runs = mergedRuns;
  }
  return runs[0] ?? [];
}

function* mergeRuns(
  left: readonly number[],
  right: readonly number[],
  compare: (a: number, b: number) => number,
): Generator<void, number[]> {
  const result: number[] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const [a, b] = [left[i] as number, right[j] as number];
    if (compare(a, b) <= 0) {
      result.push(a);
      i++;
    } else {
      result.push(b);
      j++;
    }
    if (result.length % RUN_LENGTH === 0) yield;
  }
  return result.concat(left.slice(i), right.slice(j));
}

function createCollator(lang: string): Pick<Intl.Collator, 'compare'> {
  // `lang` may be an invalid language tag, and the browser may lack collation data for a language.
  for (const locale of [lang, 'fr']) {
    try {
      return new Intl.Collator(locale, {numeric: true, sensitivity: 'base'});
    } catch {
      // Tries the next locale.
    }
  }
  return {compare: (a, b) => (a < b ? -1 : Number(a > b))};
}
