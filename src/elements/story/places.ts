import type {LayerLook, MapPoints} from '../../map/map-view.js';
import {FAMILIES} from '../../model/records.js';
import type {SpokenText} from '../../model/text.js';
import type {Step} from './steps.js';

/** The first of the map's kinds that has a look of its own, and how many there can be. */
const [FIRST_LOOK, MOST_LOOKS] = [FAMILIES.length + 1, 250];

/** The places of a story on its map: each once, marked with the number of its step. */
export class StepPlaces implements MapPoints {
  readonly length: number;
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  readonly family: Uint8Array;
  readonly layers: readonly LayerLook[];
  readonly leadElsewhere = true;
  readonly name: (index: number) => string;
  readonly langOf: (index: number) => string | undefined;
  /** The steps of each place. */
  readonly #steps: readonly (readonly Step[])[];

  constructor(steps: readonly Step[], nameOf: (steps: readonly Step[]) => SpokenText) {
    const places = new Map<string, Step[]>();
    for (const step of steps) {
      if (!step.geo) continue;
      const key = `${step.geo.lat},${step.geo.lon}`;
      places.set(key, [...(places.get(key) ?? []), step]);
    }
    this.#steps = [...places.values()];
    this.length = this.#steps.length;
    this.lat = Float64Array.from(this.#steps, ([step]) => step?.geo?.lat ?? NaN);
    this.lon = Float64Array.from(this.#steps, ([step]) => step?.geo?.lon ?? NaN);
    this.layers = this.#steps.slice(0, MOST_LOOKS).map(here => ({
      fill: 'var(--_projet-fill)',
      // A mark has room for a number; of several its name tells.
      letter: here.length === 1 ? String(here[0]?.number) : '',
    }));
    this.family = Uint8Array.from(this.#steps, (_, index) =>
      index < MOST_LOOKS ? FIRST_LOOK + index : FAMILIES.length,
    );
    this.name = index => nameOf(this.stepsAt(index)).value;
    this.langOf = index => nameOf(this.stepsAt(index)).lang;
  }

  /** The steps of a place. */
  stepsAt(index: number): readonly Step[] {
    return this.#steps[index] ?? [];
  }

  /** The place of a step; undefined when it has none. */
  indexOf(step: Step | undefined): number | undefined {
    const index = this.#steps.findIndex(steps => steps.some(({number}) => number === step?.number));
    return index < 0 ? undefined : index;
  }
}
