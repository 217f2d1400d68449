const count = (n: number, one: string, other: string): string =>
  `${new Intl.NumberFormat('fr').format(n)}\u00a0${n < 2 ? one : other}`;

/** French messages of `new`, `publish` and `archive`, and texts of the pages. */
export const fr = {
  // Addresses of the pages.
  paths: {
    portals: 'portails',
    projects: 'projets',
    resources: 'ressources',
    events: 'agenda',
    organisations: 'acteurs',
    programmes: 'programmes',
    stories: 'recits',
    search: 'recherche',
    about: 'a-propos',
    legal: 'mentions-legales',
    accessibility: 'accessibilite',
  },
  names: {
    portals: 'Portails',
    projects: 'Projets',
    resources: 'Ressources',
    events: 'Agenda',
    organisations: 'Acteurs',
    programmes: 'Programmes',
    stories: 'Récits',
  },
  singular: {
    portals: 'Portail',
    projects: 'Projet',
    resources: 'Ressource',
    events: 'Rendez-vous',
    organisations: 'Acteur',
    programmes: 'Programme',
    stories: 'Récit',
  },
  // Types of resources that S-PASS knows, by their folded name.
  types: {
    marqueur: 'Marqueur',
    projet: 'Projet',
    demarche: 'Démarche',
    document: 'Document',
    site: 'Site web',
    actualite: 'Actualité',
    mission: 'Mission',
  },
  counts: {
    portals: (n: number) => count(n, 'portail', 'portails'),
    projects: (n: number) => count(n, 'projet', 'projets'),
    resources: (n: number) => count(n, 'ressource', 'ressources'),
    events: (n: number) => count(n, 'rendez-vous', 'rendez-vous'),
    organisations: (n: number) => count(n, 'acteur', 'acteurs'),
    programmes: (n: number) => count(n, 'programme', 'programmes'),
    stories: (n: number) => count(n, 'récit', 'récits'),
  },

  // Pages.
  skipLink: 'Aller au contenu',
  home: 'Accueil',
  mainNavigation: 'Rubriques',
  languages: 'Langues',
  breadcrumb: 'Fil d’Ariane',
  footerNavigation: 'Informations',
  search: 'Recherche',
  searchLabel: 'Rechercher dans tout le site',
  searchHint:
    'Titres, textes, lieux, et le contenu des PDF. Les accents et une faute de frappe sont acceptés.',
  searchNeedsScript:
    'Sans JavaScript, toutes les fiches restent accessibles depuis l’index de chaque rubrique\u00a0:',
  searchResults: (n: number) => count(n, 'résultat', 'résultats'),
  searchNone: 'Aucun résultat. Essayez un autre mot.',
  searchFailed: 'La recherche n’a pas pu être chargée. Rechargez la page.',
  pdfPage: 'page\u00a0{n} du PDF',
  about: 'À propos',
  legal: 'Mentions légales',
  accessibility: {
    none: 'Accessibilité\u00a0: non conforme',
    partial: 'Accessibilité\u00a0: partiellement conforme',
    full: 'Accessibilité\u00a0: totalement conforme',
  },
  accessibilityTitle: 'Déclaration d’accessibilité',
  notFound: 'Page introuvable',
  notFoundText:
    'Cette page n’existe pas ou n’existe plus. La recherche et les rubriques restent à votre disposition.',
  openedFromDisk:
    'Cette page est ouverte depuis le disque. Les cartes, les listes et la recherche demandent un serveur\u00a0: sur cette machine, la commande «\u00a0npx spass-portal publish\u00a0» avec «\u00a0--open\u00a0»\u00a0; sans serveur, celle qui fait une archive, «\u00a0npx spass-portal archive\u00a0».',
  backHome: 'Revenir à l’accueil',
  seeAll: (name: string) => `Tout voir\u00a0: ${name}`,
  subscribe: 'S’abonner à l’agenda (iCalendar)',
  onTheMap: 'Sur la carte',
  latest: 'À lire',
  featured: 'À la une',
  index: (name: string) => `${name}, de A à Z`,
  related: 'À voir aussi',
  openData: 'Données',
  feeds: 'Flux',
  source: (text: string) => `Source\u00a0: ${text}`,
  untitled: (id: string) => `Sans titre (${id})`,
  embedTitle: 'Intégrer dans un autre site',
  embedText: 'Copiez ces lignes dans la page\u00a0: le contenu restera à jour.',
  embedNeedsBase:
    'Indiquez l’adresse du site dans portail.yaml («\u00a0adresse\u00a0») pour obtenir ici les lignes à copier.',
  since: (date: string) => `depuis ${date}`,
  until: (date: string) => `jusqu’à ${date}`,
  facts: {
    period: 'Dates',
    place: 'Lieu',
    programme: 'Programme',
    parent: 'Fait partie de',
    lead: 'Chef de file',
    partners: 'Partenaires',
    budget: 'Budget',
    funding: 'Financement européen',
    themes: 'Thèmes',
    tags: 'Mots-clés',
    type: 'Type',
    country: 'Pays',
    authors: 'Auteurs',
    owners: 'Maîtrise d’ouvrage',
    designers: 'Maîtrise d’œuvre',
    organisation: 'Organisme',
    address: 'Adresse',
    telephone: 'Téléphone',
    email: 'Courriel',
    website: 'Site web',
    openingHours: 'Horaires',
    published: 'Publication',
    licence: 'Licence',
    identifier: 'Identifiant',
    project: 'Projet',
    generation: 'Génération',
    fund: 'Fonds',
  },
  aims: 'Objectifs',
  results: 'Résultats',
  phases: 'Étapes',
  phaseState: {done: 'terminée', now: 'en cours', next: 'à venir'},
  documents: 'Documents',
  legalPublisher: 'Éditeur',
  legalDirector: 'Directeur de la publication',
  legalHost: 'Hébergeur',
  legalContact: 'Contact',
  legalLicence: 'Licence des données',
  legalMissing: 'À compléter dans portail.yaml',
  legalPrivacy: 'Vie privée',
  legalPrivacyText:
    'Ce site ne dépose aucun cookie, ne mesure pas l’audience et ne charge rien depuis un autre site.',
  accessibilityIntro: (title: string) =>
    `Cette déclaration s’applique au site «\u00a0${title}\u00a0». Elle suit le référentiel général d’amélioration de l’accessibilité (RGAA 4.1.2).`,
  accessibilityStates: {
    none: 'Le site est non conforme\u00a0: aucun audit de l’ensemble du site n’a encore été établi. Ses composants ont été évalués un à un\u00a0; les photographies, les PDF et les textes ne l’ont pas été.',
    partial: 'Un audit de l’ensemble du site conclut à une conformité partielle.',
    full: 'Un audit de l’ensemble du site conclut à une conformité totale.',
  },
  accessibilityGrids: 'Évaluation des composants',
  accessibilityGridText: 'Nombre de critères du RGAA, pour chaque composant du site.',
  accessibilityTable: {
    columns: ['Composant', 'Conforme (test)', 'Conforme (examen)', 'Non évalué', 'Non conforme'],
  },
  accessibilityRemedy: 'Signaler un problème',
  accessibilityRemedyText: 'Si un contenu ne vous est pas accessible, écrivez-nous\u00a0:',
  accessibilityAppeal:
    'Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits (defenseurdesdroits.fr).',

  // Messages on the command line.
  // Messages of the converter that name settings of `portail.yaml` instead of its options.
  tableMessages: {
    unusedColumn: (n: number) =>
      `colonne inconnue, ${count(n, 'valeur non publiée', 'valeurs non publiées')}\u00a0: donnez-lui un nom du modèle, ou citez-la dans portail.yaml («\u00a0colonnes gardées\u00a0» ou «\u00a0ignorer\u00a0»)`,
    unknownSheet: (n: number, names: string) =>
      `feuille au nom inconnu, ${count(n, 'ligne non publiée', 'lignes non publiées')}\u00a0: donnez-lui un nom connu (${names}) ou citez-la dans portail.yaml («\u00a0ignorer\u00a0»)`,
    noTitleColumn: () => 'aucune fiche n’a de titre\u00a0: nommez une colonne «\u00a0Titre\u00a0»',
  },
  line: (n: number) => `ligne ${n}`,
  sheet: (name: string) => `feuille «\u00a0${name}\u00a0»`,
  cell: (name: string) => `cellule ${name}`,
  notSettings: 'attendu des lignes comme «\u00a0titre: Ors\u00a0», sans renvois (*)',
  nestedText: 'des citations ou des listes sont imbriquées sur trop de niveaux',
  invalidYaml: (reason: string) => `le fichier n’est pas du YAML valide (${reason})`,
  unknownSetting: (name: string, known: string) =>
    `«\u00a0${name}\u00a0» n’est pas un réglage connu. Il y a\u00a0: ${known}`,
  invalidSetting: (name: string, got: string, expected: string) =>
    `«\u00a0${name}\u00a0»\u00a0: ${got} n’est pas utilisable. Attendu\u00a0: ${expected}`,
  expectedSetting: {
    title: 'un texte, ou un texte par langue',
    subtitle: 'un texte, ou un texte par langue',
    territory: 'un texte, ou un texte par langue',
    languages: 'des langues parmi fr, nl, en, de',
    accent: 'une couleur comme "#a3470f", entre guillemets',
    skin: 'caue, plain ou dsfr',
    contact: 'une adresse électronique ou l’adresse d’une page',
    base: 'une adresse comme https://portail.exemple.fr/',
    licence: 'un texte',
    publisher: 'un texte',
    director: 'un texte',
    host: 'un texte',
    accessibility:
      '«\u00a0non conforme\u00a0», «\u00a0partiellement conforme\u00a0» ou «\u00a0totalement conforme\u00a0»',
    cover: 'le nom d’un fichier du dossier',
    focus:
      'des points comme «\u00a0place.jpg: 30\u00a0% 80\u00a0%\u00a0», comptés depuis la gauche et le haut',
    keepsMetadata: '«\u00a0gardées\u00a0» ou «\u00a0supprimées\u00a0»',
    keep: 'une liste de colonnes',
    ignore: 'une liste de colonnes ou de feuilles',
  },
  hiddenSheet: (n: number) =>
    `feuille masquée, ${count(n, 'ligne non publiée', 'lignes non publiées')} : affichez-la pour la publier, ou citez-la dans portail.yaml (« ignorer »)`,
  longList: (id: string, field: string, max: number) =>
    `la fiche «\u00a0${id}\u00a0» a plus de ${max} éléments dans «\u00a0${field}\u00a0»\u00a0: les suivants ne sont pas publiés`,
  hiddenRows: (rows: string) =>
    `lignes masquées et publiées\u00a0: ${rows}. Supprimez-les si elles ne doivent pas l’être`,
  hiddenColumns: (columns: string) =>
    `colonnes masquées et publiées, si leur titre est connu\u00a0: ${columns}. Videz-les si elles ne doivent pas l’être`,
  noFolder: (path: string) =>
    `Le dossier ${path} n’existe pas. Pour en créer un\u00a0: npx spass-portal new ${path}`,
  noTable: (path: string) =>
    `Le dossier ${path} ne contient ni portail.xlsx, ni portail.ods, ni fichier CSV. Pour un modèle\u00a0: npx spass-portal new`,
  noRecords: 'Aucune fiche utilisable\u00a0: voir les messages ci-dessus.',
  folderNotEmpty: (path: string) =>
    `Le dossier ${path} existe et n’est pas vide\u00a0: choisissez un autre nom.`,
  foreignOut: (path: string) =>
    `Le dossier ${path} n’a pas été écrit par publish\u00a0: rien n’y est remplacé. Choisissez un dossier vide avec --out.`,
  outIsFile: (path: string) => `${path} est un fichier\u00a0: indiquez un dossier avec --out.`,
  fileFailure: (path: string, reason: string) => `${path}\u00a0: ${reason}.`,
  fileFailures: {
    ENOSPC:
      'le disque est plein, la suite n’est pas écrite. Libérez de la place, puis relancez la commande',
    EACCES: 'accès refusé. Vérifiez les droits du fichier et de son dossier',
    EROFS: 'ce disque est en lecture seule',
    EISDIR: 'un fichier était attendu, et c’est un dossier',
    ENOTDIR: 'un dossier était attendu, et c’est un fichier',
    ENOENT: 'ce fichier n’existe pas ou plus',
    EADDRINUSE: 'ce port est déjà utilisé. Choisissez-en un autre avec --port',
    other: (code: string) => `erreur du système ${code}`,
  },
  invalidAddress: (got: string) =>
    `${got} n’est pas une adresse. Donnez-la comme https://portail.exemple.fr/`,
  invalidDate: (got: string) => `--date ${got}\u00a0: attendu une date comme 2026-11-30`,
  outInRead:
    'Le dossier de sortie ne peut être ni «\u00a0fichiers\u00a0», ni «\u00a0textes\u00a0», ni un dossier qui contient celui du portail\u00a0: choisissez-en un autre avec --out.',
  invalidBase: (got: string) =>
    `--base ${got}\u00a0: attendu une adresse comme https://portail.exemple.fr/`,
  noPortal: (address: string) =>
    `aucun portail à cette adresse\u00a0: ${address}. Donnez celle du site, de l’API ou d’un document .json`,
  incompletePortal: (address: string, reason: string) =>
    `${address}\u00a0: ${reason}. Sans cette partie, l’archive serait incomplète\u00a0: elle n’est pas faite. Réessayez plus tard, ou archivez ce qui répond avec --partial`,
  unreachablePortal: (address: string, reason: string) =>
    `aucun portail lisible\u00a0: ${address}, ${reason}. Réessayez plus tard`,
  missingPart: (address: string, reason: string) =>
    `${address}\u00a0: ${reason}. Cette partie manque dans l’archive, et archive.json le dit`,
  // Reasons, in the middle of a sentence.
  archiveFailures: {
    status: (status: number) => `le serveur répond ${status}`,
    noAnswer: 'pas de réponse',
    privateAddress: (host: string) =>
      `${host} est sur cette machine ou sur un réseau privé, et le portail ne l’est pas`,
    tooManyRedirects: 'trop de redirections',
    absent: 'cette page de la liste n’existe pas',
    notJson: 'la réponse n’est pas du JSON',
    notAList: 'la réponse n’est pas une liste de fiches',
    noMoreRecords: (received: number, total: number) =>
      `${received} fiches reçues sur ${total}, sans page suivante`,
    fileType: 'un fichier de ce type n’est pas archivé',
    tooLarge: (megabytes: number) => `plus de ${megabytes}\u00a0Mo`,
  },
  archivedWithoutPage: {
    contributions: (n: number) =>
      `contributions publiées sans page dans l’archive\u00a0: ${n} (donnees/contributions.json, sans leurs photographies)`,
    chapters: (n: number) =>
      `chapitres sans page dans l’archive\u00a0: ${n} (donnees/chapters.json)`,
  },
  unreadableRecords: (address: string, name: string, n: number) =>
    `${address}\u00a0: ${count(n, 'fiche illisible', 'fiches illisibles')} dans «\u00a0${name}\u00a0», hors de l’archive`,
  missingRemote: (address: string, reason: string) =>
    `${address} n’a pas pu être téléchargé (${reason})\u00a0: ce fichier manque dans l’archive`,
  missingFile: (name: string) =>
    `le fichier ${name} n’est pas dans le dossier «\u00a0fichiers\u00a0»`,
  remotePicture: (url: string) =>
    `l’image ${url} est sur un autre site et n’est pas affichée\u00a0: copiez-la dans «\u00a0fichiers\u00a0»`,
  unusedFile: (name: string) => `aucune fiche n’utilise ${name}\u00a0: ce fichier n’est pas publié`,
  unreadablePicture: (name: string, reason: string) => `l’image ${name} est illisible (${reason})`,
  unreadablePdf: (name: string, reason: string) => `le PDF ${name} est illisible (${reason})`,
  protectedPdf: (name: string) =>
    `le PDF ${name} demande un mot de passe\u00a0: il est publié, mais la recherche ne le lit pas`,
  brokenPdf: (name: string) =>
    `le PDF ${name} est abîmé, ou n’est pas un PDF\u00a0: il est publié, mais beaucoup de lecteurs ne pourront pas l’ouvrir`,
  pdfWithoutText: (name: string) =>
    `le PDF ${name} ne contient pas de texte (pages numérisées)\u00a0: il est publié, mais la recherche ne le lit pas`,
  textWithoutRecord: (name: string) =>
    `aucune fiche n’a l’identifiant de ce texte\u00a0: ${name} n’est pas publié`,
  linkToOutside: (name: string) =>
    `${name} est un lien vers l’extérieur du dossier, ou vers rien\u00a0: il n’est pas suivi. Copiez ici ce qu’il désigne`,
  leftOutFile: (name: string) =>
    `${name} n’est ni un classeur, ni un CSV, ni un texte\u00a0: ce fichier n’est pas lu`,
  noBase:
    'Sans «\u00a0adresse\u00a0» dans portail.yaml\u00a0: ni plan du site, ni flux, ni lignes à copier pour les autres sites, et les liens de 404.html partent de la racine du serveur.',
  created: (path: string) =>
    `Le dossier ${path} est prêt. Ouvrez portail.xlsx pour remplacer les exemples, puis\u00a0:\n\n  npx spass-portal publish ${path} --open`,
  publishedPages: (pages: number, records: number, seconds: string) =>
    `${count(pages, 'page', 'pages')}, ${count(records, 'fiche', 'fiches')}, ${seconds.replace('.', ',')}\u00a0s. `,
  changedFiles: (written: number, removed: number) =>
    `${count(written, 'fichier écrit', 'fichiers écrits')}, ${count(removed, 'supprimé', 'supprimés')}`,
  problems: (n: number) => `${count(n, 'point', 'points')} à corriger, ci-dessus.`,
  watching: 'Le site suit les changements du dossier. Pour arrêter\u00a0: Ctrl+C.',
};

/** Messages with the same keys and parameters as the French ones. */
export type PublishMessages = typeof fr;
