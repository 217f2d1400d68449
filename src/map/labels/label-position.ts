import type {Viewport} from '../leaflet/viewport.js';
import type {PlaceLabel} from '../map-view.js';

/** Rectangle in pane coordinates. */
export interface PaneBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Dot in the middle of a box that only names of towns avoid, or the dot of a town itself. */
  readonly dot?: PaneBox;
  /** Of a text: its distance from its own dot or mark in pixels, below which another one would seem to be its own. */
  readonly reach?: number;
}

/** Box of a mark, which names avoid. */
export interface MarkBox extends PaneBox {
  /** Returns the names of its records, which may contain that of their town. */
  readonly titles?: () => string;
  /** True if the mark is not at the place of its records: a town there is theirs only if they name it. */
  readonly isAside?: boolean;
  /** True if the mark does not hide the dot of a town. */
  readonly isSmall?: boolean;
}

/** True if a label is that of a town, of any size. */
const isTown = ({hasDot, kind}: PlaceLabel): boolean =>
  hasDot || kind === 'city' || kind === 'town' || kind === 'village';

/** Returns a box at a position in the container of a map at its position in the panes, which move with the view. */
export function boxInPanes({left, top, right, bottom}: PaneBox, view: Viewport): PaneBox {
  const [x, y] = [view.x(view.box.west), view.y(view.box.north)];
  return {left: left + x, top: top + y, right: right + x, bottom: bottom + y};
}

export const overlaps = (a: PaneBox, b: PaneBox): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Distance between two boxes in pixels: 0 if they overlap. */
const distance = (a: PaneBox, b: PaneBox): number =>
  Math.hypot(
    Math.max(0, a.left - b.right, b.left - a.right),
    Math.max(0, a.top - b.bottom, b.top - a.bottom),
  );

/** Pixels by which a text is nearer to its own dot or mark than to any other. */
const LEAD = 6;

/** True if a text is so much nearer to its own dot or mark, at a distance, than to others that nobody takes it for theirs. */
export const isNearest = (text: PaneBox, reach: number, others: readonly PaneBox[]): boolean =>
  others.every(other => distance(text, other) >= reach + LEAD);

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
/** Further gaps of the names that a map needs, and width of the band along a border, in pixels. */
const [FAR_GAPS, BAND] = [[12, 20], 7] as const;
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

/** Boxes around a label, in pane coordinates. */
interface Neighbours {
  readonly marks: readonly MarkBox[];
  /** Texts, dots, edges and controls, to which the label is added. */
  readonly occupied: PaneBox[];
  /** Mark of which this is the town. Names of other towns below a mark are left out, except those of cities. */
  readonly own?: MarkBox | undefined;
  /** True if a border crosses a box: another side is better. */
  readonly hasBorder?: ((box: PaneBox) => boolean | undefined) | undefined;
}

