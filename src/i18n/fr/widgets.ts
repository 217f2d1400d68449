import {formatCount, hasDay} from './core.js';

// Sections of one widget, or of several that show records.

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

/** Messages of widgets that show a single record. */
export const singleRecord = {
  noSuchRecord: 'Cette fiche n’existe pas, ou n’est plus publiée.',
};

export const portalCards = {
  acteurMeaning:
    'Des personnes d’un même rôle ou d’une même fonction échangent leurs pratiques, mutualisent leurs outils et partagent leurs retours d’expérience.',
  themeMeaning:
    'Des acteurs aux profils variés réunissent leurs ressources et croisent leurs points de vue sur un enjeu partagé : mobilité, centre-bourg, patrimoine, paysage…',
  projetMeaning:
    'Les partenaires d’une démarche territoriale coordonnent leurs actions, suivent l’avancement, font participer et racontent ce qui se fait.',
  otherFamily: 'Autres portails',
  picture: 'Image',
  archived: 'Archive',
  noPortals: 'Aucun portail ne correspond à la sélection.',
  alsoPortals: 'Aussi',
};

/** Names of the explorer's views. */
export const explorer = {
  views: 'Vues',
  cardsView: 'Portails',
  listView: 'Ressources',
  mapView: 'Carte',
  timelineView: 'Programmes',
};

export const familyFilter = {
  families: 'Familles de portails',
  acteurMode: 'En réseau, par métier ou fonction',
  themeMode: 'Ensemble, autour d’un sujet commun',
  projetMode: 'À plusieurs, sur un projet concret',
  severalFamilies: 'Une fiche peut avoir plusieurs familles.',
};

/** Messages about events, shared by the agenda and other widgets. */
export const events = {
  addToCalendar: 'Ajouter à mon calendrier',
  calendarReady: (file: string) => `${file} : à ouvrir avec votre calendrier.`,
  calendarFailed: 'Le fichier du calendrier n’a pas pu être préparé.',
  cancelled: 'Annulé',
  postponed: 'Reporté',
  rescheduled: 'Date modifiée',
  tentative: 'À confirmer',
  full: 'Complet',
  online: 'En ligne',
};

export const agenda = {
  agenda: 'Agenda',
  eventsComing: (n: number, shown: string) =>
    formatCount(n, shown, 'événement à venir', 'événements à venir'),
  eventsAdded: (n: number, added: string) =>
    `${formatCount(n, added, 'événement ajouté', 'événements ajoutés')}.`,
  noEvents: 'Aucun événement à venir.',
  noPastEvents: 'Aucun événement passé.',
  pastEvents: 'Événements passés',
  eventsNow: 'En ce moment',
  todayIs: (day: string) => `Aujourd’hui, ${day}`,
  addAllToCalendar: 'Tout ajouter à mon calendrier',
};

export const resourceList = {
  marqueur: 'Marqueur',
  demarche: 'Démarche',
  document: 'Document',
  site: 'Site',
  mission: 'Mission',
  search: 'Rechercher',
  searchHint: 'Titre, commune, auteur…',
  searchShort: 'Saisissez au moins trois lettres, ou appuyez sur Entrée.',
  filters: 'Filtrer',
  skipFilters: 'Passer les filtres',
  filtersOf: (n: string) => `Filtrer (${n})`,
  facetFamily: 'Famille',
  facetPortal: 'Portail',
  facetSection: 'Rubrique',
  facetType: 'Type',
  facetTheme: 'Thème',
  facetCommune: 'Commune',
  facetProgramme: 'Programme',
  facetProject: 'Projet',
  facetYear: 'Année',
  moreValues: (n: string) => `${n} autres…`,
  findValue: (facet: string) => `Chercher dans ${facet}`,
  fewerValues: 'Réduire',
  narrowValues: (shown: string, total: string) =>
    `${shown} sur ${total}. Précisez la recherche pour voir les autres.`,
  valuesFound: (n: number, shown: string) =>
    formatCount(n, shown, 'valeur trouvée', 'valeurs trouvées'),
  noValue: 'Aucune valeur trouvée.',
  noResults: 'Aucun résultat.',
  chosen: 'Filtres choisis',
  remove: (filter: string) => `Retirer le filtre ${filter}`,
  sortBy: 'Trier par',
  sortOwn: 'ordre d’origine',
  sortNewest: 'plus récents',
  sortOldest: 'plus anciens',
  sortTitle: 'titre A–Z',
  sortTitleDown: 'titre Z–A',
  pages: 'Pages',
  previous: 'Précédent',
  next: 'Suivant',
  page: (n: string) => `Page ${n}`,
  pageOf: (n: string, total: string) => `Page ${n} sur ${total}`,
  exportCsv: 'Exporter en CSV',
  exporting: 'Préparation du fichier…',
  exportFailed: 'Le fichier n’a pas pu être préparé.',
  nearAddress: (distance: string, address: string) => `À moins de ${distance} de « ${address} »`,
  nearMeWithin: (distance: string) => `À moins de ${distance} de moi`,
  tooManyForList: (about: string, isSample = false) =>
    `Trop de fiches pour une liste (${isSample ? 'au moins' : '≈'} ${about}) : zoomez sur la carte pour retrouver la recherche, les filtres et l’export.`,
  missingItems: (n: number, shown: string) =>
    `${formatCount(n, shown, 'fiche de ce chapitre est introuvable', 'fiches de ce chapitre sont introuvables')}.`,
  otherResources: 'Autres ressources',
  chaptersMissing: 'Les chapitres n’ont pas pu être chargés.',
  cappedList: (shown: string) =>
    `Affichage limité aux ${shown} premières fiches : utilisez la recherche ou les filtres pour trouver les autres.`,
  detail: 'Fiche détaillée',
  detailFailed: 'La fiche ne peut pas être ouverte pour le moment.',
};

export const story = {
  story: 'Récit',
  steps: 'Étapes du récit',
  step: (number: string) => `Étape ${number}`,
  stepNamed: (number: string, title: string) => `Étape ${number} : ${title}`,
  stepOf: (number: string, total: string) => `Étape ${number} sur ${total}`,
  previousStep: 'Étape précédente',
  nextStep: 'Étape suivante',
  readOn: 'À lire aussi',
  place: 'Lieu',
  coordinates: (lat: string, south: boolean, lon: string, west: boolean) =>
    `${lat}° ${south ? 'S' : 'N'}, ${lon}° ${west ? 'O' : 'E'}`,
  storyMap: 'Carte du récit',
  storyPlaces: 'Les lieux du récit',
  storyMapLost: 'La carte n’a pas pu être chargée ; le récit se lit sans elle.',
  placesHere: (n: number, shown: string) => `${formatCount(n, shown, 'lieu', 'lieux')}, zoomer`,
  pictureLost: 'L’image n’a pas pu être chargée',
  noStory: 'Aucun récit pour le moment.',
};

/** Messages of the picture comparison. */
export const pictureComparison = {
  before: 'Avant',
  after: 'Après',
  compareHandle: 'Part de l’image d’avant',
  shares: (before: string, share: string, after: string, rest: string) =>
    `${before} : ${share} %, ${after} : ${rest} %`,
  beforeLost: 'L’image d’avant n’a pas pu être chargée',
  afterLost: 'L’image d’après n’a pas pu être chargée',
};
