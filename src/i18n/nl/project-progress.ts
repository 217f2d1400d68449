import type {MessageSections} from '../messages.js';

export const projectProgress: MessageSections['projectProgress'] = {
  phases: 'Fasen van het project',
  phaseDone: 'Klaar',
  phaseNow: 'Bezig',
  phaseNext: 'Gepland',
  phaseStarts: 'Start',
  meeting: 'Volgende bijeenkomst',
  participation: 'Meedoen',
  takePart: 'Ik doe mee',
  deadline: 'Uiterste datum',
  deadlineWas: 'De uiterste datum was',
  closed: 'De inspraak is afgesloten.',
  opensSoon: 'Binnenkort open.',
  latest: 'Laatste bronnen',
  noProject: 'Geen enkel project voldoet.',
};
