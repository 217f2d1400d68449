import type {Sections} from '../messages.js';

export const projects: Sections['projects'] = {
  capped: shown => `Nur die ersten ${shown} werden gezeigt.`,
  noProjects: 'Kein Projekt passt.',
  noProjectsYet: 'Noch keine Projekte.',
};
