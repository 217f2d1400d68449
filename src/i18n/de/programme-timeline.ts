import type {MessageSections} from '../messages.js';
import {count} from './core.js';

export const programmeTimeline: MessageSections['programmeTimeline'] = {
  undated: 'Daten unbekannt',
  timeline: 'Interreg-Programme und ihre Projekte',
  legend: 'Helles Band: der Programmzeitraum. Balken: die Laufzeit des Projekts.',
  generation: numeral => `Interreg ${numeral}`,
  otherProgrammes: 'Andere Programme',
  otherProjects: 'Andere Projekte',
  unplaced: (n, shown) =>
    `Nicht auf der Zeitachse: ${count(n, shown, 'Projekt', 'Projekte')} ohne Programm und Daten.`,
  strandA: 'Ausrichtung A, grenzüberschreitend',
  strandB: 'Ausrichtung B, transnational',
  strandC: 'Ausrichtung C, interregional',
  strandD: 'Ausrichtung D, Gebiete in äußerster Randlage',
  ongoing: 'laufend',
  budget: 'Budget',
  budgetOfEu: eu => `${eu} von der Europäischen Union`,
  budgetWithEu: (total, eu) => `${total}, davon ${eu} von der Europäischen Union`,
  details: 'Einzelheiten',
  lead: 'Federführung',
  sources: 'Quellen',
  today: 'Heute',
  zoomTo: name => `${name} vergrößern`,
  zoomAll: 'Alle Zeiträume',
  choose: name => `Nur ${name} zeigen`,
  fromYear: 'Von',
  toYear: 'bis',
  yearsLabel: 'Jahre',
  noProgrammes: 'Kein Programm entspricht der Auswahl.',
};
