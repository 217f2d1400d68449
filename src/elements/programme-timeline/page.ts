import type {TimelineRow} from './rows.js';

/** Minimum number of rows shown: the generations of Interreg, and some more. */
const MIN_ROWS = 12;

/** Row with the number of its projects that are shown. */
export interface ShownRow {
  readonly row: TimelineRow;
  readonly shownCount: number;
}

/** Rows and projects that are shown. */
export interface TimelinePage {
  readonly rows: readonly ShownRow[];
  /** Number of projects shown, in all rows. */
  readonly shown: number;
  /** Number of projects in all rows, including rows that are not shown. */
  readonly total: number;
  /** True if further rows or projects can be shown. */
  readonly hasMore: boolean;
}

/**
 * Returns the first rows with `limit` projects in total, distributed over all of them: the first project of each row,
 * then the second, and so on. A timeline that starts with the oldest programme only would give no overview.
 */
export function pageOf(rows: readonly TimelineRow[], limit: number): TimelinePage {
  const visible = rows.slice(0, Math.max(limit, MIN_ROWS));
  const shares = shareEvenly(
    visible.map(({projectCount}) => projectCount),
    limit,
  );
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
  const [shown, total] = [sum(shares), sum(rows.map(({projectCount}) => projectCount))];
  return {
    rows: visible.map((row, i) => ({row, shownCount: shares[i] ?? 0})),
    shown,
    total,
    hasMore: shown < total || visible.length < rows.length,
  };
}

/** Distributes a number over shares with an upper bound each, as evenly as possible; the first ones get the rest. */
function shareEvenly(bounds: readonly number[], count: number): readonly number[] {
  const shares = bounds.map(() => 0);
  let remaining = count;
  let open = bounds.map((_, i) => i).filter(i => (bounds[i] ?? 0) > 0);
  while (remaining > 0 && open.length > 0) {
    const step = Math.max(1, Math.floor(remaining / open.length));
    for (const i of open) {
      const added = Math.min(step, (bounds[i] ?? 0) - (shares[i] ?? 0), remaining);
      shares[i] = (shares[i] ?? 0) + added;
      remaining -= added;
    }
    open = open.filter(i => (shares[i] ?? 0) < (bounds[i] ?? 0));
  }
  return shares;
}
