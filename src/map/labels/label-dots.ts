import {svg} from '../svg.js';
import type {PlaceLabel} from './place-label.js';

/** Radii of the dots of places, by class. */
const RADII = {rings: 4, cores: 1.5, dots: 2, specks: 1.5} as const;
type DotClass = keyof typeof RADII;
const CLASSES = Object.keys(RADII) as DotClass[];

/** Returns the dots of a place: a ring with a core for a city. */
const dotsOf = (kind: PlaceLabel['kind']): readonly DotClass[] =>
  kind === 'city' ? ['rings', 'cores'] : kind === 'village' ? ['specks'] : ['dots'];

const circleAt = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** Dots of the places of a map, one path per class: an element per dot would take longer than its name. */
export class LabelDots {
  readonly #paths = CLASSES.map(name => svg('path', {class: name}));

  constructor(root: SVGSVGElement) {
    root.append(...this.#paths);
  }

  /** Draws dots, in place of the existing ones: kind and position in pane coordinates. */
  draw(places: readonly (readonly [kind: PlaceLabel['kind'], x: number, y: number])[]): void {
    const data: Record<DotClass, string> = {rings: '', cores: '', dots: '', specks: ''};
    for (const [kind, x, y] of places)
      for (const name of dotsOf(kind)) data[name] += circleAt(x, y, RADII[name]);
    CLASSES.forEach((name, i) => this.#paths[i]?.setAttribute('d', data[name]));
  }
}
