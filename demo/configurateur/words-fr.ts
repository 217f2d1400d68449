import type {Words} from './words.js';

const plural = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('fr')} ${n < 2 ? one : many}`;

const list = new Intl.ListFormat('fr', {type: 'conjunction'});

const meant = (word: string | undefined): string => (word ? ` Vouliez-vous « ${word} » ?` : '');

export const fr: Words = {
  lang: 'fr',
  title: 'Configurateur',
  intro:
    'Choisissez un composant, dites où sont les données, regardez, collez. Rien n’est envoyé à personne : tout se passe dans cette page.',
  steps: {
    widget: 'Le composant',
    data: 'Les données',
    content: 'Ce qui est montré',
    look: 'L’apparence',
    preview: 'Aperçu',
    paste: 'À coller',
  },
  widgets: {
    explorer: ['Tout un portail', 'Filtre, cartes, liste, carte et frise en une seule balise'],
    'portal-cards': ['Portails en cartes', 'Une carte par portail, rangées ou non par famille'],
    'family-filter': ['Filtre par famille', 'ACTEUR, THÈME, PROJET, avec leurs nombres'],
    'resource-list': ['Liste de ressources', 'Recherche, filtres, tri, téléchargements'],
    'project-map': ['Carte de projets', 'Une carte et la liste qui dit la même chose'],
    'programme-timeline': ['Frise des programmes', 'Les programmes Interreg et leurs projets'],
    story: ['Récit de territoire', 'Un texte par étapes, avec images et carte'],
    compare: ['Hier et aujourd’hui', 'Deux images d’un même lieu'],
    'project-progress': ['Avancement d’un projet', 'Phases, prochain rendez-vous, participer'],
    contribute: ['Contribution', 'Un formulaire pour les habitants'],
    agenda: ['Agenda', 'Les rendez-vous à venir, jour par jour'],
    directory: ['Annuaire', 'Les acteurs et les partenaires'],
  },
  attributes: {
    api: 'Adresse des données',
    source: 'De quelle sorte',
    fields: 'Quel champ est quoi',
    places: 'Table des communes',
    lang: 'Langue',
    skin: 'Habillage',
    limit: 'Combien à la fois',
    'heading-level': 'Niveau des titres',
    group: 'Groupe',
    'sync-url': 'Garder le choix du visiteur dans l’adresse de la page',
    'structured-data': 'Décrire les fiches pour les moteurs de recherche',
    family: 'Familles',
    portal: 'Portails',
    theme: 'Thèmes',
    section: 'Rubriques',
    type: 'Types',
    commune: 'Communes',
    epci: 'Intercommunalités',
    departement: 'Départements',
    region: 'Régions',
    programme: 'Programmes',
    project: 'Projets',
    from: 'Depuis',
    to: 'Jusqu’à',
    q: 'Mots cherchés',
    sort: 'Ordre',
    facets: 'Filtres proposés au visiteur',
    paging: 'Suite de la liste',
    chapters: 'Ranger par chapitres',
    detail: 'Ouvrir une fiche sur place',
    'show-publisher': 'Montrer qui a publié',
    'group-by': 'Ranger par',
    of: 'Ce qui est compté',
    multiple: 'Plusieurs familles à la fois',
    tiles: 'Fond de carte',
    attribution: 'Mention du fond de carte',
    consent: 'Accord pour le fond de carte d’un tiers',
    center: 'Centre de la carte',
    zoom: 'Niveau de zoom',
    fit: 'Cadrage',
    near: 'À moins de (mètres) d’une couche',
    'no-list': 'Sans la liste',
    'no-map': 'Sans la carte',
    height: 'Hauteur de la carte',
    load: 'Chargement de la carte',
    story: 'Quel récit',
    step: 'Étape de départ',
    mode: 'Présentation',
    href: 'Adresse où participer',
    label: 'Texte du lien',
    until: 'Jusqu’à quand',
    state: 'État',
    kind: 'Ce qu’on ajoute',
    draft: 'Brouillon',
    controller: 'Responsable des données',
    contact: 'Contact pour ses droits',
    retention: 'Durée de conservation',
    policy: 'Politique de confidentialité',
    views: 'Vues',
  },
  hints: {
    api: 'Une API de portail, un fichier portail.json, ou ce que dit « De quelle sorte ».',
    fields: 'Par exemple : title: nom; url: lien',
    places: 'Adresse d’un communes.json, pour situer les fiches qui ne nomment qu’une commune.',
    group: 'Les composants du même groupe se répondent.',
    commune: 'Codes INSEE, séparés par des virgules.',
    from: 'Une année, ou une date : 2016, 2016-10-01.',
    to: 'Une année, ou une date : 2016, 2016-10-01.',
    center: 'Latitude, longitude : 50.41,3.49',
    facets: 'Par exemple : theme,type,year',
    tiles: 'none, ign, ign-ortho, osm-be, ou une adresse avec {z}, {x} et {y}.',
    height: 'Par exemple : 24em',
  },
  choices: {
    plain: 'La police et les couleurs de la page',
    dsfr: 'Système de design de l’État',
    caue: 'Papier, encre, serif',
    title: 'Titre, de A à Z',
    '-title': 'Titre, de Z à A',
    date: 'Les plus anciennes d’abord',
    '-date': 'Les plus récentes d’abord',
    more: 'Un bouton « Voir plus »',
    pages: 'Des pages',
    fr: 'Français',
    nl: 'Nederlands',
    en: 'English',
    de: 'Deutsch',
  },
  byDefault: value => (value ? `Par défaut (${value})` : 'Par défaut'),
  other: 'autre…',
  ownAttributes: 'Réglages de ce composant',
  filters: 'Seulement…',
  tryIt: 'Essayer cette adresse',
  trying: 'Lecture en cours…',
  holds: parts => `On y lit ${list.format(parts)}.`,
  collections: {
    portals: n => plural(n, 'portail', 'portails'),
    resources: n => plural(n, 'ressource', 'ressources'),
    projects: n => plural(n, 'projet', 'projets'),
    programmes: n => plural(n, 'programme', 'programmes'),
    events: n => plural(n, 'rendez-vous', 'rendez-vous'),
    organisations: n => plural(n, 'organisme', 'organismes'),
    stories: n => plural(n, 'récit', 'récits'),
  },
  inLanguages: names => `Langues des textes : ${list.format(names)}.`,
  dropped: n =>
    `${plural(n, 'fiche illisible, laissée', 'fiches illisibles, laissées')} de côté : la console du navigateur dit lesquelles.`,
  noneHeld: 'Rien pour ce composant à cette adresse.',
  readable: 'Cette adresse peut être lue depuis votre site.',
  troubles: {
    noAddress: [
      'Ce n’est pas une adresse.',
      'Écrivez-la en entier, avec https:// au début : https://exemple.fr/api',
    ],
    insecure: [
      'Cette adresse n’est pas sûre (http), et un site en https ne peut pas la lire.',
      'Demandez à qui la tient un certificat, puis écrivez https://.',
    ],
    noCors: [
      'Cette adresse répond, mais ne laisse pas les autres sites lire sa réponse (CORS).',
      'Demandez à qui la tient d’ajouter l’en-tête « Access-Control-Allow-Origin: * » à ses réponses ; ou déposez une copie du fichier sur votre site.',
    ],
    unreachable: [
      'Rien ne répond à cette adresse.',
      'Vérifiez-la dans un nouvel onglet ; si elle y répond, votre réseau la bloque peut-être ici.',
    ],
    page: [
      'Cette adresse est celle d’une page web, pas de données.',
      'Cherchez sur cette page un lien « API », « Exporter » ou « Télécharger », ou choisissez « De quelle sorte ».',
    ],
    notFound: [
      'Il n’y a rien à cette adresse (404).',
      'Pour une API de portail, donnez ce qui précède /portals ; pour un fichier, son adresse entière.',
    ],
    refused: [
      'Le serveur refuse de répondre.',
      'Réessayez plus tard ; une clé ou un paramètre manque peut-être.',
    ],
    notAsPromised: [
      'Ce qui est lu n’est pas ce que « De quelle sorte » annonce.',
      'Choisissez une autre sorte, ou donnez une autre adresse.',
    ],
  },
  file: {
    title: 'Vous avez un tableur, un CSV ou un GeoJSON',
    intro:
      'Déposez-le ici : il devient un portail.json à mettre sur votre site. Le fichier ne quitte pas votre ordinateur.',
    choose: 'Choisir un fichier (.csv, .xlsx, .ods, .geojson)',
    working: 'Lecture du fichier…',
    kept: n => `${plural(n, 'fiche gardée', 'fiches gardées')}.`,
    download: 'Télécharger portail.json',
    next: 'Déposez-le sur votre site, puis écrivez son adresse ci-dessus.',
    nothing: 'Rien n’a pu en être fait.',
    unknown: 'Ce n’est ni un CSV, ni un tableur (.xlsx, .ods), ni un GeoJSON.',
    findings: n => `${plural(n, 'remarque', 'remarques')}, avec leur ligne et leur colonne`,
    levels: {failed: 'échec', dropped: 'perte', doubt: 'doute'},
    kind: 'Chaque ligne est',
  },
  colours: {
    title: 'Couleurs',
    intro: 'Laissez vide ce qui doit suivre votre page.',
    names: {
      '--spass-surface': 'Fond',
      '--spass-ink': 'Texte',
      '--spass-link': 'Liens',
      '--spass-muted': 'Texte secondaire',
      '--spass-acteur': 'ACTEUR',
      '--spass-theme': 'THÈME',
      '--spass-projet': 'PROJET',
      '--spass-focus': 'Contour du focus',
      '--spass-edge': 'Bords des champs',
    },
    clear: 'Suivre la page',
    enough: ratio => `Contraste ${ratio} : suffisant.`,
    poor: (ratio, least) =>
      `Contraste ${ratio} : trop faible, il faut ${least}. Foncez l’une ou éclaircissez l’autre.`,
    rule: 'À ajouter à la feuille de style de votre site',
  },
  width: pixels => `${pixels} px`,
  widths: 'Largeur de l’aperçu',
  shapes: {
    element: 'Balise',
    placeholder: 'Balise <div>',
    frame: 'Cadre (iframe)',
    shortcode: 'WordPress, code court',
    block: 'WordPress, bloc',
    spip: 'SPIP, modèle',
    others: 'Drupal, TYPO3, Joomla',
  },
  shapeHints: {
    element: 'Dans le HTML de la page. Les deux premières lignes une seule fois par page.',
    placeholder: 'Si votre éditeur retire les balises qu’il ne connaît pas.',
    frame:
      'Si votre éditeur retire les scripts. L’hébergeur du cadre doit permettre vos données dans embed.json.',
    shortcode: 'Avec l’extension S-PASS Widgets, dans tout éditeur de WordPress.',
    block:
      'Avec l’extension S-PASS Widgets : collez dans l’éditeur de code (⋮ puis « Éditeur de code »).',
    spip: 'Avec le plugin S-PASS Widgets, dans le texte d’un article.',
    others:
      'Prenez la balise <div>, en HTML complet. Drupal : format « HTML complet », ou ajoutez <div data-*> aux balises permises. TYPO3 : élément de contenu « HTML ». Joomla : filtre de texte « Aucun filtrage » pour votre groupe, ou un module « Personnalisé ».',
  },
  copy: 'Copier',
  copied: 'Copié.',
  notCopied: 'Le navigateur refuse : sélectionnez le texte et copiez-le.',
  host: {
    title: 'Où est le script',
    intro:
      'Le mieux est de l’héberger chez vous : personne d’autre n’apprend alors l’adresse IP de vos visiteurs.',
    zip: 'Télécharger les fichiers (zip)',
    base: 'Adresse du dossier',
    baseHint: 'Un dossier par version, qui ne change plus : https://exemple.fr/spass-widgets/0.1.0',
    noHash:
      'Les empreintes de ces fichiers n’ont pas pu être lues : l’extrait est sans « integrity ».',
    mutable: 'Cette adresse peut changer de version sous vos pieds : nommez une version entière.',
  },
  policy: {
    title: 'Si votre site a une politique de sécurité (CSP)',
    intro: 'Ajoutez à la vôtre ce qui y manque :',
  },
  pasted: {
    title: 'Modifier un extrait déjà collé',
    intro: 'Collez-le ici, sous n’importe quelle forme.',
    label: 'L’extrait',
    read: 'Le lire',
    ok: 'C’est lu : tout y est juste.',
    faults(fault) {
      switch (fault.what) {
        case 'nothing':
          return 'Aucun de nos composants n’est dans ce texte.';
        case 'unknownWidget':
          return `Aucun composant ne s’appelle « ${fault.got} ».${meant(fault.meant)}`;
        case 'unknownAttribute':
          return `L’attribut « ${fault.got} » n’existe pas.${meant(fault.meant)}`;
        case 'badValue':
          return `${fault.attribute} : « ${fault.got} » ne convient pas ; attendu : ${fault.expected}.${meant(fault.meant)}`;
        case 'movingAddress':
          return `L’adresse ${fault.got} peut changer de version toute seule : nommez une version entière.`;
        case 'noHash':
          return 'Le script est sans « integrity » : un fichier altéré serait exécuté.';
        case 'mangled':
          return 'Un éditeur a changé les guillemets ou les chevrons ; l’extrait ci-dessous est réparé.';
        case 'several':
          return `Il y a ${fault.count} composants : le premier est lu.`;
      }
    },
  },
  share: 'L’adresse de cette page garde vos réglages : vous pouvez l’envoyer.',
  language: 'Langue de cette page',
  noScript: 'Le configurateur a besoin de JavaScript. Le guide du webmestre dit tout sans lui.',
  loadFailed: 'La liste des composants n’a pas pu être lue. Rechargez la page.',
};
