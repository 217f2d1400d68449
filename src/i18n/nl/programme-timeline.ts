import type {MessageSections} from '../messages.js';
import {count} from './core.js';

export const programmeTimeline: MessageSections['programmeTimeline'] = {
  undated: 'Data onbekend',
  timeline: 'Interreg-programma’s en hun projecten',
  legend: 'Lichte band: de programmaperiode. Balk: de looptijd van het project.',
  generation: numeral => `Interreg ${numeral}`,
  otherProgrammes: 'Andere programma’s',
  otherProjects: 'Andere projecten',
  unplaced: (n, shown) =>
    `Niet op de tijdlijn: ${count(n, shown, 'project', 'projecten')} zonder programma of datum.`,
  strandA: 'deel A, grensoverschrijdend',
  strandB: 'deel B, transnationaal',
  strandC: 'deel C, interregionaal',
  strandD: 'deel D, ultraperifere gebieden',
  ongoing: 'lopend',
  budget: 'Budget',
  budgetOfEu: eu => `${eu} van de Europese Unie`,
  budgetWithEu: (total, eu) => `${total}, waarvan ${eu} van de Europese Unie`,
  details: 'Details',
  lead: 'Projectleider',
  sources: 'Bronnen',
  today: 'Vandaag',
  zoomTo: name => `${name} vergroten`,
  zoomAll: 'Alle periodes',
  choose: name => `Alleen ${name} tonen`,
  fromYear: 'Van',
  toYear: 'tot',
  yearsLabel: 'Jaren',
  noProgrammes: 'Geen enkel programma voldoet.',
};
