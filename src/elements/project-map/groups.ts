import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {Answer} from '../../data/source.js';
import {formatDistance} from '../../i18n/measures.js';
import type {Layers} from './layers.js';
import type {PlaceGroup} from './place-list.js';
import type {Places} from './places.js';

/** Fields that mark a result as partial. */
export type Amount = Pick<Answer, 'thinned' | 'isSample'>;

interface Grouping {
  readonly places: Places;
  readonly layers: Layers;
  /** True if the map has no records of its own. */
  readonly isForLayers: boolean;
  /** Indices in view, ascending. */
  readonly inView: ArrayLike<number>;
  /** Partial-result fields of the map's own records. */
  readonly own: Amount;
  readonly i18n: LocalizeController<'layers' | 'projectMap'>;
  /** Returns the number of listed entries of a group. */
  shown(key: string): number;
  more(key: string, entries: Element, total: number): void;
}

/** Returns the groups of the list: the map's own records, then those of each visible layer. */
export function groupsOf({layers, isForLayers, i18n, ...list}: Grouping): PlaceGroup[] {
  const {language, messages, number} = i18n;
  const {starts, unlocated} = list.places;
  const part = (index: number, key: string, {thinned, isSample}: Amount) => {
    const [from = 0, to = 0] = starts.slice(index);
    const inView = within(list.inView, from, to);
    const count = list.places.countOf(inView);
    return {
      inView,
      count,
      about: thinned === undefined ? undefined : count,
      isSample,
      unlocated: within(unlocated, from, to) as readonly number[],
      shown: list.shown(key),
      more: (entries: Element, total: number) => list.more(key, entries, total),
    };
  };
  const own = part(0, '', list.own);
  const groups: PlaceGroup[] = layers.shown.map(({name, records, element}, i) => {
    const group = part(i + 1, element.key, element.answer ?? {});
    const {length} = group.unlocated;
    const {near} = element;
    return {
      ...group,
      title: messages.layerCount(name, number(group.count)),
      unlocatedTitle: messages.unlocatedRecords(length, number(length)),
      empty:
        near && records.length === 0 ? messages.nothingNear(formatDistance(language, near)) : '',
    };
  });
  if (isForLayers) return groups;
  return [
    {
      ...own,
      title: layers.any ? messages.projects(own.count, number(own.count)) : undefined,
      unlocatedTitle: messages.unlocated(own.unlocated.length, number(own.unlocated.length)),
      empty: '',
    },
    ...groups,
  ];
}

/** Returns the part of ascending indices that lies in [from, to). */
function within(indices: ArrayLike<number>, from: number, to: number): ArrayLike<number> {
  const [start, end] = [firstFrom(indices, from), firstFrom(indices, to)];
  if (start === 0 && end === indices.length) return indices;
  return Array.prototype.slice.call(indices, start, end) as number[];
}

/** Returns the position of the first index that is at least `bound` (binary search). */
function firstFrom(indices: ArrayLike<number>, bound: number): number {
  let [low, high] = [0, indices.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((indices[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
