import type {Geometry, Position} from '../../model/geo/geometry.js';
import {
  clipLine,
  clipRing,
  lengthOf,
  lineMidpoint,
  interiorPoint,
  type FlatCoordinates,
} from './clip.js';
import type {Clusters} from '../markers/clusters.js';
import {FAMILY_COUNT, type MapPoints} from '../map-view.js';
import {nearestCopy, type WorldBox, worldY} from '../../model/geo/mercator.js';

/** Lines or areas of a record, in world coordinates. */
export interface Shape {
  readonly index: number;
  readonly isArea: boolean;
  /** Lines; or areas, each with its outer ring and holes. */
  readonly parts: readonly (readonly FlatCoordinates[])[];
  readonly box: WorldBox;
  /** Position of the record's mark while the shape is in view. */
  readonly anchor: {readonly x: number; readonly y: number};
  /** False if the shape alone represents the record. */
  hasMark: boolean;
}

/** Maximum number of positions of all shapes together; later shapes are represented by their marks only. */
const MAX_POSITIONS = 1_000_000;

/** Number of shapes of a category above which they have no marks by default: these would be a grid that hides them. */
const MAX_MARKED_SHAPES = 500;

/** Longest task in milliseconds; a longer one makes the page stutter. */
const SLICE_MS = 10;

/** Lines and areas of the records on the map. */
export class Shapes {
  readonly all: Shape[] = [];
  readonly #points: MapPoints;
  readonly #clusters: Clusters;
  /** Index of the next record to read. */
  #nextIndex = 0;
  #positionCount = 0;
  /** Shapes in the default mode, by category: the map's own records, and each layer. */
  readonly #shapesByCategory = new Map<number, Shape[]>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(points: MapPoints, clusters: Clusters) {
    this.#points = points;
    this.#clusters = clusters;
    if (!points.geometryAt) this.#nextIndex = points.length;
  }

  get isComplete(): boolean {
    return this.#nextIndex >= this.#points.length || this.#positionCount > MAX_POSITIONS;
  }

  /** Reads further records while `hasTime` returns true. */
  read(hasTime: () => boolean): void {
    while (!this.isComplete && hasTime()) {
      const index = this.#nextIndex++;
      const shape = this.#createShape(index, this.#points.geometryAt?.(index));
      if (!shape) continue;
      this.all.push(shape);
      this.#chooseMarks(shape);
    }
  }

  /** Removes the mark of a shape, or of all shapes of its category once there are too many. */
  #chooseMarks(shape: Shape): void {
    const mode = this.#points.shapeModeAt?.(shape.index) ?? 'both';
    if (mode === 'outline') this.#removeMarks([shape]);
    if (mode !== '') return;
    const category = Math.max(FAMILY_COUNT - 1, this.#points.family[shape.index] ?? 0);
    const shapes = this.#shapesByCategory.get(category) ?? [];
    this.#shapesByCategory.set(category, shapes);
    shapes.push(shape);
    if (shapes.length > MAX_MARKED_SHAPES)
      this.#removeMarks(shapes.length === MAX_MARKED_SHAPES + 1 ? shapes : [shape]);
  }

  #removeMarks(shapes: readonly Shape[]): void {
    for (const shape of shapes) {
      shape.hasMark = false;
      this.#clusters.removeMark(shape.index);
    }
  }

  /** Returns the records that are represented by a shape alone, and whose shape is in a box. */
  unmarkedIn(box: WorldBox): readonly number[] {
    return this.all
      .filter(shape => !shape.hasMark && intersects(shape, box))
      .map(({index}) => index);
  }

  /** Reads the remaining records in slices. Calls `onRead` after each slice that contains shapes. */
  readInSlices(onRead: () => void): void {
    if (this.isComplete) return;
    this.#timer = setTimeout(() => {
      const {length} = this.all;
      const end = Date.now() + SLICE_MS;
      this.read(() => Date.now() < end);
      // Before the callback, which may call `stop`.
      this.readInSlices(onRead);
      if (this.all.length > length) onRead();
    });
  }

  /** Stops reading. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /**
   * Moves the mark of each shape into the visible box: to its own position, or, if that is outside, onto the visible
   * part of the shape.
   */
  placeMarks(box: WorldBox): void {
    const {x, y} = this.#clusters;
    for (const shape of this.all) {
      const {index, anchor} = shape;
      const position = isInside(box, nearestCopy(anchor.x, centerX(box)), anchor.y)
        ? anchor
        : visiblePoint(shape, box);
      [x[index], y[index]] = [position?.x ?? anchor.x, position?.y ?? anchor.y];
    }
  }

  /** Returns a box extended by all shapes whose marks it contains, among the records below the index `bound`. */
  extendBox(box: WorldBox, bound: number): WorldBox {
    let {west, north, east, south} = box;
    for (const shape of this.all) {
      const x = nearestCopy(shape.anchor.x, centerX(box));
      const {y} = shape.anchor;
      const isInside = x >= box.west && x <= box.east && y >= box.north && y <= box.south;
      if (shape.index >= bound || !isInside) continue;
      const shift = x - shape.anchor.x;
      west = Math.min(west, shape.box.west + shift);
      east = Math.max(east, shape.box.east + shift);
      north = Math.min(north, shape.box.north);
      south = Math.max(south, shape.box.south);
    }
    return {west, north, east, south};
  }

  /** Moves all marks back to their own positions. */
  resetMarks(): void {
    for (const {index, anchor} of this.all)
      [this.#clusters.x[index], this.#clusters.y[index]] = [anchor.x, anchor.y];
  }

  #createShape(index: number, geometry: Geometry | undefined): Shape | undefined {
    const x = this.#clusters.x[index] ?? NaN;
    if (!geometry || Number.isNaN(x)) return undefined;
    const parts = partsOf(geometry);
    if (parts.length === 0) return undefined;
    const coordinates = parts.map(part => part.map(flatCoordinates));
    this.#positionCount += coordinates.flat().reduce((sum, {length}) => sum + length / 2, 0);
    const isArea = geometry.type.endsWith('Polygon');
    const anchor = {x, y: this.#clusters.y[index] ?? NaN};
    return {index, isArea, parts: coordinates, box: boxOf(coordinates), anchor, hasMark: true};
  }
}

