import {ProximityJoin, type CoordinateArrays} from '../model/geo/proximity-join.js';
import {type RecordList, SubsetRecordList} from '../model/collection/record-list.js';
import type {PortalRecord} from '../model/records.js';
import {runInSlices} from './scheduling.js';

/** Records near another record: the nearest ones, and the number of the others. */
export interface NearbyRecords {
  readonly nearest: readonly {readonly record: PortalRecord; readonly metres: number}[];
  readonly otherCount: number;
  /** Distance up to which a record counts as near, in metres. */
  readonly maxMetres: number;
}

/** Records that lie within a distance of other records, with the neighbours of each. */
export class NearbyRecordList<R extends PortalRecord = PortalRecord> extends SubsetRecordList<R> {
  readonly #nearby: (index: number) => NearbyRecords;

  constructor(
    list: RecordList<R>,
    indices: ArrayLike<number>,
    nearby: (index: number) => NearbyRecords,
  ) {
    super(list, indices);
    this.#nearby = nearby;
  }

  nearbyAt(index: number): NearbyRecords {
    return this.#nearby(index);
  }
}

/**
 * Returns the records of a list that lie within `metres` of a record of the other lists. Runs in slices that keep the
 * page responsive. A record located only by its commune has no neighbours.
 *
 * @throws {DOMException} `AbortError` if `signal` is aborted.
 */
export async function selectNearby<R extends PortalRecord>(
  list: RecordList<R>,
  others: readonly RecordList[],
  metres: number,
  signal: AbortSignal,
): Promise<NearbyRecordList<R>> {
  const coordinates = await coordinatesOf([list], signal);
  const join = new ProximityJoin(coordinates, await coordinatesOf(others, signal), metres);
  await runInSlices(join.steps, step => join.step(step), signal);
  const nearIndices: number[] = [];
  join.counts.forEach((count, index) => {
    if (count > 0) nearIndices.push(index);
  });
  const recordAt = (index: number): PortalRecord => {
    let localIndex = index;
    for (const other of others) {
      if (localIndex < other.length) return other.at(localIndex);
      localIndex -= other.length;
    }
    throw new RangeError(`no record ${index}`);
  };
  return new NearbyRecordList(list, nearIndices, index => {
    const recordIndex = nearIndices[index] as number;
    const nearest = join
      .nearest(recordIndex)
      .map(({index: other, metres: far}) => ({record: recordAt(other), metres: far}));
    const others = (join.counts[recordIndex] as number) - nearest.length;
    return {nearest, otherCount: others, maxMetres: metres};
  });
}

/** Collects the coordinates of several lists, one list after the other. */
async function coordinatesOf(
  lists: readonly RecordList[],
  signal: AbortSignal,
): Promise<CoordinateArrays> {
  const length = lists.reduce((sum, list) => sum + list.length, 0);
  const lat = new Float64Array(length).fill(NaN);
  const lon = new Float64Array(length).fill(NaN);
  let start = 0;
  for (const list of lists) {
    const offset = start;
    const collect = (index: number): void => {
      const geo = list.isApproximateAt?.(index) ? undefined : list.geoAt(index);
      if (!geo) return;
      lat[offset + index] = geo.lat;
      lon[offset + index] = geo.lon;
    };
    await runInSlices(list.length, collect, signal);
    start += list.length;
  }
  return {length, lat, lon};
}
