import {svg} from 'lit';
import type {Geo} from '../../model/geo/geo.js';
import type {MarkOptions, PosterNetwork} from './cover.js';
import {crosses} from './cover-labels.js';
import {circlePath, type Link, round, shapePath} from './cover-paths.js';
import type {NamedPlace} from './cover-places.js';
import {FLAT_CUT, isInView} from './cover-view.js';

/** Distances of the middle of a link from the straight line, in units: the first that avoids other marks is taken. */
const BENDS = [0, 8, -8, 16, -16] as const;
/** Half the side of the square around the mark of another place that a link avoids, in units. */
const CLEARANCE = 7;

type Halves = readonly [Link, Link];

/** Returns a link in two halves, with its middle beside the straight line if that would run below another mark. */
function bendLink([x1, y1, x2, y2]: Link, index: number, all: readonly Link[]): Halves {
  const length = Math.hypot(x2 - x1, y2 - y1) / 2;
  const bent = (bend: number): Halves => {
    const x = (x1 + x2 + (bend * (y1 - y2)) / length) / 2;
    const y = (y1 + y2 + (bend * (x2 - x1)) / length) / 2;
    return [
      [x1, y1, x, y],
      [x, y, x2, y2],
    ];
  };
  const isClear = (halves: Halves): boolean =>
    all.every(([, , left, top], other) => {
      const box = {left: left - CLEARANCE, top: top - CLEARANCE, width: 2 * CLEARANCE, height: 2 * CLEARANCE}; // prettier-ignore
      return other === index || !halves.some(half => crosses(half, box));
    });
  return BENDS.map(bent).find(isClear) ?? bent(0);
}

/** Returns the path data of the curve through a link in two halves. */
function curveData([[x1, y1, x, y], [, , x2, y2]]: Halves): string {
  const [controlX, controlY] = [2 * x - (x1 + x2) / 2, 2 * y - (y1 + y2) / 2];
  const [start, end] = [
    [x1, y1],
    [controlX, controlY, x2, y2],
  ].map(numbers => numbers.map(round).join(' '));
  return `M${start}Q${end}`;
}

function bend(links: readonly Link[]): {lines: readonly Link[]; data: string} {
  const halves = links.map(bendLink);
  return {lines: halves.flat(), data: halves.map(curveData).join('')};
}

/** Returns the numbers of the marks of partners, by their places: those of one place share a mark. Only of those in view. */
function numberMarks(
  partners: readonly Geo[],
  {markAt, projection}: MarkOptions,
): {marks: readonly NamedPlace[]; numbers: ReadonlyMap<Geo, number>} {
  const marks: NamedPlace[] = [];
  const numbers = new Map<Geo, number>();
  for (const place of partners) {
    const mark = markAt(place);
    if (!mark || !isInView(projection, mark, -FLAT_CUT)) continue;
    if (!marks.includes(mark)) marks.push(mark);
    numbers.set(place, marks.indexOf(mark) + 1);
  }
  return {marks, numbers};
}

/** Project and partners on a poster. */
export interface PosterPlaces {
  readonly own: NamedPlace | undefined;
  /** Family of the project: shape of its mark. */
  readonly family: string | undefined;
  /** Places of the partners in the order of their list. */
  readonly partners: readonly Geo[];
  /** Receives the number of the mark of each partner in view. */
  readonly onNumbers: (numbers: ReadonlyMap<Geo, number>) => void;
}

/** Returns the network of a poster: a mark of its own for the project, and those of its partners with numbers. */
export const posterNetwork = ({own, family, partners, onNumbers}: PosterPlaces): PosterNetwork => ({
  own,
  bend,
  renderMarks(nodes, options) {
    const {radiusOf, projection} = options;
    const {marks, numbers} = numberMarks(partners, options);
    onNumbers(numbers);
    const x = ({lon}: Geo): string => projection.x(lon).toFixed(1);
    const y = (mark: Geo): string => (projection.y(mark.lat) + radiusOf(mark) * 0.45).toFixed(1);
    return [
      own && svg`<path class="mark" d=${shapePath(family, [own], radiusOf(own), projection)} />`,
      nodes
        .filter(node => node !== own)
        .map(
          one =>
            svg`<path class="mark member" d=${circlePath([one], [radiusOf(one)], projection)} />`,
        ),
      marks.map(
        (mark, i) =>
          svg`<text class="number ${mark === own ? 'own' : ''}" x=${x(mark)} y=${y(mark)} font-size=${(radiusOf(mark) * 1.25).toFixed(1)}>${i + 1}</text>`,
      ),
    ];
  },
});
