import {svg, type SVGTemplateResult} from 'lit';
import {outlines} from '../outlines/outlines.js';
import {roundLength} from '../scale-bar.js';
import {type Box, crosses, type Cut} from './cover-labels.js';
import {segments} from './cover-paths.js';
import {type CoverProjection, HEIGHT, WIDTH} from './cover-view.js';

/** Maximum length of a bar, minimum width of its box and height of its box, as multiples of the size of the letters. */
const [MAX_LENGTH, MIN_BOX_WIDTH, BOX_HEIGHT] = [6, 3.4, 1.5] as const;
/** Space between a scale bar and the edges, in units; at the right of one with north, there is room for the arrow. */
const [MARGIN, NORTH_MARGIN] = [10, 22] as const;

/** Scale bar in a corner. */
export interface Scale {
  readonly box: Box;
  readonly kilometres: number;
  /** Length in units. */
  readonly length: number;
}

/** Returns the scale bar in the first corner that is free, if possible without coasts and borders; undefined if there is none. */
export function scaleIn(
  projection: CoverProjection,
  fontSize: number,
  [across, up]: Cut,
  isFree: (box: Box) => boolean,
): Scale | undefined {
  const {kilometre} = projection;
  const kilometres = Math.max(1, roundLength((MAX_LENGTH * fontSize) / kilometre));
  const length = Math.round(kilometres * kilometre);
  const [width, height] = [Math.max(length, MIN_BOX_WIDTH * fontSize), BOX_HEIGHT * fontSize];
  const margin = up ? NORTH_MARGIN : MARGIN;
  const [right, bottom] = [WIDTH - across - margin - width, HEIGHT - up - margin - height];
  const [left, top] = [across + margin, up + margin];
  const boxes = [
    [right, bottom],
    [left, bottom],
    [right, top],
    [left, top],
  ]
    .map(([x = 0, y = 0]) => ({left: x, top: y, width, height}))
    .filter(isFree);
  const {land, countries} = outlines();
  const borders = segments([...land.flat(), ...countries], projection);
  const box = boxes.find(one => !borders.some(border => crosses(border, one))) ?? boxes[0];
  return box && {box, kilometres, length};
}

/** Renders a scale bar, its ends up, below its length. */
export function renderScale({box, kilometres, length}: Scale): SVGTemplateResult {
  const isRight = box.left > WIDTH / 2;
  const start = Math.round(isRight ? box.left + box.width - length : box.left);
  const y = Math.round(box.top + box.height);
  const [x, anchor] = isRight ? [start + length, 'end'] : [start, 'start'];
  return svg`<path class="bar" d="M${start} ${y - 3}v3h${length}v-3"></path>
    <text x=${x} y=${y - 5} text-anchor=${anchor}>${`${String(kilometres)}\u00a0km`}</text>`;
}

/** Letter of the north arrow: the same in each language of the library. */
const NORTH = 'N';

/** Renders an arrow to the north at the right of a scale bar. */
export function renderNorth({box}: Scale): SVGTemplateResult {
  const [x, y] = [Math.round(box.left + box.width) + 10, Math.round(box.top + box.height)];
  return svg`<path class="link" d="M${x} ${y}v-14m-3 5l3-5l3 5"></path>
    <text x=${x} y=${y - 17} text-anchor="middle">${NORTH}</text>`;
}