/** Returns the free position of a label, in pane coordinates, and marks it as occupied. */
export function findPosition(
  label: PlaceLabel,
  size: number,
  x: number,
  y: number,
  neighbours: Neighbours,
): LabelPosition | undefined {
  const {marks, occupied, own} = neighbours;
  const {text, kind, hasDot, road, needsRoom} = label;
  const width = text.length * LETTER_WIDTHS[kind] + TEXT_PADDING;
  if (needsRoom && !own) {
    const half = width / 2;
    const room = boxAround(x + half, y, half + ROOM_ACROSS, LINE_HEIGHT / 2 + ROOM_DOWN);
    if (!isFree(room, marks, occupied)) return undefined;
  }
  const besideDot = () => findPositionBesideDot(width, kind, x, y, neighbours);
  if (hasDot) return besideDot();
  const {angle, length} = road ?? {angle: 0, length: Infinity};
  // A label longer than its road would lie on another road.
  if (width > length * size) return undefined;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const halfX = (width * cos + LINE_HEIGHT * sin) / 2;
  const box = boxAround(x, y, halfX, (width * sin + LINE_HEIGHT * cos) / 2);
  if (!isFree(box, marks, occupied, true)) {
    // A mark at the centre of a town must not hide its name.
    return isTown(label) ? besideDot() : undefined;
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
  kind: PlaceLabel['kind'],
  x: number,
  y: number,
  {marks, occupied, own, hasBorder}: Neighbours,
): LabelPosition | undefined {
  const radius = dotRadius(kind);
  const dot = boxAround(x, y, radius);
  const cover = own ?? marks.find(box => !box.isSmall && overlaps(box, dot)) ?? dot;
  if (cover !== own && cover !== dot && kind !== 'city') return undefined;
  // Of a city.
  const room = radius > 3 ? boxAround(x, y, radius + CITY_ROOM) : dot;
  if (occupied.some(box => overlaps(box, room))) return undefined;
  const isCovered = cover !== dot;
  if (!isCovered && occupied.some(box => !isNearest(box, box.reach ?? -LEAD, [dot])))
    return undefined;
  const touching = marks.filter(mark => mark !== cover && overlaps(mark, cover));
  const others = [
    ...marks.filter(mark => mark !== cover && !touching.includes(mark)),
    ...occupied.flatMap(box => box.dot ?? []),
  ];
  const half = width / 2;
  const middle = (cover.top + cover.bottom) / 2 - y;
  /** Returns the sides at a distance from the dot; never its corners, where the name is as near to what is beside it. */
  const sidesAt = (gap: number) => {
    const [above, below] = [cover.top - y - gap, cover.bottom - y + gap];
    return [
      ['start', cover.right - x + gap, middle],
      ['end', cover.left - x - gap, middle],
      ...[0, half / 2, -half / 2].flatMap(dx =>
        [above - LINE_HEIGHT / 2 + 2, below + LINE_HEIGHT / 2 - 2].map(
          dy => ['middle', dx, dy] as const,
        ),
      ),
    ] as const;
  };
  const candidatesAt = (gap: number) =>
    sidesAt(gap).flatMap(([anchor, dx, dy]) => {
      const center = x + dx + (anchor === 'start' ? half : anchor === 'end' ? -half : 0);
      const box = boxAround(center, y + dy, half, LINE_HEIGHT / 2);
      const reach = distance(box, cover);
      const position = {anchor, dx, dy, isDotCovered: isCovered};
      return isFree(box, marks, occupied) ? {position, box, reach} : [];
    });
  const near = candidatesAt(DOT_GAP);
  const clear = near.filter(
    ({box, reach}) => isNearest(box, reach, others) && isNearest(box, reach - LEAD / 2, touching),
  );
  // A map without the name of its place, or of its city, says nothing: in a crowd it is as near as there is room.
  const isNeeded = own !== undefined || kind === 'city';
  const candidates = isNeeded ? [...clear, ...near, ...FAR_GAPS.flatMap(candidatesAt)] : clear;
  /** Returns the first name that no border separates from its dot. */
  const findWithin = (margin: number) =>
    candidates.find(
      ({box}) =>
        !hasBorder?.({
          left: Math.min(box.left, x) - margin,
          top: Math.min(box.top, y) - margin,
          right: Math.max(box.right, x) + margin,
          bottom: Math.max(box.bottom, y) + margin,
        }),
    );
  const found = findWithin(BAND) ?? findWithin(0) ?? (kind === 'city' ? candidates : clear)[0];
  if (!found) return undefined;
  occupied.push({...found.box, reach: found.reach}, isCovered ? room : {...room, dot});
  return found.position;
}

/**
 * Returns the mark of each town that has one: the town that its record names, else the nearest one at the middle of the
 * mark. The name of another one would be read as that of the record's town.
 */
export function townsOfMarks(
  labels: readonly PlaceLabel[],
  marks: readonly MarkBox[],
  at: (label: PlaceLabel) => readonly [x: number, y: number],
): ReadonlyMap<PlaceLabel, MarkBox> {
  const towns = new Map<MarkBox, readonly [rank: number, label: PlaceLabel]>();
  for (const label of labels) {
    if (!isTown(label)) continue;
    const [x, y] = at(label);
    for (const mark of marks) {
      const {left, right, top, bottom, isAside} = mark;
      if (!isBelow(mark, x, y)) continue;
      // Of those named, the first one is the largest.
      const rank = isNamed(mark, label)
        ? -Infinity
        : Math.hypot(x - (left + right) / 2, y - (top + bottom) / 2) / (bottom - top);
      // Of a cluster of many villages, the city.
      const reach = label.kind === 'city' ? 0.5 : 0.25;
      if (rank > (isAside ? -1 : reach)) continue;
      if (rank / reach < (towns.get(mark)?.[0] ?? Infinity)) towns.set(mark, [rank / reach, label]);
    }
  }
  return new Map([...towns].map(([mark, [, label]]) => [label, mark]));
}

/** True if a point is below a mark that hides towns. */
export const isBelow = ({left, right, top, bottom, isSmall}: MarkBox, x: number, y: number) =>
  !isSmall && x >= left && x <= right && y >= top && y <= bottom;

/** True if a record of a mark names a place. */
export const isNamed = ({titles}: MarkBox, {text}: PlaceLabel): boolean =>
  wordsOf(titles?.()).includes(wordsOf(text));

/** Returns the words of a text, each between spaces. */
const wordsOf = (text = ''): string => ` ${text.replace(/[^\p{L}]+/gu, ' ')} `;
