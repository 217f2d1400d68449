import type {MessageSections} from '../messages.js';
import {count} from './core.js';

export const programmeTimeline: MessageSections['programmeTimeline'] = {
  undated: 'Dates unknown',
  timeline: 'Interreg programmes and their projects',
  legend: 'Pale band: the programme’s period. Bar: the life of the project.',
  generation: numeral => `Interreg ${numeral}`,
  otherProgrammes: 'Other programmes',
  otherProjects: 'Other projects',
  unplaced: (n, shown) =>
    `Not on the timeline: ${count(n, shown, 'project', 'projects')} without programme or dates.`,
  strandA: 'strand A, cross-border',
  strandB: 'strand B, transnational',
  strandC: 'strand C, interregional',
  strandD: 'strand D, outermost regions',
  ongoing: 'ongoing',
  budget: 'Budget',
  budgetOfEu: eu => `${eu} from the European Union`,
  budgetWithEu: (total, eu) => `${total}, of which ${eu} from the European Union`,
  details: 'Details',
  lead: 'Lead partner',
  sources: 'Sources',
  today: 'Today',
  zoomTo: name => `Enlarge ${name}`,
  zoomAll: 'All periods',
  choose: name => `Show ${name} only`,
  fromYear: 'From',
  toYear: 'to',
  yearsLabel: 'Years',
  noProgrammes: 'No programme matches.',
};
