import type {PortalRecord} from '../model/records.js';

const origins = new WeakMap<PortalRecord, string>();

/** Stores the name of the source that a record of a merged source comes from. */
export const setOrigin = (record: PortalRecord, origin: string): void => {
  origins.set(record, origin);
};

/** Returns the name of the source that a record comes from, or undefined unless several sources are merged. */
export const originOf = (record: PortalRecord): string | undefined => origins.get(record);