/** Returns the shift in x that moves a shape to the copy of the world nearest to a box. */
export function worldShift({box}: Shape, view: WorldBox): number {
  const middle = centerX(box);
  return nearestCopy(middle, centerX(view)) - middle;
}

/** True if the bounding box of a shape intersects a box. */
export function intersects(shape: Shape, view: WorldBox): boolean {
  const {west, north, east, south} = shape.box;
  const shift = worldShift(shape, view);
  return (
    west + shift <= view.east &&
    east + shift >= view.west &&
    north <= view.south &&
    south >= view.north
  );
}

/** Returns the parts of a shape within a box, shifted to its copy of the world: lines or rings. */
export function clipShape(shape: Shape, view: WorldBox): Shape['parts'] {
  const shift = worldShift(shape, view);
  const {west, north, east, south} = shape.box;
  // Most shapes of a zoomed-out map: a copy of each of their vertices would be half of a zoom step.
  if (!shift && isInside(view, west, north) && isInside(view, east, south)) return shape.parts;
  const box = {...view, west: view.west - shift, east: view.east - shift};
  const parts = shape.parts.map(part =>
    shape.isArea
      ? part.map(ring => clipRing(ring, box)).filter(({length}) => length > 0)
      : part.flatMap(line => clipLine(line, box)),
  );
  const shifted = (line: number[]) => line.map((n, i) => (i % 2 === 0 ? n + shift : n));
  return parts.filter(({length}) => length > 0).map(part => part.map(shifted));
}

/** Returns a point on the visible part of a shape, or undefined if none is visible. */
function visiblePoint(shape: Shape, view: WorldBox): {x: number; y: number} | undefined {
  if (!intersects(shape, view)) return undefined;
  const parts = clipShape(shape, view);
  const point = shape.isArea
    ? interiorPoint(largestArea(parts))
    : longestLineMidpoint(parts.flat());
  if (!point) return undefined;
  // Wrapped to the world from 0 to 1, like all coordinates.
  return {x: point.x - Math.floor(point.x), y: point.y};
}

const longestLineMidpoint = (lines: readonly FlatCoordinates[]) => {
  const [first, ...others] = lines;
  if (!first) return undefined;
  return lineMidpoint(others.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a), first));
};

/** Returns the area with the largest bounding box. */
const largestArea = (parts: Shape['parts']): readonly FlatCoordinates[] => {
  const boxSize = (part: readonly FlatCoordinates[]): number => {
    const {west, north, east, south} = boxOf([part.slice(0, 1)]);
    return (east - west) * (south - north);
  };
  const [first = [], ...others] = parts;
  return others.reduce((a, b) => (boxSize(b) > boxSize(a) ? b : a), first);
};

const centerX = ({west, east}: WorldBox): number => (west + east) / 2;

const isInside = (box: WorldBox, x: number, y: number): boolean =>
  x >= box.west && x < box.east && y >= box.north && y < box.south;

function partsOf({type, coordinates}: Geometry): readonly (readonly (readonly Position[])[])[] {
  switch (type) {
    case 'LineString':
      return [[coordinates]];
    case 'MultiLineString':
      return coordinates.map(line => [line]);
    case 'Polygon':
      return [coordinates];
    case 'MultiPolygon':
      return coordinates;
    default:
      // Points are represented by their marks.
      return [];
  }
}

/** Not wrapped: a line may extend across the antimeridian. */
function flatCoordinates(positions: readonly Position[]): Float64Array {
  const coordinates = new Float64Array(2 * positions.length);
  positions.forEach(([lon, lat], i) => {
    coordinates[2 * i] = lon / 360 + 0.5;
    coordinates[2 * i + 1] = worldY(lat);
  });
  return coordinates;
}

function boxOf(parts: readonly (readonly FlatCoordinates[])[]): WorldBox {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of parts.flat())
    for (let i = 0; i < line.length; i += 2) {
      const [x, y] = [line[i] as number, line[i + 1] as number];
      west = Math.min(west, x);
      east = Math.max(east, x);
      north = Math.min(north, y);
      south = Math.max(south, y);
    }
  return {west, north, east, south};
}
