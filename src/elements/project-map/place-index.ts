import type {Caption, LayerStyle, MapPoints, ShapeMode} from '../../map/map-view.js';
import type {Geo} from '../../model/geo/geo.js';
import type {Geometry} from '../../model/geo/geometry.js';
import type {LocatedRecords} from '../../model/geo/located-communes.js';
import {worldX, worldY} from '../../model/geo/mercator.js';
import type {RecordList} from '../../model/collection/record-list.js';
import {type Commune, type Family, FAMILIES, type PortalRecord} from '../../model/records.js';
import type {RecordRef} from '../../controllers/selection-controller.js';
import type {LocalizedText} from '../../model/text.js';

/** Records with the same origin: the map itself, or one of its layers. */
export interface RecordGroup {
  readonly records: RecordList;
  readonly collection: RecordRef['collection'];
  /** Source key and style of a layer; they distinguish its records in the selection and on the map. */
  readonly source?: string | undefined;
  readonly style?: LayerStyle | undefined;
  /** Representation of lines and areas. */
  readonly shapeMode?: ShapeMode | undefined;
  /** Records used for auto-fit if `records` is only the viewport subset. */
  readonly autoFitRecords?: RecordList | undefined;
}

/** Returns the family of a portal, used for records without a family of their own. */
export type FamilyLookup = (portal: PortalRecord['id']) => Family | undefined;

/** Category of the first layer: after the three families and "other". */
export const FIRST_LAYER_CATEGORY = FAMILIES.length + 1;

/** Maximum number of cached lookups by id. */
const MAX_CACHED_INDICES = 1000;

const familyIndex = (family: Family | undefined): number => {
  const index = (FAMILIES as readonly string[]).indexOf(family ?? '');
  return index < 0 ? FAMILIES.length : index;
};

/**
 * Index of the records of the map and its list, in typed arrays, one group after the other. Coordinates and families
 * are available before the records are fully validated, except families taken from a portal.
 */
export class PlaceIndex implements MapPoints, LocatedRecords {
  readonly length: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly family: Uint8Array;
  readonly recordCounts: Uint32Array | undefined = undefined;
  /** True if the family of a record has to be looked up in its portal. */
  needsPortals = false;
  readonly layers: readonly LayerStyle[];
  readonly autoFitCount: number;
  readonly autoFitPoints: PlaceIndex | undefined;
  readonly located: Uint32Array;
  readonly unlocated: Uint32Array;
  readonly nameAt: (index: number) => string;
  readonly langAt: (index: number) => string | undefined;
  readonly nameSuffixAt: (index: number) => string | undefined;
  readonly captionAt: (index: number) => Caption;
  readonly #groups: readonly RecordGroup[];
  /** Index of the first record of each group, followed by the total length. */
  readonly groupStarts: readonly number[];
  /** Cached indices by record reference. */
  readonly #indexByRef = new Map<string, number | undefined>();

  constructor(
    groups: readonly RecordGroup[],
    familyOf: FamilyLookup,
    nameOf: (record: PortalRecord) => LocalizedText,
    nameSuffix: (part: number, family: Family | undefined) => string | undefined,
    caption: (record: PortalRecord) => Caption,
  ) {
    this.#groups = groups;
    const starts = [0];
    for (const {records} of groups) starts.push((starts.at(-1) as number) + records.length);
    this.groupStarts = starts;
    this.length = starts.at(-1) as number;
    this.autoFitCount = groups[0]?.records.length ?? 0;
    this.layers = groups.flatMap(({style}) => style ?? []);
    const named = (index: number): LocalizedText => nameOf(this.at(index));
    this.nameAt = index => named(index).value;
    this.langAt = index => named(index).lang;
    this.nameSuffixAt = index =>
      nameSuffix(this.groupOf(index), FAMILIES[this.family[index] ?? FAMILIES.length]);
    this.captionAt = index => caption(this.at(index));
    const {length} = this;
    const x = (this.x = new Float64Array(length).fill(NaN));
    const y = (this.y = new Float64Array(length).fill(NaN));
    const families = (this.family = new Uint8Array(length));
    const located = new Uint32Array(length);
    const unlocated = new Uint32Array(length);
    let [locatedCount, unlocatedCount, index] = [0, 0, 0];
    let layer = FIRST_LAYER_CATEGORY;
    // A loop: a function here would share its scope with those above, which would keep the two arrays.
    for (const {records, style} of groups) {
      for (let i = 0; i < records.length; i++, index++) {
        const geo = records.geoAt(i);
        if (!geo) unlocated[unlocatedCount++] = index;
        else {
          located[locatedCount++] = index;
          x[index] = worldX(geo.lon);
          y[index] = worldY(geo.lat);
        }
        const own = style ? undefined : records.familyAt(i);
        const portal = style || own !== undefined ? undefined : records.portalAt?.(i);
        this.needsPortals ||= portal !== undefined;
        const family = portal === undefined ? own : familyOf(portal);
        families[index] = style ? layer : familyIndex(family);
        const count = records.countAt?.(i) ?? 1;
        if (count > 1) (this.recordCounts ??= new Uint32Array(length).fill(1))[index] = count;
      }
      if (style) layer++;
    }
    this.located = located.slice(0, locatedCount);
    this.unlocated = unlocated.slice(0, unlocatedCount);
    const autoFitGroups = groups.map(({autoFitRecords, ...part}) =>
      autoFitRecords ? {...part, records: autoFitRecords} : part,
    );
    this.autoFitPoints = groups.some(({autoFitRecords}) => autoFitRecords)
      ? new PlaceIndex(autoFitGroups, familyOf, nameOf, nameSuffix, caption)
      : undefined;
  }

