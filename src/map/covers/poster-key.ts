import {svg} from 'lit';
import type {Geo} from '../../model/geo/geo.js';
import {circlePath, shapePath} from './cover-paths.js';
import type {NamedPlace} from './cover-places.js';
import {type CoverProjection, FLAT_CUT, isInView} from './cover-view.js';

/** Places of a poster: that of the project, and those of its partners, numbered as in their list. */
export interface PosterKey {
  /** Place of the project, with its title. */
  readonly own: NamedPlace | undefined;
  /** Family of the project: shape of its mark. */
  readonly family: string | undefined;
  /** Places of the partners in the order of their list. Drawing sets the number of the mark of each that is in view. */
  readonly numbers: Map<Geo, number>;
}

interface KeyOptions {
  /** Returns the mark of a place, or the one that it would overlap. */
  readonly markAt: (place: Geo) => NamedPlace | undefined;
  /** Returns the radius of the mark of a place, in units. */
  readonly radiusOf: (place: Geo) => number;
  readonly projection: CoverProjection;
}

/** Renders the mark of the project, and those of partners with their numbers. Partners of one place have one mark, and its number. */
export function renderKey(
  {own, family, numbers}: PosterKey,
  nodes: readonly NamedPlace[],
  {markAt, radiusOf, projection}: KeyOptions,
): readonly unknown[] {
  const marks: NamedPlace[] = [];
  for (const place of numbers.keys()) {
    const mark = markAt(place);
    if (!mark || !isInView(projection, mark, -FLAT_CUT)) continue;
    if (!marks.includes(mark)) marks.push(mark);
    numbers.set(place, marks.indexOf(mark) + 1);
  }
  const partners = nodes.filter(node => node !== own);
  const x = ({lon}: Geo): string => projection.x(lon).toFixed(1);
  const y = (mark: Geo): string => (projection.y(mark.lat) + radiusOf(mark) * 0.45).toFixed(1);
  return [
    own && svg`<path class="mark" d=${shapePath(family, [own], radiusOf(own), projection)} />`,
    partners.map(
      one => svg`<path class="mark member" d=${circlePath([one], [radiusOf(one)], projection)} />`,
    ),
    marks.map(
      (mark, i) =>
        svg`<text class="number ${mark === own ? 'own' : ''}" x=${x(mark)} y=${y(mark)} font-size=${(radiusOf(mark) * 1.25).toFixed(1)}>${i + 1}</text>`,
    ),
  ];
}
