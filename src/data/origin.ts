import type {PortalRecord} from '../model/records.js';

const origins = new WeakMap<PortalRecord, string>();

/** Remembers which of several merged sources a record came from. */
export const setOrigin = (record: PortalRecord, origin: string): void => {
  origins.set(record, origin);
};

/** Whose a record is, where a widget shows those of several sources; undefined where all are of one. */
export const originOf = (record: PortalRecord): string | undefined => origins.get(record);
