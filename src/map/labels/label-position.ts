import type {Viewport} from '../leaflet/viewport.js';
import type {PlaceLabel} from '../map-view.js';

/** Rectangle in pane coordinates. */
export interface PaneBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Dot in the middle of a box that only names of towns avoid. */
  readonly dot?: PaneBox;
}

/** Returns a box at a position in the container of a map at its position in the panes, which move with the view. */
export function boxInPanes({left, top, right, bottom}: PaneBox, view: Viewport): PaneBox {
  const [x, y] = [view.x(view.box.west), view.y(view.box.north)];
  return {left: left + x, top: top + y, right: right + x, bottom: bottom + y};
}

export const overlaps = (a: PaneBox, b: PaneBox): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Approximate letter widths and line height in pixels, at the font sizes of the style sheet. */
const LETTER_WIDTHS: Readonly<Record<PlaceLabel['kind'], number>> = {
  country: 10,
  city: 10,
  town: 7.5,
  village: 6.2,
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
/** Space around the dot of a city, in which no other name may be: it would be read as that of the city. */
const CITY_ROOM = 8;
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
    const half = width / 2;
    const room = boxAround(x + half, y, half + ROOM_ACROSS, LINE_HEIGHT / 2 + ROOM_DOWN);
    if (!isFree(room, marks, occupied)) return undefined;
  }
  if (hasDot) return findPositionBesideDot(width, dotRadius(kind), x, y, marks, occupied);
  const {angle, length} = road ?? {angle: 0, length: Infinity};
  // A label longer than its road would lie on another road.
  if (width > length * size) return undefined;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const halfX = (width * cos + LINE_HEIGHT * sin) / 2;
  const box = boxAround(x, y, halfX, (width * sin + LINE_HEIGHT * cos) / 2);
  if (!isFree(box, marks, occupied, true)) {
    // A mark at the centre of a town must not hide its name.
    const isTown = kind === 'city' || kind === 'town' || kind === 'village';
    return isTown
      ? findPositionBesideDot(width, dotRadius(kind), x, y, marks, occupied)
      : undefined;
  }
  occupied.push(box);
  return {anchor: 'middle', dx: 0, dy: 0};
}

/** @param isInRooms True if the name may be in the room of a city, as that of a street. */
const isFree = (
  box: PaneBox,
  marks: readonly PaneBox[],
  occupied: readonly PaneBox[],
  isInRooms?: boolean,
): boolean =>
  !marks.some(mark => overlaps(mark, box)) &&
  !occupied.some(other => overlaps((isInRooms && other.dot) || other, box));

const boxAround = (x: number, y: number, across: number, down = across): PaneBox => ({
  left: x - across,
  top: y - down,
  right: x + across,
  bottom: y + down,
});

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
  const dot = boxAround(x, y, radius);
  const cover = marks.find(box => overlaps(box, dot)) ?? dot;
  // Of a city.
  const room = radius > 3 ? {...boxAround(x, y, radius + CITY_ROOM), dot} : dot;
  if (occupied.some(box => overlaps(box, room))) return undefined;
  const candidates: readonly LabelPosition[] = [
    {anchor: 'start', dx: cover.right - x + DOT_GAP, dy: 0},
    {anchor: 'end', dx: cover.left - x - DOT_GAP, dy: 0},
    {anchor: 'middle', dx: 0, dy: cover.top - y - LINE_HEIGHT / 2 - 2},
    {anchor: 'middle', dx: 0, dy: cover.bottom - y + LINE_HEIGHT / 2 + 2},
  ];
  const position = candidates.find(({anchor, dx, dy}) => {
    const shift = anchor === 'start' ? width : anchor === 'end' ? -width : 0;
    const box = boxAround(x + dx + shift / 2, y + dy, width / 2, LINE_HEIGHT / 2);
    if (!isFree(box, marks, occupied)) return false;
    occupied.push(box, room);
    return true;
  });
  return position && {...position, isDotCovered: cover !== dot};
}
