import type {LayerLook, MapPoints} from '../../map/map-view.js';
import type {Geo} from '../../model/geo.js';
import type {Geometry} from '../../model/geometry.js';
import type {RecordList} from '../../model/record-list.js';
import {type Commune, type Family, FAMILIES, type PortalRecord} from '../../model/records.js';
import type {RecordRef} from '../../model/selection.js';
import {pickText, type SpokenText, type Text} from '../../model/text.js';

/** Records with the same origin: the map itself, or one of its layers. */
export interface PlacesPart {
  readonly records: RecordList;
  readonly collection: RecordRef['collection'];
  /** Source key and style of a layer; they distinguish its records in the selection and on the map. */
  readonly source?: string | undefined;
  readonly look?: LayerLook | undefined;
  /** Records used for auto-fit if `records` is only the viewport subset. */
  readonly home?: RecordList | undefined;
}

/** Returns the family of a portal, used for records without a family of their own. */
export type FamilyOf = (portal: PortalRecord['id']) => Family | undefined;

/** Commune that contains records. */
interface CommuneSeen {
  readonly value: string;
  readonly name: Text;
  /** Mean position of these records. */
  readonly center: Geo;
}

/** Category of the first layer: after the three families and "other". */
export const FIRST_LAYER = FAMILIES.length + 1;

/** Maximum number of cached lookups by id. */
const REMEMBERED = 1000;

const familyIndex = (family: Family | undefined): number => {
  const index = (FAMILIES as readonly string[]).indexOf(family ?? '');
  return index < 0 ? FAMILIES.length : index;
};

/** Returns the number of records represented by each point, or undefined if all represent one. */
function countsOf(parts: readonly PlacesPart[], length: number): Uint32Array | undefined {
  let counts: Uint32Array | undefined;
  let at = 0;
  for (const {records} of parts)
    for (let index = 0; index < records.length; index++, at++) {
      const count = records.countAt?.(index) ?? 1;
      if (count > 1) (counts ??= new Uint32Array(length).fill(1))[at] = count;
    }
  return counts;
}

/**
 * Index of the records of the map and its list, in typed arrays, one group after the other. Coordinates and families
 * are available before the records are fully validated, except families taken from a portal.
 */
export class Places implements MapPoints {
  readonly length: number;
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  readonly family: Uint8Array;
  readonly counts: Uint32Array | undefined;
  readonly layers: readonly LayerLook[];
  readonly leading: number;
  readonly home: Places | undefined;
  readonly located: Uint32Array;
  readonly unlocated: Uint32Array;
  readonly name: (index: number) => string;
  readonly langOf: (index: number) => string | undefined;
  readonly asideOf: (index: number) => string | undefined;
  readonly #parts: readonly PlacesPart[];
  /** Index of the first record of each group, followed by the total length. */
  readonly starts: readonly number[];
  /** Cached indices by record reference. */
  readonly #indices = new Map<string, number | undefined>();
  #communes: readonly CommuneSeen[] | undefined;

  constructor(
    parts: readonly PlacesPart[],
    familyOf: FamilyOf,
    nameOf: (record: PortalRecord) => SpokenText,
    layerName: (part: number) => string | undefined,
  ) {
    this.#parts = parts;
    const starts = [0];
    for (const {records} of parts) starts.push((starts.at(-1) as number) + records.length);
    this.starts = starts;
    this.length = starts.at(-1) as number;
    this.leading = parts[0]?.records.length ?? 0;
    this.layers = parts.flatMap(({look}) => look ?? []);
    const named = (index: number): SpokenText => nameOf(this.at(index));
    this.name = index => named(index).value;
    this.langOf = index => named(index).lang;
    this.asideOf = index => layerName(this.partOf(index));
    this.lat = new Float64Array(this.length).fill(NaN);
    this.lon = new Float64Array(this.length).fill(NaN);
    this.family = new Uint8Array(this.length);
    const located = new Uint32Array(this.length);
    const unlocated = new Uint32Array(this.length);
    let [found, lost] = [0, 0];
    let layer = FIRST_LAYER;
    parts.forEach(({records, look}, part) => {
      for (let i = 0, index = starts[part] as number; i < records.length; i++, index++) {
        const geo = records.geoAt(i);
        if (!geo) unlocated[lost++] = index;
        else {
          located[found++] = index;
          this.lat[index] = geo.lat;
          this.lon[index] = geo.lon;
        }
        this.family[index] = look
          ? layer
          : familyIndex(records.familyAt(i) ?? familyByPortal(records, i, familyOf));
      }
      if (look) layer++;
    });
    this.counts = countsOf(parts, this.length);
    const homes = parts.map(({home, ...part}) => (home ? {...part, records: home} : part));
    this.home = parts.some(({home}) => home)
      ? new Places(homes, familyOf, nameOf, layerName)
      : undefined;
    this.located = located.slice(0, found);
    this.unlocated = unlocated.slice(0, lost);
  }

