/** Messages shared by all project widgets. */
export const projects = {
  capped: (shown: string) => `Affichage limité aux ${shown} premiers.`,
  noProjects: 'Aucun projet ne correspond à la sélection.',
  noProjectsYet: 'Aucun projet pour le moment.',
};
