import type {MapPoints} from '../map-view.js';
import type {WorldBox} from '../../model/geo/mercator.js';
import {fitBoxWithLayers} from '../fit/fit-box.js';
import {Shapes} from '../shapes/shapes.js';
import {Clusters} from './clusters.js';
import type {GroupSet} from './group-set.js';

/** Up to this number of records, shapes are read at once; with more, after the marks are drawn. */
const MAX_EAGER_SHAPES = 2000;

/** Points of a map, with their clusters and shapes. */
export class PointSet {
  readonly points: MapPoints;
  readonly clusters: Clusters;
  readonly shapes: Shapes;
  /** Clusters of the points used for auto-fit. */
  readonly #autoFitClusters: Clusters;

  constructor(points: MapPoints) {
    this.points = points;
    this.clusters = new Clusters(points);
    this.shapes = new Shapes(points, this.clusters);
    this.#autoFitClusters = points.autoFitPoints
      ? new Clusters(points.autoFitPoints)
      : this.clusters;
    if (points.length <= MAX_EAGER_SHAPES) this.shapes.read(() => true);
  }

  /** True if auto-fit uses the same positions as in another set. */
  hasSameFit(other: PointSet): boolean {
    this.shapes.resetMarks();
    other.shapes.resetMarks();
    return this.#autoFitClusters.hasSamePoints(other.#autoFitClusters);
  }

  /** True if the set has the records of another one, by their positions, but fewer points of layers. */
  lacksOnlyLayersOf({points: other}: PointSet): boolean {
    const {autoFitCount: count, length, y} = this.points;
    return (
      length < other.length &&
      y.subarray(0, count).join() === other.y.subarray(0, other.autoFitCount).join()
    );
  }

  /**
   * Returns the bounding box used for auto-fit, of the first `autoFitCount` points and of layers around them.
   *
   * @param keepsOutliers Returns the box of all points and shapes, also outliers and layers.
   */
  fitBox(keepsOutliers = false): WorldBox | undefined {
    this.shapes.resetMarks();
    const {x, y} = this.#autoFitClusters;
    const {autoFitCount = x.length} = this.points.autoFitPoints ?? this.points;
    const count = keepsOutliers ? x.length : autoFitCount;
    const {box, hasOwn} = fitBoxWithLayers(x, y, count, keepsOutliers);
    // Shapes belong to the points shown, which may differ from those used for auto-fit.
    return box && this.#autoFitClusters === this.clusters
      ? this.shapes.extendBox(box, hasOwn ? count : x.length)
      : box;
  }

  /** Returns the indices of the records in a view, in ascending order, including records without marks. */
  indicesInView(groups: GroupSet, box: WorldBox): Uint32Array {
    const marked = groups.recordIndices();
    const unmarked = this.shapes.unmarkedIn(box);
    return unmarked.length ? Uint32Array.from([...marked, ...unmarked]).sort() : marked;
  }

  /** Position of a record, not of the mark of its shape. NaN without coordinates. */
  positionOf(index: number): {readonly x: number; readonly y: number} {
    this.shapes.resetMarks();
    return {x: this.clusters.x[index] ?? NaN, y: this.clusters.y[index] ?? NaN};
  }
}

export const NO_POINTS: MapPoints = {
  length: 0,
  x: new Float64Array(),
  y: new Float64Array(),
  family: new Uint8Array(),
  nameAt: () => '',
};

/** Returns the index of the same record in new points, or -1. Compares position and name, because points have no id. */
export function findSamePoint(previous: MapPoints, index: number, points: MapPoints): number {
  for (let i = 0; i < points.length; i++)
    if (
      points.x[i] === previous.x[index] &&
      points.y[i] === previous.y[index] &&
      points.nameAt(i) === previous.nameAt(index) &&
      points.nameSuffixAt?.(i) === previous.nameSuffixAt?.(index)
    )
      return i;
  return -1;
}
