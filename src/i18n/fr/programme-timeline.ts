import {formatCount} from './core.js';

export const programmeTimeline = {
  undated: 'Dates inconnues',
  timeline: 'Programmes Interreg et leurs projets',
  programmePeriod: 'Période du programme',
  approximateDates: 'Dates approchées',
  generation: (numeral: string) => `Interreg ${numeral}`,
  programmes: (n: number, shown: string) => formatCount(n, shown, 'programme', 'programmes'),
  shownProjects: (n: number, total: string, shown: string) =>
    `${shown} sur ${formatCount(n, total, 'projet', 'projets')}`,
  otherProjects: 'Autres projets',
  unplaced: 'Hors de la frise, sans programme ni dates',
  furtherProjects: (n: number, shown: string) =>
    `et ${formatCount(n, shown, 'autre projet', 'autres projets')}`,
  strandA: 'volet A, transfrontalier',
  strandB: 'volet B, transnational',
  strandC: 'volet C, interrégional',
  strandD: 'volet D, régions ultrapériphériques',
  ongoing: 'en cours',
  details: 'Détails',
  today: 'Aujourd’hui',
  zoomTo: (name: string) => `Agrandir ${name}`,
  zoomAll: 'Toutes les périodes',
  choose: (name: string) => `Ne voir que ${name}`,
  fromYear: 'De',
  toYear: 'à',
  yearBetween: (first: number, last: number) => `Saisissez une année entre ${first} et ${last}.`,
  yearsLabel: 'Années',
  periodLabel: 'Période affichée',
  firstYear: 'Première année',
  lastYear: 'Dernière année',
  noProgrammes: 'Aucun programme ne correspond à la sélection.',
};
