import {formatCount} from './core.js';

// Sections of maps, and of widgets that lead to one.

/** Messages of all maps. */
export const map = {
  mapHelp: 'Touches fléchées pour déplacer la carte, plus et moins pour zoomer et dézoomer.',
  skipMap: 'Passer la carte',
  mapControls: 'Commandes de la carte',
  showMap: 'Afficher la carte',
  mapUnavailable: 'La carte n’a pas pu être chargée ; la liste donne les mêmes informations.',
  zoomIn: 'Zoomer',
  zoomOut: 'Dézoomer',
  wholeView: 'Tout voir',
  fullScreen: 'Plein écran',
  leaveFullScreen: 'Quitter le plein écran',
  close: 'Fermer',
  simplified: 'tracé simplifié',
  tilesAsk: (provider: string) => `Afficher le fond de carte ${provider}`,
  tilesWarning: (provider: string) =>
    `Votre adresse IP sera transmise à ${provider}, qui fournit les images de la carte.`,
  tilesPolicy: 'Sa politique de confidentialité',
  tilesHide: 'Retirer le fond de carte',
  groundFailed: 'Le fond de carte n’a pas pu être chargé ; les contours le remplacent.',
  groundGaps: 'Une partie du fond de carte manque ; les contours la remplacent.',
  pickHint:
    'Cliquez ou appuyez sur le lieu, ou amenez-le au centre de la carte avec les touches fléchées.',
  pickMiddle: 'Choisir le centre',
  cancel: 'Annuler',
};

/** Messages about places that a linked map can show. */
export const places = {
  seeOnMap: 'Voir sur la carte',
};

/** Messages of the user's position and the commune search. */
export const placeSearch = {
  nearMe: 'Autour de moi',
  noPosition: 'Votre position n’a pas pu être déterminée.',
  findCommune: 'Trouver une commune',
  communeUnknown: (name: string) => `« ${name} » ne figure pas dans ces données.`,
};

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
