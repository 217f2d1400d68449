import {formatCount} from './core.js';

export const programmeTimeline = {
  undated: 'Dates inconnues',
  timeline: 'Programmes Interreg et leurs projets',
  legend: 'Bande claire : période du programme. Barre : durée du projet.',
  generation: (numeral: string) => `Interreg ${numeral}`,
  programmes: (n: number, shown: string) => formatCount(n, shown, 'programme', 'programmes'),
  shownProjects: (n: number, total: string, shown: string) =>
    `${shown} sur ${formatCount(n, total, 'projet', 'projets')}`,
  otherProjects: 'Autres projets',
  unplaced: (n: number, shown: string) =>
    `Hors de la frise : ${formatCount(n, shown, 'projet', 'projets')} sans programme ni dates.`,
  strandA: 'volet A, transfrontalier',
  strandB: 'volet B, transnational',
  strandC: 'volet C, interrégional',
  strandD: 'volet D, régions ultrapériphériques',
  ongoing: 'en cours',
  budget: 'Budget',
  budgetOfEu: (eu: string) => `${eu} de l’Union européenne`,
  budgetWithEu: (total: string, eu: string) => `${total}, dont ${eu} de l’Union européenne`,
  details: 'Détails',
  lead: 'Chef de file',
  sources: 'Sources',
  today: 'Aujourd’hui',
  zoomTo: (name: string) => `Agrandir ${name}`,
  zoomAll: 'Toutes les périodes',
  choose: (name: string) => `Ne voir que ${name}`,
  fromYear: 'De',
  toYear: 'à',
  yearBetween: (first: number, last: number) => `Saisissez une année entre ${first} et ${last}.`,
  yearsLabel: 'Années',
  noProgrammes: 'Aucun programme ne correspond à la sélection.',
};
