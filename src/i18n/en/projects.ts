import type {MessageSections} from '../messages.js';

export const projects: MessageSections['projects'] = {
  capped: shown => `Only the first ${shown} are shown.`,
  noProjects: 'No project matches.',
  noProjectsYet: 'No projects yet.',
};
