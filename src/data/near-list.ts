import {NearJoin, type PlaceArrays} from '../model/near.js';
import {type RecordList, SubList} from '../model/record-list.js';
import type {PortalRecord} from '../model/records.js';
import {inSlices} from './slices.js';

/** Records near another record: the nearest ones, and the number of the others. */
export interface Nearby {
  readonly nearest: readonly {readonly record: PortalRecord; readonly metres: number}[];
  readonly others: number;
  /** Distance up to which a record counts as near, in metres. */
  readonly within: number;
}

/** Records that lie within a distance of other records, with the neighbours of each. */
export class NearList<R extends PortalRecord = PortalRecord> extends SubList<R> {
  readonly #nearby: (index: number) => Nearby;

  constructor(list: RecordList<R>, indices: ArrayLike<number>, nearby: (index: number) => Nearby) {
    super(list, indices);
    this.#nearby = nearby;
  }

  nearbyAt(index: number): Nearby {
    return this.#nearby(index);
  }
}

/**
 * Returns the records of a list that lie within `metres` of a record of the other lists. Runs in slices that keep the
 * page responsive. A record located only by its commune has no neighbours.
 *
 * @throws {DOMException} `AbortError` if `signal` is aborted.
 */
export async function keepNear<R extends PortalRecord>(
  list: RecordList<R>,
  others: readonly RecordList[],
  metres: number,
  signal: AbortSignal,
): Promise<NearList<R>> {
  const places = await placesOf([list], signal);
  const join = new NearJoin(places, await placesOf(others, signal), metres);
  await inSlices(join.steps, step => join.step(step), signal);
  const kept: number[] = [];
  join.counts.forEach((count, index) => {
    if (count > 0) kept.push(index);
  });
  const recordAt = (index: number): PortalRecord => {
    let at = index;
    for (const other of others) {
      if (at < other.length) return other.at(at);
      at -= other.length;
    }
    throw new RangeError(`no record ${index}`);
  };
  return new NearList(list, kept, index => {
    const own = kept[index] as number;
    const nearest = join
      .nearest(own)
      .map(({index: other, metres: far}) => ({record: recordAt(other), metres: far}));
    const others = (join.counts[own] as number) - nearest.length;
    return {nearest, others, within: metres};
  });
}

/** Collects the coordinates of several lists, one list after the other. */
async function placesOf(lists: readonly RecordList[], signal: AbortSignal): Promise<PlaceArrays> {
  const length = lists.reduce((sum, list) => sum + list.length, 0);
  const lat = new Float64Array(length).fill(NaN);
  const lon = new Float64Array(length).fill(NaN);
  let start = 0;
  for (const list of lists) {
    const from = start;
    const read = (index: number): void => {
      const geo = list.isApproximateAt?.(index) ? undefined : list.geoAt(index);
      if (!geo) return;
      lat[from + index] = geo.lat;
      lon[from + index] = geo.lon;
    };
    await inSlices(list.length, read, signal);
    start += list.length;
  }
  return {length, lat, lon};
}
