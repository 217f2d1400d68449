import type {PortalRecord} from '../model/records.js';

const sourceNames = new WeakMap<PortalRecord, string>();

/** Stores the name of the source that a record of a merged source comes from. */
export const setSourceName = (record: PortalRecord, sourceName: string): void => {
  sourceNames.set(record, sourceName);
};

/** Returns the name of the source that a record comes from, or undefined unless several sources are merged. */
export const sourceNameOf = (record: PortalRecord): string | undefined => sourceNames.get(record);
