/** What all widgets of projects say. */
export const projects = {
  capped: (shown: string) => `Affichage limité aux ${shown} premiers.`,
  noProjects: 'Aucun projet ne correspond.',
  noProjectsYet: 'Aucun projet pour le moment.',
};
