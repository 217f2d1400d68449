import {formatCount} from './core.js';

/** Messages of map layers and of the proximity filter. */
export const layers = {
  layers: 'Couches',
  layer: (n: string) => `Couche ${n}`,
  layerFarther: 'zoomez pour la voir',
  layersMissing: (n: number, names: string) =>
    `${n < 2 ? 'Couche indisponible' : 'Couches indisponibles'} pour le moment : ${names}.`,
  projectsLabel: 'Projets',
  layerCount: (name: string, count: string) => `${name} : ${count}`,
  clusterOf: (shown: string, what: string) => `${shown} : ${what}, zoomer`,
  unlocatedRecords: (n: number, shown: string) =>
    formatCount(n, shown, 'fiche non localisée', 'fiches non localisées'),
  away: (distance: string) => `à\u00a0${distance}`,
  othersNear: (n: number, shown: string, distance: string) =>
    `et ${formatCount(n, shown, 'autre', 'autres')} à moins de ${distance}`,
  noProjectNear: (distance: string, names: string) =>
    `Aucun projet à moins de ${distance} de : ${names}.`,
  nothingNear: (distance: string) => `Aucun résultat à moins de ${distance} d’un projet.`,
  unmeasured: 'Les distances ne peuvent pas être calculées : tous les projets sont affichés.',
  atCommune: 'localisé à la commune',
};
