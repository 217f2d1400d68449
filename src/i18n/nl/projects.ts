import type {MessageSections} from '../messages.js';

export const projects: MessageSections['projects'] = {
  capped: shown => `Alleen de eerste ${shown} worden getoond.`,
  noProjects: 'Geen enkel project voldoet.',
  noProjectsYet: 'Nog geen projecten.',
};
