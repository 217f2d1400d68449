/* oxlint-disable typescript/no-non-null-assertion -- Every index is a category, which has its path. */
import {markRadius} from './grid.js';

/** Space around a ring within its button, and width of the ring, in pixels. */
const [EDGE, WIDTH] = [1.5, 4.75] as const;
/** Gap between two arcs of a ring, and least length of an arc with it, as shares of its circumference. */
const [GAP, MIN_SHARE] = [0.015, 0.055] as const;

/**
 * Adds the disc of a cluster, and an arc around it for each category, to paths: of discs, then one for each category. The
 * arcs are proportional to the shares, but long enough to be seen.
 *
 * @param x Position in pixels.
 */
export function addRing(
  paths: string[],
  x: number,
  y: number,
  categoryCounts: readonly number[],
): void {
  const total = categoryCounts.reduce((sum, count) => sum + count, 0);
  const shares = categoryCounts.map(count => count && Math.max(MIN_SHARE, count / total));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let radius = markRadius(total) - EDGE;
  const at = (share: number): string => {
    const angle = share * 2 * Math.PI;
    return `${(x + radius * Math.sin(angle)).toFixed(1)} ${(y - radius * Math.cos(angle)).toFixed(1)}`;
  };
  // Two halves, since an arc cannot be a circle.
  const arc = (from: number, to: number): string =>
    [(from + to) / 2, to].reduce(
      (path, end) => `${path}A${radius} ${radius} 0 0 1 ${at(end)}`,
      `M${at(from)}`,
    );
  paths[0]! += arc(0, 1);
  radius -= WIDTH / 2;
  let from = 0;
  // The disc is visible between the arcs.
  shares.forEach((part, category) => {
    const share = part / whole;
    if (share) paths[category + 1]! += arc(from, from + (share < 1 ? share - GAP : 1));
    from += share;
  });
}