  /** Returns the number of records represented by points. */
  countOf(indices: ArrayLike<number>): number {
    const {counts} = this;
    if (!counts) return indices.length;
    let sum = 0;
    for (let i = 0; i < indices.length; i++) sum += counts[indices[i] as number] ?? 0;
    return sum;
  }

  /** Returns the group of a record. */
  partOf(index: number): number {
    let part = 0;
    while (part + 1 < this.#parts.length && index >= (this.starts[part + 1] as number)) part++;
    return part;
  }

  /** Reads from the group of a record, with its index in the group. */
  #in<T>(index: number, read: (records: RecordList, index: number) => T): T {
    const part = this.partOf(index);
    return read((this.#parts[part] as PlacesPart).records, index - (this.starts[part] as number));
  }

  at(index: number): PortalRecord {
    return this.#in(index, (records, i) => records.at(i));
  }

  geometryAt(index: number): Geometry | undefined {
    return this.#in(index, (records, i) => records.geometryAt?.(i));
  }

  /** True if the position of a record is that of its commune. */
  isApproximateAt(index: number): boolean {
    return this.#in(index, (records, i) => records.isApproximateAt?.(i) ?? false);
  }

  /** Returns the reference of a record in the selection. */
  refTo(index: number): RecordRef {
    const {collection, source} = this.#parts[this.partOf(index)] as PlacesPart;
    const id = this.#in(index, (records, i) => records.idAt(i));
    const ref: RecordRef = source === undefined ? {collection, id} : {collection, id, source};
    // Most lookups are for references returned here: caching them avoids a search.
    this.#remember(keyOf(ref), index);
    return ref;
  }

  /** Returns the index of a record in the selection, or undefined if it is not on the map. */
  indexOf(ref: RecordRef | undefined): number | undefined {
    const part = ref ? this.#parts.findIndex(one => isOf(ref, one)) : -1;
    if (!ref || part < 0) return undefined;
    const key = keyOf(ref);
    if (!this.#indices.has(key)) this.#remember(key, this.#find(String(ref.id), part));
    return this.#indices.get(key);
  }

  #find(id: string, part: number): number | undefined {
    const {records} = this.#parts[part] as PlacesPart;
    for (let i = 0; i < records.length; i++)
      if (String(records.idAt(i)) === id) return (this.starts[part] as number) + i;
    return undefined;
  }

  #remember(key: string, index: number | undefined): void {
    if (this.#indices.size >= REMEMBERED) this.#indices.clear();
    this.#indices.set(key, index);
  }

  /** Communes of the located records, in the order of the data. */
  get communes(): readonly CommuneSeen[] {
    return (this.#communes ??= this.#findCommunes());
  }

  #findCommunes(): CommuneSeen[] {
    const found = new Map<string, {value: string; name: Text; indices: number[]}>();
    for (const index of this.located) {
      const {commune} = this.at(index) as {readonly commune?: Commune};
      if (!commune?.name) continue;
      const value = commune.insee ?? pickText(commune.name, 'fr').value;
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

function familyByPortal(records: RecordList, index: number, familyOf: FamilyOf) {
  const portal = records.portalAt?.(index);
  return portal === undefined ? undefined : familyOf(portal);
}

const isOf = (ref: RecordRef, {collection, source}: PlacesPart): boolean =>
  ref.collection === collection && ref.source === source;

const keyOf = ({source = '', id}: RecordRef): string => `${source} ${id}`;
