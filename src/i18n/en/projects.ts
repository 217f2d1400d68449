import type {Sections} from '../messages.js';

export const projects: Sections['projects'] = {
  capped: shown => `Only the first ${shown} are shown.`,
  noProjects: 'No project matches.',
  noProjectsYet: 'No projects yet.',
};