  /** Returns the number of records represented by points. */
  countOf(indices: ArrayLike<number>): number {
    const {recordCounts} = this;
    if (!recordCounts) return indices.length;
    let sum = 0;
    for (let i = 0; i < indices.length; i++) sum += recordCounts[indices[i] as number] ?? 0;
    return sum;
  }

  /** Returns the group of a record. */
  groupOf(index: number): number {
    let group = 0;
    while (group + 1 < this.#groups.length && index >= (this.groupStarts[group + 1] as number))
      group++;
    return group;
  }

  /** Reads from the group of a record, with its index in the group. */
  #readRecord<T>(index: number, read: (records: RecordList, index: number) => T): T {
    const part = this.groupOf(index);
    return read(
      (this.#groups[part] as RecordGroup).records,
      index - (this.groupStarts[part] as number),
    );
  }

  geoAt(index: number): Geo | undefined {
    return this.#readRecord(index, (records, i) => records.geoAt(i));
  }

  at(index: number): PortalRecord {
    return this.#readRecord(index, (records, i) => records.at(i));
  }

  geometryAt(index: number): Geometry | undefined {
    if (this.shapeModeAt(index) === 'marks') return undefined;
    return this.#readRecord(index, (records, i) => records.geometryAt?.(i));
  }

  shapeModeAt(index: number): ShapeMode {
    return this.#groups[this.groupOf(index)]?.shapeMode ?? '';
  }

  /** True if the position of a record is only the centre of its commune. */
  isApproximateAt(index: number): boolean {
    return this.#readRecord(index, (records, i) => records.isApproximateAt?.(i) ?? false);
  }

  /** Returns the reference of a record in the selection. */
  refAt(index: number): RecordRef {
    const {collection, source} = this.#groups[this.groupOf(index)] as RecordGroup;
    const id = this.#readRecord(index, (records, i) => records.idAt(i));
    const ref: RecordRef = source === undefined ? {collection, id} : {collection, id, source};
    // Most lookups are for references returned here: caching them avoids a search.
    this.#cacheIndex(refKey(ref), index);
    return ref;
  }

  /** Returns the index of a record in the selection, or undefined if it is not on the map. */
  indexOf(ref: RecordRef | undefined): number | undefined {
    const part = ref ? this.#groups.findIndex(one => belongsTo(ref, one)) : -1;
    if (!ref || part < 0) return undefined;
    const key = refKey(ref);
    if (!this.#indexByRef.has(key)) this.#cacheIndex(key, this.#findIndex(String(ref.id), part));
    return this.#indexByRef.get(key);
  }

  #findIndex(id: string, part: number): number | undefined {
    const {records} = this.#groups[part] as RecordGroup;
    for (let i = 0; i < records.length; i++)
      if (String(records.idAt(i)) === id) return (this.groupStarts[part] as number) + i;
    return undefined;
  }

  #cacheIndex(key: string, index: number | undefined): void {
    if (this.#indexByRef.size >= MAX_CACHED_INDICES) this.#indexByRef.clear();
    this.#indexByRef.set(key, index);
  }

  communeAt(index: number): Commune | undefined {
    return (this.at(index) as {readonly commune?: Commune}).commune;
  }
}

const belongsTo = (ref: RecordRef, {collection, source}: RecordGroup): boolean =>
  ref.collection === collection && ref.source === source;

const refKey = ({source = '', id}: RecordRef): string => `${source} ${id}`;
