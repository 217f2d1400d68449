import {type LoadState, latestValue} from '../../controllers/load-controller.js';
import {HttpError} from '../../data/client/errors.js';
import type {QueryResult} from '../../data/source.js';
import type {Organisation, Portal, PortalRecord, Project} from '../../model/records.js';

/** The same list each time, so that it is no change. */
const NO_RECORDS: readonly never[] = [];

/** True if the server does not have the collection. Not an error: the directory uses the others. */
const isNotFound = (state: LoadState<unknown>): boolean =>
  state.status === 'failed' && state.error instanceof HttpError && state.error.status === 404;

/** Returns the records of a load; empty if there are none yet. */
const recordsOfState = <R extends PortalRecord>(state: LoadState<QueryResult<R>>): Iterable<R> =>
  latestValue(state)?.items ?? NO_RECORDS;

/** States of the three loads of a directory. */
export interface LoadStates {
  readonly organisations: LoadState<QueryResult<Organisation>>;
  readonly portals: LoadState<QueryResult<Portal>>;
  readonly projects: LoadState<QueryResult<Project>>;
}

/** Returns the records loaded so far. */
export const loadedRecords = ({organisations, portals, projects}: LoadStates) => ({
  organisations: recordsOfState(organisations),
  portals: recordsOfState(portals),
  projects: recordsOfState(projects),
});

/** Returns the first error of the three loads; undefined if there is none. */
export const loadError = ({organisations, portals, projects}: LoadStates): Error | undefined => {
  const failed = [organisations, portals, projects].find(
    state => state.status === 'failed' && !isNotFound(state),
  );
  return failed?.status === 'failed' ? (failed.error as Error) : undefined;
};

/**
 * Combines the three loads into one state: ready when all have ended, and failed only if none has a result. Once
 * rendered, the records stay visible while a collection is loading again.
 */
export function combinedState(states: LoadStates, hasRendered: boolean): LoadState<QueryResult> {
  const stateList: readonly LoadState<QueryResult>[] = [
    states.organisations,
    states.portals,
    states.projects,
  ];
  const results = stateList.map(latestValue).filter(result => result !== undefined);
  const isWaiting = stateList.some(({status}) => status === 'loading' || status === 'idle');
  const [first] = results;
  if (!isWaiting && !first) {
    const failed =
      stateList.find(state => state.status === 'failed' && !isNotFound(state)) ?? stateList[0];
    return failed as LoadState<QueryResult>;
  }
  if (!first || (isWaiting && !hasRendered)) return {status: 'loading'};
  const value: QueryResult = {
    ...first,
    staleSince: results.map(({staleSince}) => staleSince).find(since => since !== undefined),
    attribution: results.map(({attribution}) => attribution).find(Boolean),
    contact: results.map(({contact}) => contact).find(Boolean),
    failedSources: results.map(({failedSources: missing}) => missing).find(names => names?.length),
  };
  return isWaiting ? {status: 'loading', previous: value} : {status: 'ready', value};
}
