import {formatCount, hasDay} from './core.js';

/** Messages that all views need, and that the main script does not. */
export const records = {
  searchLimit: (n: string) => `Recherche limitée à ${n} caractères.`,
  /** Period of which only the start is known. */
  endUnknown: (date: string) => `${date}, fin inconnue`,
  since: (date: string) => `depuis ${hasDay(date) ? 'le ' : ''}${date}`,
  until: (date: string) => `jusqu’${hasDay(date) ? 'au' : 'en'} ${date}`,
  circa: (period: string) => `${period} environ`,
  acteur: 'ACTEUR',
  theme: 'THÈME',
  projet: 'PROJET',
  all: 'Toutes',
  portals: (n: number, shown: string) => formatCount(n, shown, 'portail', 'portails'),
  resources: (n: number, shown: string) => formatCount(n, shown, 'ressource', 'ressources'),
  projects: (n: number, shown: string) => formatCount(n, shown, 'projet', 'projets'),
  actors: (n: number, shown: string) => formatCount(n, shown, 'acteur', 'acteurs'),
  pictures: (n: number, shown: string) => formatCount(n, shown, 'image', 'images'),
  showPicture: 'Afficher l’image',
  file: 'Fichier',
  observatoire: 'Observatoire',
  mediatheque: 'Médiathèque',
  actualite: 'Actualité',
  missions: 'Missions',
  action: 'Actions',
  apropos: 'À propos',
  more: 'Voir plus',
  readMore: 'Lire la suite',
  shownOf: (shown: string, total: string) => `${shown} sur ${total}`,
  added: (n: number, added: string, shown: string, total: string) =>
    `${formatCount(n, added, 'résultat ajouté', 'résultats ajoutés')}, ${shown} sur ${total}.`,
};
