import type {MarkBox, PaneBox} from '../labels/label-position.js';
import type {Viewport} from '../leaflet/viewport.js';
import {FAMILY_COUNT, type MapPoints} from '../map-view.js';
import {fillOf} from '../markers/mark.js';
import {svg} from '../svg.js';
import {MARK_RADIUS, markShape, type PaperMark, spreadMarks} from './paper-marks.js';
import {positionIn} from './paper-view.js';

/** Radius of a mark without a number: there are too many, or their records are not listed. Those of a layer are below it. */
const [DOT_RADIUS, LAYER_RADIUS] = [4, 2.75] as const;
/** Half of the width by which the mark of several records is longer: for two numbers of two digits. */
const HALF = 9;
/** Records with a number on a printed map. */
export interface DrawnMarks {
  readonly points: MapPoints;
  readonly view: Viewport;
  /** Records of the list with a number, by mark. The others are drawn as small marks. */
  readonly marks: readonly (readonly number[])[];
}

/** Returns the middle of the positions of records that are on the map. */
export function middleOf(view: Viewport, points: MapPoints, indices: readonly number[]) {
  const positions = indices.flatMap(index => positionIn(view, points, index) ?? []);
  const sum = (key: 'x' | 'y'): number => positions.reduce((total, one) => total + one[key], 0);
  const {length} = positions;
  return length ? {x: sum('x') / length, y: sum('y') / length} : undefined;
}

/** Draws the marks without a number, those of the records above those of layers. Returns their boxes. */
export function drawDots(area: SVGElement, {points, view, marks}: DrawnMarks): MarkBox[] {
  const isLayer = (index: number): boolean => (points.family[index] ?? 0) >= FAMILY_COUNT;
  const numbered = new Set(marks.flat());
  const indices = [...points.x.keys()].filter(index => !numbered.has(index));
  const order = [...indices.filter(isLayer), ...indices.filter(index => !isLayer(index))];
  return order.flatMap(index => {
    const position = positionIn(view, points, index);
    if (!position) return [];
    const {x, y} = position;
    const radius = isLayer(index) ? LAYER_RADIUS : DOT_RADIUS;
    area.append(renderMark(points, index, x, y, radius));
    return {...boxAt(x, y, radius), isSmall: true};
  });
}

const boxAt = (x: number, y: number, across: number, down = across): PaneBox => ({
  left: x - across,
  right: x + across,
  top: y - down,
  bottom: y + down,
});

/** Draws the marks with numbers, and a line to the place of each that was moved aside. Returns their boxes. */
export function drawMarks(area: SVGElement, {points, view, marks}: DrawnMarks): MarkBox[] {
  const drawn: (PaperMark & {
    readonly indices: readonly number[];
    readonly name: string;
    readonly half: number;
  })[] = [];
  let number = 1;
  for (const indices of marks) {
    const position = middleOf(view, points, indices);
    const last = number + indices.length - 1;
    const [half, name] = last > number ? [HALF, `${number}–${last}`] : [0, String(number)];
    number = last + 1;
    if (position) drawn.push({...position, left: position.x, top: position.y, indices, name, half});
  }
  spreadMarks(drawn, view.width, view.height);
  const isMoved = ({x, y, left, top}: PaperMark): boolean =>
    Math.hypot(x - left, y - top) > MARK_RADIUS * 0.6;
  const lines = drawn
    .filter(isMoved)
    .map(({x, y, left, top}) => `M${x} ${y}h0M${x} ${y}L${left.toFixed(1)} ${top.toFixed(1)}`);
  area.append(svg('path', {class: 'plan-lead', d: lines.join('')}));
  return drawn.map(mark => {
    const {indices, left, top, name, half} = mark;
    const text = svg('text', {class: 'plan-number', x: left.toFixed(1), y: (top + 3.6).toFixed(1)});
    text.textContent = name;
    area.append(renderMark(points, indices[0] ?? 0, left, top, MARK_RADIUS, half), text);
    const reach = MARK_RADIUS + 3;
    return {
      ...boxAt(left, top, half + reach, reach),
      titles: () => indices.map(index => points.nameAt(index)).join(),
      isAside: half > 0 || isMoved(mark),
    };
  });
}

function renderMark(
  points: MapPoints,
  index: number,
  x: number,
  y: number,
  radius: number,
  half = 0,
) {
  const family = points.family[index] ?? FAMILY_COUNT - 1;
  const mark = svg('path', {class: 'plan-mark', d: markShape(family, x, y, radius, half)});
  mark.style.fill = fillOf(family, points);
  return mark;
}
