import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {QueryResult} from '../../data/source.js';
import {formatDistance} from '../../i18n/format-measures.js';
import type {LayersController} from './layers-controller.js';
import type {PlaceGroup} from './place-list.js';
import type {PlaceIndex} from './place-index.js';

/** Fields that mark a result as partial. */
export type PartialResult = Pick<QueryResult, 'thinned' | 'isSample'>;

interface PlaceGroupsOptions {
  readonly places: PlaceIndex;
  readonly layers: LayersController;
  /** True if the map has no records of its own. */
  readonly hasOnlyLayers: boolean;
  /** Indices in view, ascending. */
  readonly inView: ArrayLike<number>;
  /** Partial-result fields of the map's own records. */
  readonly ownResult: PartialResult;
  readonly i18n: LocalizeController<'layers' | 'projectMap'>;
  /** Returns the number of listed entries of a group. */
  listedCount(key: string): number;
  showMore(key: string, entries: Element, total: number): void;
}

/** Returns the groups of the list: the map's own records, then those of each visible layer. */
export function placeGroups({
  layers,
  hasOnlyLayers,
  i18n,
  ...list
}: PlaceGroupsOptions): PlaceGroup[] {
  const {language, messages, number} = i18n;
  const {groupStarts, unlocated} = list.places;
  const createGroup = (index: number, key: string, {thinned, isSample}: PartialResult) => {
    const [from = 0, to = 0] = groupStarts.slice(index);
    const inView = indicesBetween(list.inView, from, to);
    const count = list.places.countOf(inView);
    return {
      inView,
      count,
      approximateCount: thinned === undefined ? undefined : count,
      isSample,
      unlocated: indicesBetween(unlocated, from, to) as readonly number[],
      listedCount: list.listedCount(key),
      showMore: (entries: Element, total: number) => list.showMore(key, entries, total),
    };
  };
  const ownGroup = createGroup(0, '', list.ownResult);
  const groups: PlaceGroup[] = layers.visible.map(({name, records, element, data}, i) => {
    const group = createGroup(i + 1, data.key, data.result ?? {});
    const {length} = group.unlocated;
    const {near} = element;
    return {
      ...group,
      title: messages.layerCount(name, number(group.count)),
      unlocatedTitle: messages.unlocatedRecords(length, number(length)),
      emptyMessage:
        near && records.length === 0 ? messages.nothingNear(formatDistance(language, near)) : '',
    };
  });
  if (hasOnlyLayers) return groups;
  return [
    {
      ...ownGroup,
      title: layers.hasLayers
        ? messages.projects(ownGroup.count, number(ownGroup.count))
        : undefined,
      unlocatedTitle: messages.unlocated(
        ownGroup.unlocated.length,
        number(ownGroup.unlocated.length),
      ),
      emptyMessage: '',
    },
    ...groups,
  ];
}

/** Returns the part of ascending indices that lies in [from, to). */
function indicesBetween(indices: ArrayLike<number>, from: number, to: number): ArrayLike<number> {
  const [start, end] = [lowerBound(indices, from), lowerBound(indices, to)];
  if (start === 0 && end === indices.length) return indices;
  return Array.prototype.slice.call(indices, start, end) as number[];
}

/** Returns the position of the first index that is at least `bound` (binary search). */
function lowerBound(indices: ArrayLike<number>, bound: number): number {
  let [low, high] = [0, indices.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((indices[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
