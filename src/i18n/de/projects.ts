import type {MessageSections} from '../messages.js';

export const projects: MessageSections['projects'] = {
  capped: shown => `Nur die ersten ${shown} werden angezeigt.`,
  noProjects: 'Kein Projekt entspricht der Auswahl.',
  noProjectsYet: 'Noch keine Projekte.',
};
