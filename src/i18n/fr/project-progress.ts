/** What the progress of a project says. */
export const projectProgress = {
  phases: 'Étapes du projet',
  phaseDone: 'Fait',
  phaseNow: 'En cours',
  phaseNext: 'À venir',
  phaseStarts: 'Début',
  meeting: 'Prochaine rencontre',
  participation: 'Participer',
  takePart: 'Je participe',
  deadline: 'Date limite',
  deadlineWas: 'La date limite était',
  closed: 'La participation est close.',
  opensSoon: 'Bientôt ouvert.',
  latest: 'Dernières ressources',
  noProject: 'Aucun projet ne correspond.',
};
