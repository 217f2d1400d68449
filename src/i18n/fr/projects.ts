/** Messages shared by all project widgets. */
export const projects = {
  capped: (shown: string) => `Affichage limité aux ${shown} premiers.`,
  noProjects: 'Aucun projet ne correspond.',
  noProjectsYet: 'Aucun projet pour le moment.',
};
