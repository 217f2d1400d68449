import {formatCount} from './core.js';

export const projectMap = {
  map: 'Carte des projets',
  cluster: (n: number, shown: string) => `${formatCount(n, shown, 'projet', 'projets')}, zoomer`,
  inView: (n: string) => `Dans cette zone : ${n}`,
  noneInView: 'Aucun projet dans cette zone.',
  allProjects: 'Voir tous les projets',
  outsideView: (n: number, shown: string) =>
    `${formatCount(n, shown, 'lieu', 'lieux')} hors de la vue`,
  allPlaces: 'Voir tous les lieux',
  unlocated: (n: number, shown: string) =>
    formatCount(n, shown, 'projet non localisé', 'projets non localisés'),
  zoomForList: (about: string, isSample = false) =>
    `Zoomez pour la liste (${isSample ? 'au moins' : '≈'} ${about}).`,
};
