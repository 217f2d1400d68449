import {nearestCopy} from '../../model/geo/mercator.js';
import type {DrawnArea} from '../map-view.js';
import type {DecodedTile} from './decode-tile.js';
import {type StyleRule, STYLE_NAMES, STYLES, type ColourRole, widthAt} from './basemap-style.js';

export type Palette = Readonly<Record<ColourRole, string>>;

/** Part of a data tile shown by one map tile: all of it, or a fraction beyond the deepest level of the archive. */
export interface TileSection {
  /** Number of map tiles per side of the data tile. */
  readonly count: number;
  /** Position of the map tile in the data tile, counted from the north-west. */
  readonly column: number;
  readonly row: number;
}

/** First zoom at which road casings are drawn; at lower zooms they would cover the road itself. */
const MIN_CASING_ZOOM = 12;
/** First zoom with outlines of waters, and with waterlines. */
const MIN_SHORE_ZOOM = 8;
/** Distances of the waterlines from the coast in pixels: less than the margin of tiles. */
const WATERLINES = [7.5, 5, 2.5];

/**
 * Draws a tile on a square canvas, one path per step.
 *
 * @param tileSize Side of the canvas in CSS pixels.
 */
function* paintTile(
  context: CanvasRenderingContext2D,
  {extent, paths}: DecodedTile,
  section: TileSection,
  zoom: number,
  tileSize: number,
  palette: Palette,
): Generator<undefined, void> {
  const {width} = context.canvas;
  context.resetTransform();
  context.globalAlpha = 1;
  context.fillStyle = palette.water;
  context.fillRect(0, 0, width, width);
  const scale = (width * section.count) / extent;
  context.setTransform(scale, 0, 0, scale, -section.column * width, -section.row * width);
  context.lineJoin = 'round';
  // Size of a CSS pixel in tile units.
  const pixel = extent / (tileSize * section.count);
  const stroke = (
    path: Path2D,
    role: ColourRole,
    lineWidth: number,
    dash: readonly number[] = [],
  ): void => {
    context.strokeStyle = palette[role];
    context.lineWidth = lineWidth * pixel;
    context.lineCap = dash.length > 0 ? 'butt' : 'round';
    context.setLineDash(dash.map(length => length * lineWidth * pixel));
    context.stroke(path);
  };
  const visible = STYLE_NAMES.flatMap(name => {
    const rule: StyleRule = STYLES[name];
    const path = zoom >= (rule.minZoom ?? 0) ? paths.get(name) : undefined;
    return path ? [{rule, path}] : [];
  });
  for (let index = 0; index < visible.length; index++) {
    const {rule, path} = visible[index] as (typeof visible)[number];
    yield;
    const hasShore = zoom >= MIN_SHORE_ZOOM;
    if (!rule.widths) {
      // The halves over the land are hidden by its fill.
      for (const distance of rule.colour === 'land' && rule.outline && hasShore ? WATERLINES : []) {
        stroke(path, 'waterline', 2 * distance + 1.4);
        stroke(path, 'water', 2 * distance);
        yield;
      }
      context.fillStyle = palette[rule.colour];
      context.fill(path);
      if (rule.outline && hasShore) stroke(path, 'shore', rule.outline);
      continue;
    }
    if (rule.band && hasShore) stroke(path, 'band', rule.band);
    const isFirstRoad = rule.casing && !visible[index - 1]?.rule.casing;
    // All casings are drawn below all roads, so that joining roads have no line between them.
    for (const road of isFirstRoad && zoom >= MIN_CASING_ZOOM ? visible.slice(index) : []) {
      const {casing, widths} = road.rule;
      if (!casing || !widths) continue;
      stroke(road.path, 'casing', widthAt(widths, zoom) + 2 * casing);
      yield;
    }
    const isThin = rule.casing !== undefined && zoom < MIN_CASING_ZOOM;
    stroke(path, isThin ? 'casing' : rule.colour, widthAt(rule.widths, zoom), rule.dash);
  }
}

/** Decoded content of a tile of an archive. */
export type TileData = DecodedTile | ImageBitmap;

/** Data tile, and the part of it that is shown. */
export interface PlacedData {
  readonly data?: TileData;
  readonly section: TileSection;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Maximum side of a canvas in pixels: a tile far beyond its level is enlarged. */
const MAX_SIDE = 4096;

/**
 * Draws a vector or raster tile on a square canvas, in steps.
 *
 * @param tileSize Side of the canvas in CSS pixels.
 */
export function* paintData(
  context: CanvasRenderingContext2D,
  data: TileData,
  section: TileSection,
  zoom: number,
  tileSize: number,
  palette: Palette | undefined,
): Generator<undefined, void> {
  if ('paths' in data) {
    if (palette) yield* paintTile(context, data, section, zoom, tileSize, palette);
    return;
  }
  const {width: side} = context.canvas;
  const [width, height] = [data.width / section.count, data.height / section.count];
  context.drawImage(data, section.column * width, section.row * height, width, height, 0, 0, side, side); // prettier-ignore
}

/** Draws the tiles of one view where another view has them. Parts without a tile have the colour of land. */
export function paintTiles(
  canvas: HTMLCanvasElement,
  {box, zoom, width}: DrawnArea,
  tiles: Iterable<PlacedData>,
  palette: Palette,
): void {
  const context = canvas.getContext('2d');
  const copy = document.createElement('canvas').getContext('2d');
  if (!context || !copy) return;
  context.fillStyle = palette.land;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const scale = canvas.width / (box.east - box.west);
  const center = (box.west + box.east) / 2;
  for (const {data, section, z, x, y} of tiles) {
    if (!data) continue;
    const side = 1 / 2 ** z / section.count;
    const west = nearestCopy(x / 2 ** z + (section.column + 0.5) * side, center) - side / 2;
    const north = y / 2 ** z + section.row * side;
    const across = (at: number): number => Math.round((at - box.west) * scale);
    const down = (at: number): number => Math.round((at - box.north) * scale);
    const [left, right] = [across(west), across(west + side)];
    const [top, bottom] = [down(north), down(north + side)];
    if (right < 0 || bottom < 0 || left > canvas.width || top > canvas.height) continue;
    const pixels = right - left;
    copy.canvas.width = copy.canvas.height = Math.min(MAX_SIDE, pixels);
    const tileSize = (pixels * width) / canvas.width;
    // Printing does not wait: all steps at once.
    const steps = paintData(copy, data, section, zoom, tileSize, palette);
    while (!steps.next().done) continue;
    context.drawImage(copy.canvas, left, top, pixels, bottom - top);
  }
}
