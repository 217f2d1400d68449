import type {MessageSections} from '../messages.js';

export const projectProgress: MessageSections['projectProgress'] = {
  phases: 'Phasen des Projekts',
  phaseDone: 'Erledigt',
  phaseNow: 'Läuft',
  phaseNext: 'Kommt noch',
  phaseStarts: 'Beginn',
  meeting: 'Nächstes Treffen',
  participation: 'Mitmachen',
  takePart: 'Ich mache mit',
  deadline: 'Frist',
  deadlineWas: 'Die Frist war',
  closed: 'Die Beteiligung ist abgeschlossen.',
  opensSoon: 'Bald offen.',
  latest: 'Neueste Materialien',
  noProject: 'Kein Projekt entspricht der Auswahl.',
};
