import type {PlaceLabel} from './place-label.js';

/** Rectangle in pane coordinates. */
export interface PaneBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const overlaps = (a: PaneBox, b: PaneBox): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Approximate letter widths and line height in pixels, at the font sizes of the style sheet. */
const LETTER_WIDTHS: Readonly<Record<PlaceLabel['kind'], number>> = {
  country: 10,
  city: 10,
  town: 7.5,
  village: 6.5,
  hood: 6.5,
  water: 7,
  sea: 22,
  strait: 11,
  area: 13,
  street: 6.5,
  grid: 6,
};
const LINE_HEIGHT = 16;
/** Space after the estimated width of a text, which is wrong for short ones with wide letters, in pixels. */
const TEXT_PADDING = 4;
/** Space around a label that needs room, in pixels: as for a village from afar, among many. */
const [ROOM_ACROSS, ROOM_DOWN] = [26, 14];
const DOT_GAP = 4;
/** Radius in pixels of the dot of a place. */
const dotRadius = (kind: PlaceLabel['kind']): number => (kind === 'city' ? 5 : 3);

/** Position of a label relative to its place, in pixels. */
export interface LabelPosition {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly dx: number;
  readonly dy: number;
  /** True if a mark covers the dot. */
  readonly isDotCovered?: boolean;
}

/** Returns the free position of a label, in pane coordinates, and marks it as occupied. */
export function findPosition(
  {text, kind, hasDot, road, needsRoom}: PlaceLabel,
  size: number,
  x: number,
  y: number,
  marks: readonly PaneBox[],
  occupied: PaneBox[],
): LabelPosition | undefined {
  const width = text.length * LETTER_WIDTHS[kind] + TEXT_PADDING;
  if (needsRoom) {
    const [across, down] = [width + ROOM_ACROSS, LINE_HEIGHT / 2 + ROOM_DOWN];
    const room = {left: x - ROOM_ACROSS, top: y - down, right: x + across, bottom: y + down};
    if (!isFree(room, marks, occupied)) return undefined;
  }
  if (hasDot) return findPositionBesideDot(width, dotRadius(kind), x, y, marks, occupied);
  const {angle, length} = road ?? {angle: 0, length: Infinity};
  // A label longer than its road would lie on another road.
  if (width > length * size) return undefined;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const [halfX, halfY] = [
    (width * cos + LINE_HEIGHT * sin) / 2,
    (width * sin + LINE_HEIGHT * cos) / 2,
  ];
  const box = {left: x - halfX, top: y - halfY, right: x + halfX, bottom: y + halfY};
  if (!isFree(box, marks, occupied)) {
    // A mark at the centre of a town must not hide its name.
    const isTown = kind === 'city' || kind === 'town' || kind === 'village';
    return isTown
      ? findPositionBesideDot(width, dotRadius(kind), x, y, marks, occupied)
      : undefined;
  }
  occupied.push(box);
  return {anchor: 'middle', dx: 0, dy: 0};
}

const isFree = (box: PaneBox, marks: readonly PaneBox[], occupied: readonly PaneBox[]): boolean =>
  !marks.some(mark => overlaps(mark, box)) && !occupied.some(other => overlaps(other, box));

/**
 * Returns a free position around a dot: right, left, above or below. If a mark covers the dot, the label is placed
 * around the mark.
 */
function findPositionBesideDot(
  width: number,
  radius: number,
  x: number,
  y: number,
  marks: readonly PaneBox[],
  occupied: PaneBox[],
): LabelPosition | undefined {
  const dot = {left: x - radius, top: y - radius, right: x + radius, bottom: y + radius};
  if (occupied.some(box => overlaps(box, dot))) return undefined;
  const cover = marks.find(box => overlaps(box, dot)) ?? dot;
  const candidates: readonly LabelPosition[] = [
    {anchor: 'start', dx: cover.right - x + DOT_GAP, dy: 0},
    {anchor: 'end', dx: cover.left - x - DOT_GAP, dy: 0},
    {anchor: 'middle', dx: 0, dy: cover.top - y - LINE_HEIGHT / 2 - 2},
    {anchor: 'middle', dx: 0, dy: cover.bottom - y + LINE_HEIGHT / 2 + 2},
  ];
  const position = candidates.find(({anchor, dx, dy}) => {
    const left = x + dx - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    const top = y + dy - LINE_HEIGHT / 2;
    const box = {left, top, right: left + width, bottom: top + LINE_HEIGHT};
    if (!isFree(box, marks, occupied)) return false;
    occupied.push(box, dot);
    return true;
  });
  return position && {...position, isDotCovered: cover !== dot};
}
