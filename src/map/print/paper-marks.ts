/** Mark of a record on a printed map, in units of the drawing. */
export interface PaperMark {
  /** Position of the record. */
  readonly x: number;
  readonly y: number;
  /** Half of the width by which the mark is longer than others. Default: 0. */
  readonly half?: number;
  /** Position of its mark, moved aside if others are too near. */
  left: number;
  top: number;
}

/** Radius of a mark with a number, and minimum space between two of them, in units. */
export const MARK_RADIUS = 9;
const MIN_DISTANCE = 2 * MARK_RADIUS + 2;
/** Space between a mark and the frame. */
const EDGE = MARK_RADIUS + 2;
const MAX_ROUNDS = 300;
/** Maximum distance of records from the first one of their common mark, in units. */
const MAX_JOINED = 26;
/** Height of the rows in which common marks are numbered, in units. */
const ROW = 55;
/** Angle between the directions in which marks of the same place are moved apart (golden angle). */
const TURN = 2.399963;

/**
 * Joins near records of the same family, for a map on which their marks would cover the country. Returns the groups by
 * family, then from top to bottom and from left to right.
 */
export function joinNear<
  T extends {readonly x: number; readonly y: number; readonly family: number},
>(records: readonly T[]): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const record of records) {
    const near = groups.find(
      ([first]) =>
        first?.family === record.family &&
        Math.hypot(first.x - record.x, first.y - record.y) < MAX_JOINED,
    );
    if (near) near.push(record);
    else groups.push([record]);
  }
  const order = ([{family, x, y}]: readonly T[] & readonly [T]): number =>
    family * 1e6 + Math.floor(y / ROW) * 1e4 + x;
  return groups.sort((a, b) => order(a as [T]) - order(b as [T]));
}

/** Circle that marks with a number avoid, in units. */
export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/**
 * Moves marks apart until none overlaps another, off the circles, and into the frame. Marks stay near their places, and
 * the order of the input decides between equal ones, so that the same records give the same drawing.
 */
export function spreadMarks(
  marks: readonly PaperMark[],
  width: number,
  height: number,
  circles: readonly Circle[] = [],
): void {
  marks.forEach((mark, i) => {
    // A first step in different directions: marks of one place would have none.
    mark.left = mark.x + 0.01 * Math.cos(i * TURN);
    mark.top = mark.y + 0.01 * Math.sin(i * TURN);
    moveInland(mark, circles);
    keepInside(mark, width, height);
  });
  for (let round = 0; round < MAX_ROUNDS; round++)
    if (![pushOff(marks, circles), pushApart(marks, round, width, height)].includes(true)) return;
}

/**
 * Moves a mark that a circle covers to its side that faces the other circles: on the other side of a group at a coast is
 * the sea.
 */
function moveInland(mark: PaperMark, circles: readonly Circle[]): void {
  const circle = circles.find(({x, y, radius}) => Math.hypot(mark.x - x, mark.y - y) < radius);
  if (!circle || circles.length < 2) return;
  const middle = (key: 'x' | 'y'): number =>
    circles.reduce((sum, one) => sum + one[key], 0) / circles.length;
  const [dx, dy] = [middle('x') - circle.x, middle('y') - circle.y];
  const scale = circle.radius / Math.max(1, Math.hypot(dx, dy));
  mark.left += circle.x - mark.x + dx * scale;
  mark.top += circle.y - mark.y + dy * scale;
}

/** Moves marks to the edges of the circles that they cover. Returns true if there was one. */
function pushOff(marks: readonly PaperMark[], circles: readonly Circle[]): boolean {
  let hasMoved = false;
  for (const mark of marks)
    for (const {x, y, radius} of circles) {
      const [dx, dy] = [mark.left - x, mark.top - y];
      const [distance, least] = [Math.hypot(dx, dy), radius + MARK_RADIUS];
      if (distance >= least) continue;
      hasMoved = true;
      const scale = (least + 0.05) / distance;
      [mark.left, mark.top] = [x + dx * scale, y + dy * scale];
    }
  return hasMoved;
}

/** Moves each pair of marks that are too near. Returns true if there was one. */
function pushApart(
  marks: readonly PaperMark[],
  round: number,
  width: number,
  height: number,
): boolean {
  let hasMoved = false;
  marks.forEach((a, i) => {
    for (const b of marks.slice(i + 1)) {
      // The nearest points of the lines in the middle of both.
      const length = (a.half ?? 0) + (b.half ?? 0);
      const across = b.left - a.left;
      let [dx, dy] = [Math.sign(across) * Math.max(0, Math.abs(across) - length), b.top - a.top];
      const distance = Math.hypot(dx, dy);
      if (distance >= MIN_DISTANCE) continue;
      hasMoved = true;
      // At the same point, as in a corner of the frame: another direction in each round.
      if (distance < 0.001) [dx, dy] = [Math.cos((i + round) * TURN), Math.sin((i + round) * TURN)];
      // A little more than needed, so that the end is reached.
      const push = (MIN_DISTANCE - distance) / 2 + 0.05;
      const scale = push / Math.hypot(dx, dy);
      const [stepX, stepY] = [dx * scale, dy * scale];
      a.left -= stepX;
      a.top -= stepY;
      b.left += stepX;
      b.top += stepY;
      keepInside(a, width, height);
      keepInside(b, width, height);
    }
  });
  return hasMoved;
}

function keepInside(mark: PaperMark, width: number, height: number): void {
  const edge = EDGE + (mark.half ?? 0);
  mark.left = Math.max(edge, Math.min(width - edge, mark.left));
  mark.top = Math.max(EDGE, Math.min(height - EDGE, mark.top));
}

/** Returns a coordinate of a drawing. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * Returns the shape of a family around a point, as on the screen: circle, hexagon, square, diamond; a pentagon for layers.
 *
 * @param half Half of the width by which the shape is longer.
 */
export function markShape(family: number, x: number, y: number, radius: number, half = 0): string {
  const corners = (angles: readonly number[], r: number): string =>
    `M${angles
      .flatMap(angle => {
        const across = round(r * Math.sin(angle));
        const point = (dx: number): string =>
          [round(x + across + dx), round(y - r * Math.cos(angle))].join(' ');
        if (across || !half) return point(Math.sign(across) * half);
        // A corner in the middle is an edge, drawn clockwise.
        const start = angle ? half : -half;
        return [point(start), point(-start)];
      })
      .join('L')}z`;
  const parts = (count: number, start: number): number[] =>
    [...Array(count).keys()].map(i => start + (i * 2 * Math.PI) / count);
  switch (family) {
    case 0: {
      const arc = `a${radius} ${radius} 0 0 1 0 `;
      return `M${round(x - half)} ${round(y - radius)}h${2 * half}${arc}${2 * radius}h${-2 * half}${arc}${-2 * radius}z`;
    }
    case 1:
      return corners(parts(6, Math.PI / 6), radius * 1.12);
    case 2:
      return corners(parts(4, Math.PI / 4), radius * 1.25);
    case 3:
      return corners(parts(4, 0), radius * 1.25);
    default:
      return corners(parts(5, 0), radius * 1.15);
  }
}
