import {ArrayRecordList, type RecordList} from '../../../model/record-list.js';
import type {Collections} from '../../../model/records.js';
import type {RelatedCollection} from '../../../model/relations.js';
import {isPermanent} from '../../client/errors.js';

/** Loads a collection that other records refer to. */
export type RelationLoader = <C extends RelatedCollection>(
  collection: C,
  signal: AbortSignal,
) => Promise<RecordList<Collections[C]>>;

/** Returns an empty list: records of a foreign source refer to no portal, programme or project. */
export const loadNoRelations: RelationLoader = () =>
  Promise.resolve(new ArrayRecordList<never>([]));

/** Returns a loader that gives an empty list for a collection that the server does not have. */
export const emptyIfMissing =
  (load: RelationLoader): RelationLoader =>
  async (collection, signal) => {
    try {
      return await load(collection, signal);
    } catch (error) {
      if (isPermanent(error)) return new ArrayRecordList<never>([]);
      throw error;
    }
  };
