import {formatCount} from './core.js';

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
