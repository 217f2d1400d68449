import {type LoadState, shownValue} from '../../controllers/load-controller.js';
import type {Answer} from '../../data/source.js';
import type {Programme, Project} from '../../model/records.js';

/**
 * Combines two load states. The first rendering waits for programmes and projects; if the projects fail, the programmes
 * are shown. An existing rendering stays while the projects reload.
 */
export function bothStates(
  programmes: LoadState<Answer<Programme>>,
  projects: LoadState<Answer<Project>>,
  isDrawn: boolean,
): LoadState<Answer<Programme>> {
  if (programmes.status !== 'ready' || projects.status === 'failed') return programmes;
  const {value} = programmes;
  if (projects.status !== 'ready') {
    return shownValue(projects) || isDrawn
      ? {status: 'loading', previous: value}
      : {status: 'loading'};
  }
  const other = projects.value;
  return {
    status: 'ready',
    value: {
      ...value,
      staleSince: value.staleSince === undefined ? other.staleSince : value.staleSince,
      attribution: value.attribution ?? other.attribution,
      contact: value.contact ?? other.contact,
      cappedAt: other.cappedAt,
    },
  };
}
