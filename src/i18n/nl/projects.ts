import type {Sections} from '../messages.js';

export const projects: Sections['projects'] = {
  capped: shown => `Alleen de eerste ${shown} worden getoond.`,
  noProjects: 'Geen enkel project voldoet.',
  noProjectsYet: 'Nog geen projecten.',
};
