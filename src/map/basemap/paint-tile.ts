import {type StyleRule, STYLE_NAMES, STYLES, type ColourRole, widthAt} from './basemap-style.js';
import type {DecodedTile} from './decode-tile.js';

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
const WATERLINES = [6.5, 3.5];

/**
 * Draws a tile on a square canvas, one path per step.
 *
 * @param tileSize Side of the canvas in CSS pixels.
 */
export function* paintTile(
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
        stroke(path, 'waterline', 2 * distance + 1.6);
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
