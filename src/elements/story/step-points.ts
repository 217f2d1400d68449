import type {LayerStyle, MapPoints} from '../../map/map-view.js';
import type {Geometry} from '../../model/geo/geometry.js';
import {worldX, worldY} from '../../model/geo/mercator.js';
import {shapeOf} from '../../model/geo/shape-of.js';
import {FAMILIES} from '../../model/records.js';
import type {LocalizedText} from '../../model/text.js';
import type {Step} from './steps.js';

/** First family index that stands for a style of its own, and the maximum number of such styles. */
const [FIRST_STYLE, MAX_STYLES] = [FAMILIES.length + 1, 250];

/** Key of a place: the same for equal coordinates. */
const placeKey = ({geo}: Step): string => (geo ? `${geo.lat},${geo.lon}` : '');

/**
 * Returns the number of the last step, up to the current one, whose place an earlier step has; 0 if there is none. The
 * marks of the map depend on it alone.
 */
export const lastReturn = (steps: readonly Step[], current: number): number =>
  steps
    .slice(0, current)
    .filter(
      (step, index) =>
        step.geo && steps.findIndex(other => placeKey(other) === placeKey(step)) < index,
    )
    .at(-1)?.number ?? 0;

/** Map points of a story: one per distinct place, labelled with the number of its step. */
export class StepPoints implements MapPoints {
  readonly length: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly family: Uint8Array;
  readonly layers: readonly LayerStyle[];
  readonly opensPage = true;
  readonly nameAt: (index: number) => string;
  readonly langAt: (index: number) => string | undefined;
  readonly #steps: readonly (readonly Step[])[];

  /** @param readNumber Number of the last step that may label its place, if it is not the first one there. */
  constructor(
    steps: readonly Step[],
    nameOf: (steps: readonly Step[]) => LocalizedText,
    readNumber = 0,
  ) {
    const stepsByPlace = new Map<string, Step[]>();
    for (const step of steps) {
      if (!step.geo) continue;
      const key = placeKey(step);
      stepsByPlace.set(key, [...(stepsByPlace.get(key) ?? []), step]);
    }
    this.#steps = [...stepsByPlace.values()];
    this.length = this.#steps.length;
    this.x = Float64Array.from(this.#steps, ([step]) => worldX(step?.geo?.lon ?? NaN));
    this.y = Float64Array.from(this.#steps, ([step]) => worldY(step?.geo?.lat ?? NaN));
    this.layers = this.#steps.slice(0, MAX_STYLES).map(stepsHere => ({
      fill: 'var(--_projet-fill)',
      // A marker has room for one number: for several steps, that of the step read last. Its accessible name lists all.
      letter: String(
        (stepsHere.filter(({number}) => number <= readNumber).at(-1) ?? stepsHere[0])?.number,
      ),
    }));
    this.family = Uint8Array.from(this.#steps, (_, index) =>
      index < MAX_STYLES ? FIRST_STYLE + index : FAMILIES.length,
    );
    this.nameAt = index => nameOf(this.stepsAt(index)).value;
    this.langAt = index => nameOf(this.stepsAt(index)).lang;
  }

  /**
   * Returns the numbers of the marks in a cluster: `2·5·6`, or the first and the last, `2–4`, if they are consecutive
   * or too many to fit.
   *
   * @param counts Number of points by family index.
   */
  numbersOf(counts: readonly number[]): string {
    const numbers = this.layers
      .filter((_, index) => counts[FIRST_STYLE + index])
      .map(({letter}) => Number(letter))
      .sort((a, b) => a - b);
    const [first = '', last = first] = [numbers[0], numbers.at(-1)];
    const text = numbers.join('·');
    const areConsecutive = numbers.length > 2 && Number(last) - Number(first) < numbers.length;
    return areConsecutive || text.length > 5 ? `${first}–${last}` : text;
  }

  /** Returns the line or area of the first step at a point that has one. */
  geometryAt(index: number): Geometry | undefined {
    for (const step of this.stepsAt(index)) {
      const shape = shapeOf(step);
      if (shape) return shape;
    }
    return undefined;
  }

  stepsAt(index: number): readonly Step[] {
    return this.#steps[index] ?? [];
  }

  /** Returns the index of the point of a step; undefined if the step has no place. */
  indexOf(step: Step | undefined): number | undefined {
    const index = this.#steps.findIndex(steps => steps.some(({number}) => number === step?.number));
    return index < 0 ? undefined : index;
  }
}
