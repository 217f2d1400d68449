import {formatCount, hasDay} from './core.js';

// Sections of code that is loaded on demand: in another file, they would be in the part that loads it.

/** Messages of the resource detail. */
export const detail = {
  closeDetail: 'Fermer',
  owners: 'Maître d’ouvrage',
  designers: 'Maître d’œuvre',
  authors: (n: number) => (n < 2 ? 'Auteur' : 'Auteurs'),
  organisation: 'Organisme',
  year: 'Année',
  period: 'Période',
  dates: 'Dates',
  day: 'Date',
  themes: (n: number) => (n < 2 ? 'Thème' : 'Thèmes'),
  scales: (n: number) => (n < 2 ? 'Échelle' : 'Échelles'),
  tags: (n: number) => (n < 2 ? 'Mot-clé' : 'Mots-clés'),
  languages: (n: number) => (n < 2 ? 'Langue' : 'Langues'),
  consulting: 'Outil de conseil',
  discovery: 'Outil de découverte',
  tools: 'Outils',
  yes: 'oui',
  identifier: 'Identifiant',
  published: 'Publication',
  created: 'Création de la fiche',
  changed: 'Mise à jour de la fiche',
  publisher: 'Mis en ligne par',
  files: (n: number) => (n < 2 ? 'Fichier' : 'Fichiers'),
  inPortals: (n: number) => (n < 2 ? 'Portail' : 'Portails'),
  origin: (site: string) => `Voir la fiche d’origine (${site})`,
  notFound: (id: string) => `La fiche demandée (${id}) est introuvable.`,
  notLoaded: 'La fiche demandée n’a pas pu être chargée.',
};

/** Messages of the range of dates of a list. */
export const dateRange = {
  dateRange: 'Date',
  from: 'Du',
  to: 'Au',
  clear: 'Effacer',
  clearDates: 'Effacer les dates',
  fromAfterTo: 'La date de début est après la date de fin : corrigez l’une des deux.',
  invalidDate: 'Écrivez une date comme 2016-10-01, ou une année.',
};

/** Messages of a record in the URL of a map. */
export const mapItem = {
  itemMissing: (id: string) => `La fiche demandée (${id}) ne figure pas sur cette carte.`,
  itemWithoutPlace: (title: string) => `« ${title} » n’est pas localisé sur la carte.`,
};

/** Messages of the search for an address. */
export const addressSearch = {
  addressAsk: 'Chercher une adresse',
  addressWarning:
    'L’adresse saisie et votre adresse IP seront transmises à l’IGN, qui fournit cette recherche.',
  addressPolicy: 'Sa politique de confidentialité',
  addressLabel: 'Chercher une adresse en France',
  addressSubmit: 'Chercher',
  addressShort: 'Saisissez au moins trois caractères.',
  addressResults: 'Adresses trouvées',
  addressUnknown: (text: string) => `Aucune adresse trouvée pour « ${text} ».`,
  addressesFound: (n: number, shown: string) =>
    formatCount(n, shown, 'adresse trouvée', 'adresses trouvées'),
};

/** Messages of a series of pictures of one place. */
export const pictureSeries = {
  seriesViews: 'Présentation',
  viewSlide: 'Curseur',
  viewFade: 'Fondu',
  viewSide: 'Côte à côte',
  viewAll: 'Toutes les années',
  seriesChoice: 'Images de la série',
  seriesChoiceHint: 'La comparaison montre les deux dernières images choisies.',
  seriesCompared: (before: string, after: string) => `Comparaison : ${before} et ${after}.`,
  aroundDate: (date: string) => `vers ${hasDay(date) ? 'le ' : ''}${date}`,
  decade: (year: string) => `années ${year}`,
  seriesUndated: 'Sans date',
  seriesPlace: (place: string) => `Lieu : ${place}`,
  seriesPictureLost: 'Cette image n’a pas pu être chargée',
};

/** Messages of a photograph that continues a series. */
export const retake = {
  retakeTitle: 'Reprendre la même vue',
  retakeLast: (date: string) => `Dernière image de la série : ${date}.`,
  retakeHint:
    'Placez-vous au même endroit, et cadrez comme sur cette image. Le lieu et la direction de la série sont joints à votre photographie, sauf si vous en indiquez d’autres.',
  retakeWithoutPicture:
    'La dernière image de la série n’est pas disponible pour le moment : vous pouvez envoyer votre photographie sans elle.',
  openCamera: 'Ouvrir l’appareil photo',
  cameraView: 'Vue de l’appareil photo, avec la dernière image en transparence',
  cameraRefused:
    'L’appareil photo n’est pas accessible. Choisissez ou prenez une photographie ci-dessous.',
  ghostOpacity: 'Opacité de la dernière image',
  takePhoto: 'Prendre la photographie',
  closeCamera: 'Fermer l’appareil photo',
  direction: 'Direction de la prise de vue',
  directionUnknown: 'Non précisée',
  facingNorth: 'Nord',
  facingNorthEast: 'Nord-est',
  facingEast: 'Est',
  facingSouthEast: 'Sud-est',
  facingSouth: 'Sud',
  facingSouthWest: 'Sud-ouest',
  facingWest: 'Ouest',
  facingNorthWest: 'Nord-ouest',
};

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

/** Messages about the financial support of projects. */
export const funding = {
  euEmblem: 'Drapeau de l’Union européenne',
};

/** Messages of printed pages. */
export const printSheet = {
  printed: 'Imprimé le',
  pageAddress: 'Adresse',
  printedPlace: 'Lieu',
  printedSheet: 'Feuille',
  linkAddresses: 'Adresses',
  offMap: 'Hors de la carte',
  withoutPosition: 'Sans position exacte',
  withoutPlace: 'Sans lieu',
  outsideMap: (n: number, shown: string): string =>
    formatCount(n, shown, 'autre fiche hors de la carte', 'autres fiches hors de la carte'),
  unnumbered: 'sans numéro : autres fiches de la carte',
  groupMarks: 'Un cercle est un groupe de fiches, avec leur nombre.',
  northLetter: 'N',
  restAt: (shown: string, address: string): string => `Suite sur ${address} (${shown} de plus)`,
  continued: (name: string): string => `${name} (suite)`,
  openEnd: 'sans date de fin',
};

/** Messages of QR codes. */
export const qrCode = {
  qrCodeOf: (address: string) => `Code QR de l’adresse ${address}`,
  sheetAtQrCode: 'Le code QR mène à la fiche complète du projet.',
};

/** Messages of the language switch of a portal. */
export const languageSwitch = {
  chooseLanguage: 'Langue',
  languageChosen: (name: string) => `Langue choisie : ${name}.`,
};

/** Messages of the box that shows configuration errors to a webmaster. */
export const diagnostics = {
  diagnosticsTitle: 'Réglages à vérifier (affichés avec l’attribut diagnostics)',
  acceptedValues: (attribute: string, values: string) => `Valeurs de ${attribute} : ${values}.`,
};
