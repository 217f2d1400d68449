import {VectorTile, type VectorTileFeature} from '@mapbox/vector-tile';
import {PbfReader} from 'pbf';
import {
  type FeatureProperties,
  LINE_TYPE,
  POINT_TYPE,
  type StyleName,
  styleOf,
} from './basemap-style.js';

type Lines = ReturnType<VectorTileFeature['loadGeometry']>;

/** Straight stretch of a road that can carry its name. Coordinates and length are fractions of the tile's side. */
interface RoadSegment {
  /** Midpoint. */
  readonly x: number;
  readonly y: number;
  readonly length: number;
  /** Angle in radians, clockwise from the x axis, chosen so that text is never upside down. */
  readonly angle: number;
}

/** Feature with a name: a point, or a road with its longest straight stretch. */
export interface NamedFeature {
  readonly layer: string;
  readonly properties: FeatureProperties;
  readonly anchor: RoadSegment;
}

/** Decoded vector tile: a path per style, in tile units, and the features with a name. */
export interface DecodedTile {
  readonly extent: number;
  readonly paths: ReadonlyMap<StyleName, Path2D>;
  readonly named: readonly NamedFeature[];
}

/** Layers that are drawn or labelled. */
const LAYERS = ['earth', 'landcover', 'landuse', 'water', 'buildings', 'roads', 'boundaries', 'places']; // prettier-ignore

/** Angle in radians above which a change of direction counts as a bend. */
const MAX_BEND = 0.2;
/** Number of features decoded between two checks of the clock. */
const FEATURES_PER_STEP = 24;

/**
 * Decodes a vector tile, a few features per step.
 *
 * @throws {Error} if the tile is malformed.
 */
export function* decodeTile(bytes: ArrayBuffer): Generator<undefined, DecodedTile> {
  const {layers} = new VectorTile(new PbfReader(bytes));
  const paths = new Map<StyleName, Path2D>();
  const named: NamedFeature[] = [];
  let extent = 4096;
  for (const name of LAYERS) {
    const layer = Object.hasOwn(layers, name) ? layers[name] : undefined;
    if (!layer) continue;
    ({extent} = layer);
    for (let i = 0; i < layer.length; i++) {
      if (i % FEATURES_PER_STEP === 0) yield;
      const feature = layer.feature(i);
      const {type, properties} = feature;
      const style = styleOf(name, type, properties);
      const isNamed =
        type === POINT_TYPE ? name === 'places' || name === 'water' : name === 'roads';
      if (!style && !isNamed) continue;
      const lines = feature.loadGeometry();
      if (style) {
        let path = paths.get(style);
        if (!path) paths.set(style, (path = new Path2D()));
        addToPath(path, lines, type !== LINE_TYPE);
      }
      const anchor = isNamed && hasName(properties) ? anchorOf(lines, extent) : undefined;
      if (anchor) named.push({layer: name, properties, anchor});
    }
  }
  return {extent, paths, named};
}

const hasName = ({name, ref}: FeatureProperties): boolean =>
  typeof name === 'string' || typeof ref === 'string';

function addToPath(path: Path2D, lines: Lines, isClosed: boolean): void {
  for (const line of lines) {
    line.forEach(({x, y}, i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    if (isClosed) path.closePath();
  }
}

/** Returns the position of a point, or the longest straight stretch of a line within the tile. */
function anchorOf(lines: Lines, extent: number): RoadSegment | undefined {
  let best: RoadSegment | undefined;
  const isInside = ({x, y}: {x: number; y: number}): boolean =>
    x >= 0 && y >= 0 && x < extent && y < extent;
  for (const line of lines) {
    let [start, heading] = [0, NaN];
    for (let i = 0; i < line.length; i++) {
      const [from, to, next] = [line[start], line[i], line[i + 1]];
      if (!from || !to) continue;
      const turn = next ? Math.atan2(next.y - to.y, next.x - to.x) : NaN;
      // A stretch continues while the direction stays within `BEND`.
      if (next && isInside(to) && (i === start || Math.cos(turn - heading) > Math.cos(MAX_BEND))) {
        if (i === start) heading = turn;
        continue;
      }
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const [x, y] = [(from.x + to.x) / 2 / extent, (from.y + to.y) / 2 / extent];
      const length = Math.hypot(dx, dy) / extent;
      const isBetter = isInside({x: x * extent, y: y * extent}) && length >= (best?.length ?? 0);
      if (isBetter) best = {x, y, length, angle: dx === 0 ? -Math.PI / 2 : Math.atan(dy / dx)};
      start = i;
      heading = turn;
    }
  }
  return best;
}
