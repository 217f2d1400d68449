/* oxlint-disable typescript/no-non-null-assertion -- Every index is a category, which has its path. */
import {FAMILY_COUNT, type MapPoints} from '../map-view.js';
import type {Viewport} from '../leaflet/viewport.js';
import {setPaths, svg} from '../svg.js';
import {markRadius} from './grid.js';
import {fillOf, type Mark} from './mark.js';

/** Space around a ring within its button, and width of the ring, in pixels. */
const [EDGE, WIDTH] = [1.5, 4.75] as const;
/** Gap between two arcs of a ring, as a share of its circumference. */
const GAP = 0.015;

/**
 * Discs of all clusters, and around each an arc for each family, proportional to its share. They are below the buttons,
 * as one path for each family: as a background image of each button they took a sixth of a zoom step.
 */
export class ClusterRings {
  /** Clusters as usual, and those faded by the emphasis of others: a path of discs, then one for each category. */
  readonly #groups = ['', 'faded'].map(name => svg('g', {class: name}));
  /** Points whose categories have their colours. */
  #points: MapPoints | undefined;
  #view: Viewport | undefined;

  constructor(pane: HTMLElement) {
    const root = svg('svg', {class: 'clusters', 'aria-hidden': 'true'});
    root.append(...this.#groups);
    pane.append(root);
  }

  /** Draws the rings in a view, by default that of the last drawing. */
  draw(marks: readonly Mark[], points: MapPoints | undefined, view = this.#view): void {
    this.#view = view;
    if (!points || !view) return;
    const count = FAMILY_COUNT + (points.layers?.length ?? 0);
    this.#groups.forEach((group, i) => {
      const paths = Array<string>(count + 1).fill('');
      for (const mark of marks) if (mark.isFaded === i > 0) addRing(paths, mark, view);
      setPaths(group, paths);
      if (points !== this.#points)
        for (let category = 0; category < count; category++) {
          const {style} = group.children[category + 1] as SVGPathElement;
          style.setProperty('--_shape', fillOf(category, points));
        }
    });
    this.#points = points;
  }
}

/** Adds the disc of a cluster, and the arcs around it, to the paths. */
function addRing(paths: string[], {group}: Mark, view: Viewport): void {
  const {recordCount, categoryCounts} = group;
  if (recordCount === 1) return;
  const [x, y] = [view.x(group.x), view.y(group.y)];
  let radius = markRadius(recordCount) - EDGE;
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
  categoryCounts.forEach((count, category) => {
    const share = count / recordCount;
    if (count) paths[category + 1]! += arc(from, from + (share < 1 ? Math.max(0, share - GAP) : 1));
    from += share;
  });
}
