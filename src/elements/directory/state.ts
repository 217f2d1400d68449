import {type LoadState, shownValue} from '../../controllers/load-controller.js';
import {HttpError} from '../../data/errors.js';
import type {Answer} from '../../data/source.js';
import type {Organisation, Portal, PortalRecord, Project} from '../../model/records.js';

/** True if the server does not have the collection. Not an error: the directory uses the others. */
const isAbsent = (state: LoadState<unknown>): boolean =>
  state.status === 'failed' && state.error instanceof HttpError && state.error.status === 404;

/** Returns the records of a load; empty if there are none yet. */
const partOf = <R extends PortalRecord>(state: LoadState<Answer<R>>): readonly R[] => [
  ...(shownValue(state)?.items ?? []),
];

/** States of the three loads of a directory. */
export interface Loads {
  readonly organisations: LoadState<Answer<Organisation>>;
  readonly portals: LoadState<Answer<Portal>>;
  readonly projects: LoadState<Answer<Project>>;
}

/** Returns the records loaded so far. */
export const partsOf = ({organisations, portals, projects}: Loads) => ({
  organisations: partOf(organisations),
  portals: partOf(portals),
  projects: partOf(projects),
});

/** Returns the first error of the three loads; undefined if there is none. */
export const failureOf = ({organisations, portals, projects}: Loads): Error | undefined => {
  const failed = [organisations, portals, projects].find(
    state => state.status === 'failed' && !isAbsent(state),
  );
  return failed?.status === 'failed' ? (failed.error as Error) : undefined;
};

/**
 * Combines the three loads into one state: ready when all have ended, and failed only if none has a result. Once
 * rendered, the records stay visible while a collection is loading again.
 */
export function wholeState(loads: Loads, isDrawn: boolean): LoadState<Answer> {
  const states: readonly LoadState<Answer>[] = [loads.organisations, loads.portals, loads.projects];
  const answers = states.map(shownValue).filter(answer => answer !== undefined);
  const isWaiting = states.some(({status}) => status === 'loading' || status === 'idle');
  const [first] = answers;
  if (!isWaiting && !first) {
    const failed = states.find(state => state.status === 'failed' && !isAbsent(state)) ?? states[0];
    return failed as LoadState<Answer>;
  }
  if (!first || (isWaiting && !isDrawn)) return {status: 'loading'};
  const value: Answer = {
    ...first,
    staleSince: answers.map(({staleSince}) => staleSince).find(since => since !== undefined),
    attribution: answers.map(({attribution}) => attribution).find(Boolean),
    contact: answers.map(({contact}) => contact).find(Boolean),
    missing: answers.map(({missing}) => missing).find(names => names?.length),
  };
  return isWaiting ? {status: 'loading', previous: value} : {status: 'ready', value};
}
