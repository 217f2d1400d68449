import type {Geometry, Position} from '../model/geometry.js';
import {clipLine, clipRing, lengthOf, middleOfLine, placeInside, type Track} from './clip.js';
import type {Clusters} from './clusters.js';
import type {MapPoints} from './map-view.js';
import {nearestCopy, type WorldBox, worldY} from './mercator.js';

/** Lines or areas of a record, in world coordinates. */
export interface Shape {
  readonly index: number;
  readonly isArea: boolean;
  /** Lines; or areas, each with its outer ring and holes. */
  readonly parts: readonly (readonly Track[])[];
  readonly box: WorldBox;
  /** Position of the record's mark while the shape is in view. */
  readonly home: {readonly x: number; readonly y: number};
}

/** Maximum number of positions of all shapes together; later shapes are represented by their marks only. */
const MOST_POSITIONS = 1_000_000;

/** Lines and areas of the records on the map. */
export class Shapes {
  readonly all: Shape[] = [];
  readonly #points: MapPoints;
  readonly #clusters: Clusters;
  /** Index of the next record to read. */
  #next = 0;
  #positions = 0;

  constructor(points: MapPoints, clusters: Clusters) {
    this.#points = points;
    this.#clusters = clusters;
    if (!points.geometryAt) this.#next = points.length;
  }

  get isRead(): boolean {
    return this.#next >= this.#points.length || this.#positions > MOST_POSITIONS;
  }

  /** Reads further records while `hasTime` returns true. */
  read(hasTime: () => boolean): void {
    while (!this.isRead && hasTime()) {
      const index = this.#next++;
      const shape = this.#shapeOf(index, this.#points.geometryAt?.(index));
      if (shape) this.all.push(shape);
    }
  }

  /**
   * Moves the mark of each shape into the visible box: to its own position, or, if that is outside, onto the visible
   * part of the shape.
   */
  place(box: WorldBox): void {
    const {x, y} = this.#clusters;
    for (const shape of this.all) {
      const {index, home} = shape;
      const seen = isIn(box, nearestCopy(home.x, middleOf(box)), home.y)
        ? home
        : visiblePart(shape, box);
      [x[index], y[index]] = [seen?.x ?? home.x, seen?.y ?? home.y];
    }
  }

  /** Returns a box extended by all shapes whose marks it contains, among the records below the index `bound`. */
  around(box: WorldBox, bound: number): WorldBox {
    let {west, north, east, south} = box;
    for (const shape of this.all) {
      const x = nearestCopy(shape.home.x, middleOf(box));
      const {y} = shape.home;
      const isInside = x >= box.west && x <= box.east && y >= box.north && y <= box.south;
      if (shape.index >= bound || !isInside) continue;
      const shift = x - shape.home.x;
      west = Math.min(west, shape.box.west + shift);
      east = Math.max(east, shape.box.east + shift);
      north = Math.min(north, shape.box.north);
      south = Math.max(south, shape.box.south);
    }
    return {west, north, east, south};
  }

  /** Moves all marks back to their own positions. */
  reset(): void {
    for (const {index, home} of this.all)
      [this.#clusters.x[index], this.#clusters.y[index]] = [home.x, home.y];
  }

  #shapeOf(index: number, geometry: Geometry | undefined): Shape | undefined {
    const x = this.#clusters.x[index] ?? NaN;
    if (!geometry || Number.isNaN(x)) return undefined;
    const parts = partsOf(geometry);
    if (parts.length === 0) return undefined;
    const tracks = parts.map(part => part.map(track));
    this.#positions += tracks.flat().reduce((sum, {length}) => sum + length / 2, 0);
    const isArea = geometry.type.endsWith('Polygon');
    const home = {x, y: this.#clusters.y[index] ?? NaN};
    return {index, isArea, parts: tracks, box: boxOf(tracks), home};
  }
}

/** Returns the shift in x that moves a shape to the copy of the world nearest to a box. */
export function shiftTo({box}: Shape, view: WorldBox): number {
  const middle = middleOf(box);
  return nearestCopy(middle, middleOf(view)) - middle;
}

/** True if the bounding box of a shape intersects a box. */
export function touches(shape: Shape, view: WorldBox): boolean {
  const {west, north, east, south} = shape.box;
  const shift = shiftTo(shape, view);
  return (
    west + shift <= view.east &&
    east + shift >= view.west &&
    north <= view.south &&
    south >= view.north
  );
}

/** Returns the parts of a shape within a box, shifted to its copy of the world: lines or rings. */
export function clipShape(shape: Shape, view: WorldBox): readonly (readonly number[][])[] {
  const shift = shiftTo(shape, view);
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
function visiblePart(shape: Shape, view: WorldBox): {x: number; y: number} | undefined {
  if (!touches(shape, view)) return undefined;
  const parts = clipShape(shape, view);
  const found = shape.isArea ? placeInside(largest(parts)) : middleOfLongest(parts.flat());
  if (!found) return undefined;
  // Wrapped to the world from 0 to 1, like all coordinates.
  return {x: found.x - Math.floor(found.x), y: found.y};
}

const middleOfLongest = (lines: readonly number[][]) => {
  const [first, ...others] = lines;
  if (!first) return undefined;
  return middleOfLine(others.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a), first));
};

/** Returns the area with the largest bounding box. */
const largest = (parts: readonly (readonly number[][])[]): readonly number[][] => {
  const size = (part: readonly number[][]): number => {
    const {west, north, east, south} = boxOf([part.slice(0, 1)]);
    return (east - west) * (south - north);
  };
  const [first = [], ...others] = parts;
  return others.reduce((a, b) => (size(b) > size(a) ? b : a), first);
};

const middleOf = ({west, east}: WorldBox): number => (west + east) / 2;

const isIn = (box: WorldBox, x: number, y: number): boolean =>
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
function track(positions: readonly Position[]): Float64Array {
  const places = new Float64Array(2 * positions.length);
  positions.forEach(([lon, lat], i) => {
    places[2 * i] = lon / 360 + 0.5;
    places[2 * i + 1] = worldY(lat);
  });
  return places;
}

function boxOf(parts: readonly (readonly Track[])[]): WorldBox {
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
