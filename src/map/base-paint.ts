import {type Rule, RULE_NAMES, RULES, type Tone, widthAt} from './base-style.js';
import type {BaseTile} from './base-tile.js';

export type Tones = Readonly<Record<Tone, string>>;

/** Part of a data tile shown by one map tile: all of it, or a fraction beyond the deepest level of the archive. */
export interface Part {
  /** Number of map tiles per side of the data tile. */
  readonly count: number;
  /** Position of the map tile in the data tile, counted from the north-west. */
  readonly column: number;
  readonly row: number;
}

/** First zoom at which road casings are drawn; at lower zooms they would cover the road itself. */
const CASED = 12;

/**
 * Draws a tile on a square canvas, one path per step.
 *
 * @param tileSize Side of the canvas in CSS pixels.
 */
export function* paintTile(
  context: CanvasRenderingContext2D,
  {extent, paths}: BaseTile,
  part: Part,
  zoom: number,
  side: number,
  tones: Tones,
): Generator<undefined, void> {
  const {width} = context.canvas;
  context.resetTransform();
  context.globalAlpha = 1;
  context.fillStyle = tones.water;
  context.fillRect(0, 0, width, width);
  const scale = (width * part.count) / extent;
  context.setTransform(scale, 0, 0, scale, -part.column * width, -part.row * width);
  context.lineJoin = 'round';
  // Size of a CSS pixel in tile units.
  const pixel = extent / (side * part.count);
  const stroke = (path: Path2D, tone: Tone, wide: number, dash: readonly number[] = []): void => {
    context.strokeStyle = tones[tone];
    context.lineWidth = wide * pixel;
    context.lineCap = dash.length > 0 ? 'butt' : 'round';
    context.setLineDash(dash.map(length => length * wide * pixel));
    context.stroke(path);
  };
  const shown = RULE_NAMES.flatMap(name => {
    const rule: Rule = RULES[name];
    const path = zoom >= (rule.from ?? 0) ? paths.get(name) : undefined;
    return path ? [{rule, path}] : [];
  });
  for (let at = 0; at < shown.length; at++) {
    const {rule, path} = shown[at] as (typeof shown)[number];
    yield;
    if (!rule.widths) {
      context.fillStyle = tones[rule.tone];
      context.fill(path);
      continue;
    }
    const isFirstRoad = rule.casing && !shown[at - 1]?.rule.casing;
    // All casings are drawn below all roads, so that joining roads have no line between them.
    for (const road of isFirstRoad && zoom >= CASED ? shown.slice(at) : []) {
      const {casing, widths} = road.rule;
      if (!casing || !widths) continue;
      stroke(road.path, 'casing', widthAt(widths, zoom) + 2 * casing);
      yield;
    }
    const isThin = rule.casing !== undefined && zoom < CASED;
    stroke(path, isThin ? 'casing' : rule.tone, widthAt(rule.widths, zoom), rule.dash);
  }
}
