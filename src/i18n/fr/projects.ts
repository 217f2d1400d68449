import {formatCount} from './core.js';

// Sections about projects, programmes and actors.

/** Messages shared by all project widgets. */
export const projects = {
  capped: (shown: string) => `Affichage limité aux ${shown} premiers.`,
  noProjects: 'Aucun projet ne correspond à la sélection.',
  noProjectsYet: 'Aucun projet pour le moment.',
};

/** Facts about a project: in its sheet and in the timeline. */
export const projectFacts = {
  budget: 'Budget',
  budgetOfEu: (eu: string) => `${eu} de l’Union européenne`,
  budgetWithEu: (total: string, eu: string) => `${total}, dont ${eu} de l’Union européenne`,
  lead: 'Chef de file',
  sources: 'Sources',
};

/** Messages of a project's sheet. */
export const projectSheet = {
  keyFacts: 'En bref',
  projectAims: 'Objectifs',
  projectResults: 'Résultats',
  programme: 'Programme',
  projectPeriod: 'Durée du projet',
  euFunding: 'Part de l’Union européenne',
  projectPlace: 'Lieu',
  projectPartners: 'Partenaires',
  partnersAdded: (n: number, added: string) =>
    `${formatCount(n, added, 'partenaire ajouté', 'partenaires ajoutés')}.`,
  otherPartners: (n: number, shown: string) =>
    `et ${formatCount(n, shown, 'autre partenaire', 'autres partenaires')}`,
  mapOfProject: 'Le projet et ses partenaires sur la carte',
  documents: 'Documents',
  projectContact: 'Contact',
  subprojects: 'Projets de ce portefeuille',
  openSheet: 'Voir la fiche',
  backToSheet: (project: string) => `Retour à la fiche ${project}`,
  partOf: 'Fait partie de',
  sheetOpened: 'Fiche affichée',
  partMissing: 'Une partie de cette fiche n’a pas pu être chargée.',
  nothingPublished: 'Aucune information n’est encore publiée sur ce projet.',
};

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
  closed: 'La participation est close.',
  opensSoon: 'Bientôt ouvert.',
  latest: 'Dernières ressources',
  noProject: 'Aucun projet ne correspond à la sélection.',
};

export const programmeTimeline = {
  undated: 'Dates inconnues',
  timeline: 'Programmes Interreg et leurs projets',
  programmePeriod: 'Période du programme',
  approximateDates: 'Dates approchées',
  generation: (numeral: string) => `Interreg ${numeral}`,
  programmes: (n: number, shown: string) => formatCount(n, shown, 'programme', 'programmes'),
  shownProjects: (n: number, total: string, shown: string) =>
    `${shown} sur ${formatCount(n, total, 'projet', 'projets')}`,
  otherProjects: 'Autres projets',
  unplaced: 'Hors de la frise, sans programme ni dates',
  furtherProjects: (n: number, shown: string) =>
    `et ${formatCount(n, shown, 'autre projet', 'autres projets')}`,
  strandA: 'volet A, transfrontalier',
  strandB: 'volet B, transnational',
  strandC: 'volet C, interrégional',
  strandD: 'volet D, régions ultrapériphériques',
  ongoing: 'en cours',
  details: 'Détails',
  today: 'Aujourd’hui',
  zoomTo: (name: string) => `Agrandir ${name}`,
  zoomAll: 'Toutes les périodes',
  choose: (name: string) => `Ne voir que ${name}`,
  fromYear: 'De',
  toYear: 'à',
  yearBetween: (first: number, last: number) => `Saisissez une année entre ${first} et ${last}.`,
  yearsLabel: 'Années',
  periodLabel: 'Période affichée',
  firstYear: 'Première année',
  lastYear: 'Dernière année',
  noProgrammes: 'Aucun programme ne correspond à la sélection.',
};

export const directory = {
  directory: 'Acteurs et partenaires',
  searchActor: 'Chercher un acteur',
  noActors: 'Aucun acteur ne correspond à la sélection.',
  actorsAdded: (n: number, added: string) =>
    `${formatCount(n, added, 'acteur ajouté', 'acteurs ajoutés')}.`,
  actorsMissing: 'Une partie des acteurs n’a pas pu être chargée.',
  leader: 'Chef de file',
  noCountry: 'Pays non précisé',
  mostly: (country: string) => `${country} sauf mention contraire`,
  noRole: 'Rôle non précisé',
  communeType: 'Commune',
  intercommunaliteType: 'Intercommunalité',
  departementType: 'Département',
  regionType: 'Région',
  provinceType: 'Province',
  etatType: 'État',
  etablissementPublicType: 'Établissement public',
  associationType: 'Association',
  entrepriseType: 'Entreprise',
  universiteType: 'Université',
  rechercheType: 'Recherche',
  reseauType: 'Réseau',
  patrimoineType: 'Patrimoine',
  bailleurType: 'Bailleur',
  parcNaturelType: 'Parc naturel régional',
  agenceUrbanismeType: 'Agence d’urbanisme',
  groupeActionType: 'Groupe d’action locale',
  gectType: 'GECT',
  onlyItsProjects: 'Ne voir que ses projets',
  onlyItsPortals: 'Ne voir que ses portails',
  onlyProjects: (n: number, shown: string) =>
    n < 2 ? 'Ne voir que son projet' : `Ne voir que ses ${formatCount(n, shown, '', 'projets')}`,
  onlyPortals: (n: number, shown: string) =>
    n < 2 ? 'Ne voir que son portail' : `Ne voir que ses ${formatCount(n, shown, '', 'portails')}`,
};

/** Labels of the address and contact of a place or an organisation. */
export const contact = {
  address: 'Adresse',
  telephone: 'Téléphone',
  email: 'Courriel',
  website: 'Site web',
  openingHours: 'Horaires d’ouverture',
  openingDate: 'Date d’ouverture',
  publicHolidays: 'jours fériés',
  closedDay: 'fermé',
  alwaysOpen: '7 j/7, 24 h/24',
};
