import {NearJoin, type PlaceArrays} from '../model/near.js';
import {type RecordList, SubList} from '../model/record-list.js';
import type {PortalRecord} from '../model/records.js';
import {inSlices} from './slices.js';

/** What is near a record: the nearest few, and how many more there are. */
export interface Nearby {
  readonly nearest: readonly {readonly record: PortalRecord; readonly metres: number}[];
  readonly others: number;
  /** The distance that counts as near, in metres. */
  readonly within: number;
}

/** Those of some records that lie within so many metres of others, each with what it is near. */
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
 * Keeps of a list what lies within `metres` of a record of the others, in slices that let the page live. A record
 * that stands for its whole commune is near nothing that anybody could name.
 * @throws {DOMException} `AbortError` when told to stop.
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

/** Where the records of some lists are, one list after the other. */
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
