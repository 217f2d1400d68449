import {formatCount} from './core.js';

/** Messages of the drawing of a line or an area. */
export const sketch = {
  sketchHint:
    'Cliquez ou appuyez sur la carte pour placer chaque point, dans l’ordre, ou ajoutez-les par l’un des moyens suivants. Sur un trait déjà dessiné, le point s’insère entre ses deux voisins.',
  sketchTarget: 'Point à placer',
  sketchNewPoint: 'Nouveau point',
  sketchPoint: (n: string) => `Point ${n}`,
  sketchMark: (n: string) => `Point ${n} du tracé`,
  sketchAdd: 'Ajouter le point',
  sketchMove: (n: string) => `Déplacer le point ${n}`,
  sketchAddMiddle: 'Ajouter le centre de la carte',
  sketchMoveMiddle: (n: string) => `Déplacer le point ${n} au centre de la carte`,
  sketchDelete: (n: string) => `Supprimer le point ${n}`,
  sketchInsert: (n: string) => `Insérer un point après le point ${n}`,
  sketchUndo: 'Annuler la dernière action',
  sketchClear: 'Effacer le tracé',
  sketchAdded: (n: string) => `Point ${n} ajouté.`,
  sketchInserted: (n: string) => `Point ${n} inséré.`,
  sketchMoved: (n: string) => `Point ${n} déplacé.`,
  sketchDeleted: (n: string) => `Point ${n} supprimé.`,
  sketchUndone: 'Dernière action annulée.',
  sketchEmpty: 'Aucun point placé.',
  sketchPoints: (n: number, shown: string) => formatCount(n, shown, 'point', 'points'),
  sketchLength: (length: string) => `longueur : ${length}`,
  sketchArea: (area: string) => `surface : ${area}`,
  sketchSamePlace: 'Un point voisin du tracé est déjà à cette place.',
  sketchFull: (most: string) => `Un tracé a ${most} points au maximum.`,
  sketchNeedsTwo:
    'Une ligne a au moins deux points différents. Ajoutez-en, ou choisissez « Un point ».',
  sketchNeedsThree:
    'Une surface a au moins trois points différents. Ajoutez-en, ou choisissez « Une ligne ».',
  sketchFlat: 'Les points de la surface sont alignés. Déplacez-en un, ou choisissez « Une ligne ».',
  sketchCrosses: (first: string, second: string) =>
    `Les côtés ${first} et ${second} de la surface se croisent ou se touchent. Déplacez ou supprimez un de leurs points.`,
  sketchDateline: 'Un tracé ne peut pas franchir le 180e méridien.',
  sketchNotAdded: 'Un point est saisi sans être ajouté. Ajoutez-le, ou videz le champ.',
};
