import {type LoadState, shownValue} from '../../controllers/load-controller.js';
import {HttpError} from '../../data/errors.js';
import type {Answer} from '../../data/source.js';
import type {Organisation, Portal, PortalRecord, Project} from '../../model/records.js';

/** A server without a collection has nothing of it to say. */
const isAbsent = (state: LoadState<unknown>): boolean =>
  state.status === 'failed' && state.error instanceof HttpError && state.error.status === 404;

/** What of a load there is to show; undefined as long as there is nothing. */
const partOf = <R extends PortalRecord>(state: LoadState<Answer<R>>): readonly R[] => [
  ...(shownValue(state)?.items ?? []),
];

/** The three loads of a directory as one. */
export interface Loads {
  readonly organisations: LoadState<Answer<Organisation>>;
  readonly portals: LoadState<Answer<Portal>>;
  readonly projects: LoadState<Answer<Project>>;
}

/** The records that are there. */
export const partsOf = ({organisations, portals, projects}: Loads) => ({
  organisations: partOf(organisations),
  portals: partOf(portals),
  projects: partOf(projects),
});

/** Why a part is missing; undefined where none is, or where the others say nothing either. */
export const failureOf = ({organisations, portals, projects}: Loads): Error | undefined => {
  const failed = [organisations, portals, projects].find(
    state => state.status === 'failed' && !isAbsent(state),
  );
  return failed?.status === 'failed' ? (failed.error as Error) : undefined;
};

/**
 * Where all of it stands: what is drawn first is drawn whole, what `isDrawn` stays while a part is on its way again,
 * and only when nothing came has the whole failed.
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
