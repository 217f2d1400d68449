import {type LoadState, latestValue} from '../../controllers/load-controller.js';
import type {QueryResult} from '../../data/source.js';
import type {Programme, Project} from '../../model/records.js';

/**
 * Combines two load states. The first rendering waits for programmes and projects; if the projects fail, the programmes
 * are shown. An existing rendering stays while the projects reload.
 */
export function combineStates(
  programmes: LoadState<QueryResult<Programme>>,
  projects: LoadState<QueryResult<Project>>,
  hasRendered: boolean,
): LoadState<QueryResult<Programme>> {
  if (programmes.status !== 'ready' || projects.status === 'failed') return programmes;
  const {value} = programmes;
  if (projects.status !== 'ready') {
    return latestValue(projects) || hasRendered
      ? {status: 'loading', previous: value}
      : {status: 'loading'};
  }
  const projectResult = projects.value;
  return {
    status: 'ready',
    value: {
      ...value,
      staleSince: value.staleSince === undefined ? projectResult.staleSince : value.staleSince,
      attribution: value.attribution ?? projectResult.attribution,
      contact: value.contact ?? projectResult.contact,
      cappedAt: projectResult.cappedAt,
    },
  };
}
