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
