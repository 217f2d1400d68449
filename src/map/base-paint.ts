import {type Rule, RULE_NAMES, RULES, type Tone, widthAt} from './base-style.js';
import type {BaseTile} from './base-tile.js';

export type Tones = Readonly<Record<Tone, string>>;

/** The part of a data tile that a drawn one shows: all of it, or where the archive goes no deeper, a share. */
export interface Part {
  /** How many drawn tiles lie side by side in the data tile. */
  readonly count: number;
  /** Which of them it is, from the north-west. */
  readonly column: number;
  readonly row: number;
}

/** A road's edges are drawn from here: below it they would be all there is of it. */
const CASED = 12;

/** Draws a tile into a square canvas, a path at a time. `side` is the canvas's in pixels of the page. */
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
  // A pixel of the page, in the tile's own units.
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
    // The edges of all roads lie under all roads, so that these meet without a line between them.
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
