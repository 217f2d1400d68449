/** Formats a count with its noun. In French 0 and 1 are singular, and whole millions take "de" (CLDR: `many`). */
export const formatCount = (n: number, formatted: string, one: string, other: string): string =>
  `${formatted}${n >= 1e6 && n % 1e6 === 0 ? ' de' : ''} ${n < 2 ? one : other}`;

/** Returns true if a formatted date has a day: `24 novembre 2026`, `1er mai 2026`, but not `novembre 2026` or `2026`. */
export const hasDay = (date: string): boolean => /^\d{1,2}(?:er)? \D/.test(date);

/**
 * Messages of all widgets, and of those in the main script. Counts are passed twice: as a number for the plural, and
 * formatted.
 */
export const core = {
  loading: 'Chargement…',
  failedNetwork: 'Ces données ne sont pas accessibles pour le moment.',
  failedTimeout: 'Le serveur met trop de temps à répondre.',
  failedHttp: 'Le serveur n’a pas pu fournir ces données.',
  failedSchema: 'Ces données ne peuvent pas être lues.',
  failedSearch: 'La recherche est trop longue : raccourcissez-la.',
  failedBusy: (wait: string) =>
    `Le serveur est très sollicité : nouvel essai possible dans ${wait}.`,
  failedUnsupported: 'Ce contenu n’est pas encore configuré.',
  missing: (names: string) => `Données indisponibles pour le moment : ${names}.`,
  tryAgain: 'Réessayer',
  // Names of the widgets, within a sentence.
  'spass-agenda': 'agenda',
  'spass-contribute': 'contributions',
  'spass-directory': 'annuaire',
  'spass-explorer': 'explorateur',
  'spass-family-filter': 'familles de portails',
  'spass-portal-cards': 'portails',
  'spass-programme-timeline': 'frise des programmes',
  'spass-project': 'fiche du projet',
  'spass-project-map': 'carte des projets',
  'spass-project-progress': 'avancement du projet',
  'spass-resource-list': 'ressources',
  'spass-story': 'récit',
  stale: (date: string) => `Le serveur ne répond pas : données du ${date}.`,
  staleUnknown: 'Le serveur ne répond pas : données enregistrées auparavant.',
  untitled: (id: string) => `Sans titre (${id})`,
  inLanguage: (language: string) => `(en ${language})`,
  source: 'Source',
  licence: 'Licence',
  updated: (date: string) => `mis à jour ${hasDay(date) ? 'le' : 'en'} ${date}`,
  reportError: 'Signaler une erreur',
  copyLink: 'Copier le lien de cette sélection',
  linkCopied: 'Lien copié.',
  linkNotCopied: 'Le navigateur n’a pas permis la copie : le lien est dans la barre d’adresse.',
  noData: 'Aucun contenu pour le moment.',
  results: (n: number, shown: string) => formatCount(n, shown, 'résultat', 'résultats'),
  clearAll: 'Tout effacer',
};
