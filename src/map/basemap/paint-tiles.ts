import {nearestCopy} from '../../model/geo/mercator.js';
import type {DrawnArea} from '../map-view.js';
import type {DecodedTile} from './decode-tile.js';
import {type Palette, paintTile, type TileSection} from './paint-tile.js';

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
