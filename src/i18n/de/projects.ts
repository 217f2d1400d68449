import type {Sections} from '../messages.js';

export const projects: Sections['projects'] = {
  capped: shown => `Nur die ersten ${shown} werden angezeigt.`,
  noProjects: 'Kein Projekt entspricht der Auswahl.',
  noProjectsYet: 'Noch keine Projekte.',
};
