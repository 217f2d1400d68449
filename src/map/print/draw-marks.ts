import type {MarkBox, PaneBox} from '../labels/label-position.js';
import type {Viewport} from '../leaflet/viewport.js';
import {FAMILY_COUNT, type MapMessages, type MapPoints} from '../map-view.js';
import {Clusters, gridOptionsFor} from '../markers/clusters.js';
import {markRadius} from '../markers/grid.js';
import {fillOf} from '../markers/mark.js';
import {svg} from '../svg.js';
import {MARK_RADIUS, markShape, type PaperMark, round, spreadMarks} from './paper-marks.js';
import {positionIn} from './paper-view.js';

/** Radius of a mark without a number: there are too many, or their records are not listed. Those of a layer are below it. */
const [DOT_RADIUS, LAYER_RADIUS] = [4, 2.75] as const;
/** Half of the width by which the mark of several records is longer: for two numbers of two digits. */
const HALF = 9;
/** Radius of the place of a mark that was moved aside. */
const PLACE_RADIUS = 2;
/** Number of marks without a number from which near ones are a group, and size of its circle relative to the screen. */
const [MAX_DOTS, GROUP_SIZE] = [600, 0.7] as const;
/** Records with a number on a printed map. */
export interface DrawnMarks {
  readonly points: MapPoints;
  readonly view: Viewport;
  /** Records of the list with a number, by mark. The others are drawn as small marks. */
  readonly marks: readonly (readonly number[])[];
  readonly messages: MapMessages;
}

/** Box of a mark with a number, and the position of its records. */
export interface NumberedBox extends MarkBox {
  readonly place: {readonly x: number; readonly y: number};
}

/** Returns the middle of the positions of records that are on the map. */
export function middleOf(view: Viewport, points: MapPoints, indices: readonly number[]) {
  const positions = indices.flatMap(index => positionIn(view, points, index) ?? []);
  const sum = (key: 'x' | 'y'): number => positions.reduce((total, one) => total + one[key], 0);
  const {length} = positions;
  return length ? {x: sum('x') / length, y: sum('y') / length} : undefined;
}

/** Indices of the records whose marks have no number, those of layers first. */
const withoutNumber = ({points: {x, family}, marks}: DrawnMarks): readonly number[] => {
  const numbered = new Set(marks.flat());
  const isLayer = (index: number): boolean => (family[index] ?? 0) >= FAMILY_COUNT;
  const indices = [...x.keys()].filter(index => !numbered.has(index));
  return [...indices.filter(isLayer), ...indices.filter(index => !isLayer(index))];
};

/** True if the marks without a number are groups: there are so many, or the source has merged them. */
const areGroups = ({points}: DrawnMarks, indices: readonly number[]): boolean =>
  points.recordCounts !== undefined || indices.length > MAX_DOTS;

/** Returns the families of the marks without a number on a map, each with one record, and whether they are drawn as groups. */
export function unnumberedOf(drawn: DrawnMarks) {
  const {points, view} = drawn;
  const indices = withoutNumber(drawn);
  const onMap = indices.filter(index => positionIn(view, points, index));
  return {
    areGroups: areGroups(drawn, indices),
    families: new Map(onMap.map(index => [points.family[index] ?? 0, index])),
  };
}

/** Draws the marks without a number, those of the records above those of layers. Returns their boxes. */
export function drawDots(area: SVGElement, drawn: DrawnMarks): MarkBox[] {
  const indices = withoutNumber(drawn);
  if (areGroups(drawn, indices)) return drawGroups(area, drawn);
  const {points, view} = drawn;
  return indices.flatMap(index => {
    const position = positionIn(view, points, index);
    return position ? drawDot(area, drawn, index, position.x, position.y) : [];
  });
}

/** Returns a coordinate at which the frame does not cut a mark. */
const inside = (value: number, radius: number, length: number): number =>
  Math.max(radius * 1.5, Math.min(length - radius * 1.5, value));

