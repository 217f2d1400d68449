import type {MapPoints} from '../../map/map-view.js';
import type {Geo} from '../../model/geo.js';
import type {RecordList} from '../../model/record-list.js';
import {type Family, FAMILIES, type Project} from '../../model/records.js';
import type {RecordRef} from '../../model/selection.js';

/** The family of a project: its own, else its portal's. */
export type FamilyOf = (project: Project) => Family | undefined;

/** A commune in which projects stand. */
interface Commune {
  readonly value: string;
  readonly name: string;
  /** The middle of those projects. */
  readonly center: Geo;
}

const familyIndex = (family: Family | undefined): number => {
  const index = (FAMILIES as readonly string[]).indexOf(family ?? '');
  return index < 0 ? FAMILIES.length : index;
};

/** How many records each stands for, where some stand for several. */
function countsOf(list: RecordList): Uint32Array | undefined {
  if (!list.countAt) return undefined;
  const counts = Uint32Array.from({length: list.length}, (_, index) => list.countAt?.(index) ?? 1);
  return counts.some(count => count > 1) ? counts : undefined;
}

/**
 * Projects as the map and its list know them, by their index in typed arrays. Where they are is known before a record
 * is wholly checked, and of which family but where only its portal says.
 */
export class Places implements MapPoints {
  readonly length: number;
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  readonly family: Uint8Array;
  readonly counts: Uint32Array | undefined;
  readonly located: readonly number[];
  readonly unlocated: readonly number[];
  readonly name: (index: number) => string;
  readonly #projects: RecordList<Project>;
  readonly #indices = new Map<string, number>();
  #communes: readonly Commune[] | undefined;

  constructor(
    projects: RecordList<Project>,
    familyOf: FamilyOf | undefined,
    name: (project: Project) => string,
  ) {
    const {length} = projects;
    this.length = length;
    this.#projects = projects;
    this.name = index => name(projects.at(index));
    this.lat = new Float64Array(length).fill(NaN);
    this.lon = new Float64Array(length).fill(NaN);
    this.family = new Uint8Array(length);
    const located: number[] = [];
    const unlocated: number[] = [];
    for (let index = 0; index < length; index++) {
      const geo = projects.geoAt(index);
      (geo ? located : unlocated).push(index);
      if (geo) {
        this.lat[index] = geo.lat;
        this.lon[index] = geo.lon;
      }
      this.family[index] = familyIndex(projects.familyAt(index) ?? familyOf?.(projects.at(index)));
    }
    this.counts = countsOf(projects);
    this.located = located;
    this.unlocated = unlocated;
  }

  /** What the selection calls a project. */
  refTo(index: number): RecordRef {
    const {id} = this.#projects.at(index);
    // Most questions are about what the map itself has named: they are answered without a look at all the others.
    this.#indices.set(String(id), index);
    return {collection: 'projects', id};
  }

  /** Where a project of the selection stands among the places; undefined when it isn't there. */
  indexOf(ref: RecordRef | undefined): number | undefined {
    if (ref?.collection !== 'projects') return undefined;
    const id = String(ref.id);
    if (!this.#indices.has(id) && this.#indices.size < this.length) {
      for (let index = 0; index < this.length; index++) this.refTo(index);
    }
    return this.#indices.get(id);
  }

  /** The communes of the projects that have a place, in the order of the data. */
  get communes(): readonly Commune[] {
    return (this.#communes ??= this.#findCommunes());
  }

  #findCommunes(): Commune[] {
    const found = new Map<string, {value: string; name: string; indices: number[]}>();
    for (const index of this.located) {
      const {commune} = this.#projects.at(index);
      if (!commune?.name) continue;
      const value = commune.insee ?? commune.name;
      const known = found.get(value);
      if (known) known.indices.push(index);
      else found.set(value, {value, name: commune.name, indices: [index]});
    }
    const mean = (degrees: Float64Array, indices: readonly number[]): number =>
      indices.reduce((sum, index) => sum + (degrees[index] ?? NaN), 0) / indices.length;
    return [...found.values()].map(({value, name, indices}) => ({
      value,
      name,
      center: {lat: mean(this.lat, indices), lon: mean(this.lon, indices)},
    }));
  }
}
