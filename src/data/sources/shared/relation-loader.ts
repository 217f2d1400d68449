import {ArrayRecordList, type RecordList} from '../../../model/collection/record-list.js';
import type {Collections} from '../../../model/records.js';
import type {RelatedCollection} from '../../../model/relations.js';
import {isPermanent} from '../../client/errors.js';
import type {QueryOptions} from '../../source.js';

/** Options of a query that also apply to the related collections it needs. */
export type RelationOptions = Pick<QueryOptions, 'signal' | 'warn'>;

/** Loads a collection that other records refer to. */
export type RelationLoader = <C extends RelatedCollection>(
  collection: C,
  options: RelationOptions,
) => Promise<RecordList<Collections[C]>>;

/** Returns an empty list: records of a foreign source refer to no portal, programme or project. */
export const loadNoRelations: RelationLoader = () =>
  Promise.resolve(new ArrayRecordList<never>([]));

/** Returns a loader that gives an empty list for a collection that the server does not have. */
export const emptyIfMissing =
  (load: RelationLoader): RelationLoader =>
  async (collection, options) => {
    try {
      return await load(collection, options);
    } catch (error) {
      if (isPermanent(error)) return new ArrayRecordList<never>([]);
      throw error;
    }
  };