function drawDot(
  area: SVGElement,
  {points, view}: DrawnMarks,
  index: number,
  xOf: number,
  yOf: number,
): MarkBox {
  const radius = (points.family[index] ?? 0) < FAMILY_COUNT ? DOT_RADIUS : LAYER_RADIUS;
  const [x, y] = [inside(xOf, radius, view.width), inside(yOf, radius, view.height)];
  area.append(renderMark(points, index, x, y, radius));
  return {...boxAt(x, y, radius), isSmall: true};
}

/** Draws the groups of the screen at the scale of the paper: a circle with the number of records. */
function drawGroups(area: SVGElement, drawn: DrawnMarks): MarkBox[] {
  const {points, view, marks, messages} = drawn;
  const x = points.x.slice();
  for (const index of marks.flat()) x[index] = NaN;
  const {width, height, box, zoom} = view;
  const options = gridOptionsFor(width, height, points.length);
  const {groups} = new Clusters({...points, x}).groupsInView(box, zoom, options);
  return groups.map(({x: worldX, y: worldY, recordCount, firstPoint, categoryCounts}) => {
    const [left, top] = [view.x(worldX), view.y(worldY)];
    if (recordCount === 1) return drawDot(area, drawn, firstPoint, left, top);
    const radius = markRadius(recordCount) * GROUP_SIZE;
    const ring = svg('path', {class: 'plan-group', d: markShape(0, left, top, radius - 1.5)});
    ring.style.stroke = fillOf(categoryCounts.indexOf(Math.max(...categoryCounts)), points);
    const count = svg('text', {class: 'plan-name', x: left, y: round(top + 3.4)});
    count.textContent =
      messages.clusterText?.(categoryCounts) ?? messages.formatNumber(recordCount);
    area.append(ring, count);
    return boxAt(left, top, radius);
  });
}

const boxAt = (x: number, y: number, across: number, down = across): PaneBox => ({
  left: x - across,
  right: x + across,
  top: y - down,
  bottom: y + down,
});

/**
 * Draws the marks with numbers beside groups, and a line to the place of each that was moved aside. Returns their boxes.
 *
 * @param dots Boxes of the marks without a number.
 */
export function drawMarks(
  area: SVGElement,
  {points, view, marks}: DrawnMarks,
  dots: readonly MarkBox[],
): NumberedBox[] {
  const circles = dots
    .filter(({isSmall}) => !isSmall)
    .map(({left, right, top, bottom}) => ({
      x: (left + right) / 2,
      y: (top + bottom) / 2,
      radius: (right - left) / 2,
    }));
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
  spreadMarks(drawn, view.width, view.height, circles);
  const isMoved = ({x, y, left, top}: PaperMark): boolean =>
    Math.hypot(x - left, y - top) > MARK_RADIUS * 0.6;
  const [lines, places] = [svg('path', {class: 'plan-lead'}), svg('path', {class: 'plan-place'})];
  const pathOf = (draw: (mark: PaperMark) => string): string =>
    drawn
      .filter(({x, y, left, top}) => Math.hypot(x - left, y - top) > MARK_RADIUS)
      .map(draw)
      .join('');
  lines.setAttribute(
    'd',
    pathOf(({x, y, left, top}) => `M${x} ${y}L${round(left)} ${round(top)}`),
  );
  places.setAttribute(
    'd',
    pathOf(({x, y}) => markShape(0, x, y, PLACE_RADIUS)),
  );
  const group = area.querySelector('.plan-group');
  if (group) group.before(lines);
  // The records of a group have no places of their own.
  else area.append(lines, places);
  return drawn.map(mark => {
    const {indices, left, top, name, half} = mark;
    const text = svg('text', {class: 'plan-number', x: left.toFixed(1), y: (top + 3.6).toFixed(1)});
    text.textContent = name;
    area.append(renderMark(points, indices[0] ?? 0, left, top, MARK_RADIUS, half), text);
    const reach = MARK_RADIUS + 3;
    return {
      ...boxAt(left, top, half + reach, reach),
      place: mark,
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
