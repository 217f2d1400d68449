import type {Id} from '../../../../src/model/records.js';
import {oncePer} from '../../once.js';
import {PAGE_COLLECTIONS, type PageRecord, type PortalRecords} from '../source/records.js';

/** Returns the records with one of some values, in their order; at most `limit`. */
type Lookup<R> = (values: readonly (Id | undefined)[], limit?: number) => readonly R[];

/** Creates a look-up by values of the records; numbers and texts are the same. */
function lookUpBy<R>(
  records: readonly R[],
  valuesOf: (record: R) => readonly (Id | undefined)[],
): Lookup<R> {
  const positions = new Map<string, number[]>();
  records.forEach((record, i) => {
    for (const value of new Set(valuesOf(record))) {
      if (value === undefined) continue;
      const list = positions.get(String(value));
      if (list) list.push(i);
      else positions.set(String(value), [i]);
    }
  });
  return (values, limit = Infinity) => {
    const lists = values.map(value => positions.get(String(value)) ?? []);
    // The first of each value contain the first of all.
    const found = new Set(lists.flatMap(list => list.slice(0, limit)));
    return [...found]
      .sort((a, b) => a - b)
      .slice(0, limit)
      .flatMap(i => records[i] ?? []);
  };
}

/** Look-ups that pages of records need: without them each page would search all records. */
export const lookupsOf = oncePer((records: PortalRecords) => ({
  byId: new Map(
    PAGE_COLLECTIONS.map(collection => [
      collection,
      lookUpBy<PageRecord>(records[collection], ({id}) => [id]),
    ]),
  ),
  resources: lookUpBy(records.resources, ({id}) => [id]),
  programmes: lookUpBy(records.programmes, ({id}) => [id]),
  projectsOfProgramme: lookUpBy(records.projects, ({programme}) => [programme]),
  projectsOfParent: lookUpBy(records.projects, ({parent}) => [parent]),
  eventsOfProject: lookUpBy(records.events, ({project}) => [project]),
  resourcesOnThemes: lookUpBy(records.resources, ({themes = []}) => themes),
  organisationsNamed: lookUpBy(records.organisations, ({name}) => [name]),
}));
