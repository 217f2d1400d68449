import type {MessageSections} from '../messages.js';

export const projectProgress: MessageSections['projectProgress'] = {
  phases: 'Phases of the project',
  phaseDone: 'Done',
  phaseNow: 'Under way',
  phaseNext: 'To come',
  phaseStarts: 'Start',
  meeting: 'Next meeting',
  participation: 'Taking part',
  takePart: 'Take part',
  deadline: 'Deadline',
  deadlineWas: 'The deadline was',
  closed: 'Participation is closed.',
  opensSoon: 'Opening soon.',
  latest: 'Latest resources',
  noProject: 'No project matches.',
};
