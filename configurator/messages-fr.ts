import {frLabels as names} from './labels-fr.js';
import {
  type ConfiguratorMessages,
  ITEMS_EXAMPLE,
  MESSAGE_OVERRIDES_EXAMPLE,
  TEMPLATE_EXAMPLE,
} from './messages.js';

const plural = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('fr')}\u00a0${n < 2 ? one : many}`;

const list = new Intl.ListFormat('fr', {type: 'conjunction'});

export const fr: ConfiguratorMessages = {
  lang: 'fr',
  title: 'Configurateur',
  intro: 'Tout se passe dans cette page, rien n’est envoyé.',
  steps: {
    widget: 'Le composant',
    data: 'Données',
    content: 'Contenu affiché',
    appearance: 'Langue et titres',
    preview: 'Aperçu',
    snippet: 'Le code à coller',
  },
  ...names,
  byDefault: 'Par défaut',
  asDefault: label => `${label} (défaut)`,
  dataOrigins: {
    own: 'Mon contenu',
    demo: 'Exemple',
    address: 'Adresse',
    file: 'Fichier',
    inline: 'Dans le code',
  },
  blocks: {
    title: 'Modèles et phrases',
    overridesTitle: 'Phrases de l’interface',
    language: 'Langue des phrases à modifier',
    pageLanguage: 'langue de la page',
    texts: {
      card: {
        label: 'Modèle d’une carte (HTML)',
        hint: 'data-field="title" affiche le titre, <a data-field="url"> le lien, <img data-field="image"> l’image. Vide : l’affichage habituel.',
        example: TEMPLATE_EXAMPLE,
      },
      row: {
        label: 'Modèle d’une ligne (HTML)',
        hint: 'data-field="title" affiche le titre, <a data-field="url"> le lien, <img data-field="image"> l’image. Vide : l’affichage habituel.',
        example: TEMPLATE_EXAMPLE,
      },
      popup: {
        label: 'Modèle d’une bulle de la carte (HTML)',
        hint: 'data-field="title" affiche le titre, <a data-field="url"> le lien, <img data-field="image"> l’image. Vide : l’affichage habituel.',
        example: TEMPLATE_EXAMPLE,
      },
      items: {
        label: 'Fiches (JSON)',
        hint: 'Une liste de fiches, ou un document portail.json. Elles sont dans le code à coller, sans autre fichier.',
        example: ITEMS_EXAMPLE,
      },
      messageOverrides: {
        label: 'Phrases remplacées',
        hint: 'Les clés sont dans le guide, page « Phrases de l’interface ». Une phrase garde ses mots entre accolades.',
        example: MESSAGE_OVERRIDES_EXAMPLE,
      },
    },
  },
  siblings: n => `Cet extrait contient ${n} composants dans un portail. Composant à régler :`,
  layers: {
    title: 'Couches de données',
    intro:
      'Ajoutez aux projets d’autres lieux : arbres, bancs, équipements… Chaque couche a ses données et sa légende.',
    add: 'Ajouter une couche',
    one: n => `Couche ${n}`,
    remove: n => `Retirer la couche ${n}`,
  },
  ownAttributes: 'Réglages de ce composant',
  otherAttributes: 'Autres réglages',
  filters: 'Seulement…',
  legalNotice:
    'Indiquez le responsable du traitement, le contact et la durée de conservation : le RGPD (article 13) l’exige.',
  otherSource: 'Autre source de données',
  probe: 'Essayer cette adresse',
  probing: 'Lecture en cours…',
  contents: parts => `Contenu : ${list.format(parts)}.`,
  collections: {
    portals: n => plural(n, 'portail', 'portails'),
    resources: n => plural(n, 'ressource', 'ressources'),
    projects: n => plural(n, 'projet', 'projets'),
    programmes: n => plural(n, 'programme', 'programmes'),
    events: n => plural(n, 'événement', 'événements'),
    organisations: n => plural(n, 'organisme', 'organismes'),
    stories: n => plural(n, 'récit', 'récits'),
  },
  recordKinds: {
    resources: 'Ressources',
    projects: 'Projets',
    events: 'Événements',
    organisations: 'Organismes',
    portals: 'Portails',
    programmes: 'Programmes',
  },
  inLanguages: names => `Langues des textes : ${list.format(names)}.`,
  dropped: n =>
    `${plural(n, 'fiche illisible ignorée', 'fiches illisibles ignorées')} : voir la console du navigateur.`,
  noRecords: 'Cette adresse ne contient aucune donnée pour ce composant.',
  readable: 'Cette adresse peut être lue depuis votre site.',
  readableFromSameSite: 'Les pages de ce site peuvent lire ces données.',
  sameSite: host =>
    `Si le composant est dans une page de ${host}, il n’y a rien à faire. Pour un autre site, il faut l’en-tête « Access-Control-Allow-Origin: * » (CORS).`,
  frameNeedsCors:
    'Un cadre (iframe) en a besoin aussi sur le même site : l’en-tête « Access-Control-Allow-Origin: * » (CORS) manque.',
  probeErrors: {
    noAddress: [
      'Cette adresse n’est pas valide.',
      'Écrivez l’adresse complète, avec https:// : https://exemple.fr/api',
    ],
    insecure: [
      'Cette adresse n’est pas sécurisée (http) : un site en https ne peut pas la lire.',
      'Demandez à son gestionnaire d’installer un certificat, puis utilisez https://.',
    ],
    noCors: [
      'Cette adresse répond, mais n’autorise pas les autres sites à lire sa réponse (CORS).',
      'Demandez à son gestionnaire d’ajouter l’en-tête « Access-Control-Allow-Origin: * » aux réponses, ou placez une copie du fichier sur votre site. Si c’est une page web, cherchez-y un lien « API » ou « Exporter ».',
    ],
    unreachable: [
      'Cette adresse ne répond pas.',
      'Ouvrez-la dans un nouvel onglet. Si elle y répond, votre réseau bloque peut-être la requête.',
    ],
    page: [
      'Cette adresse est celle d’une page web et non de données.',
      'Cherchez sur cette page un lien « API », « Exporter » ou « Télécharger », ou changez le type de source.',
    ],
    notFound: [
      'Il n’y a rien à cette adresse (404).',
      'Pour une API de portail, indiquez la partie qui précède /portals ; pour un fichier, son adresse complète.',
    ],
    refused: [
      'Le serveur refuse de répondre.',
      'Réessayez plus tard, ou vérifiez qu’aucune clé ni aucun paramètre ne manque.',
    ],
    notAsPromised: [
      'Les données ne correspondent pas au type de source choisi.',
      'Choisissez un autre type de source ou une autre adresse.',
    ],
  },
  file: {
    intro:
      'CSV, classeur (.xlsx, .ods), GeoJSON, JSON, agenda (.ics) ou flux (.rss). Déposez-le n’importe où dans cette page : il ne quitte pas votre ordinateur.',
    choose: 'Choisir un fichier, ou le déposer ici',
    working: 'Lecture du fichier…',
    recordCount: n => `${plural(n, 'fiche convertie', 'fiches converties')}.`,
    download: 'Télécharger portail.json',
    next: 'Placez ce fichier sur votre site.',
    address: 'Son adresse sur votre site',
    exampleAddress: 'https://votre-site.fr/portail.json',
    nothing: 'Ce fichier n’a pas pu être converti.',
    unknown:
      'Ce fichier n’est d’aucun format connu : CSV, classeur (.xlsx, .ods), GeoJSON, JSON, agenda (.ics) ou flux (.rss). Enregistrez un ancien classeur (.xls) au format .xlsx.',
    unreadable: 'Ce fichier n’a pas pu être lu. Est-ce un dossier, ou un fichier déplacé depuis ?',
    diagnostics: n => `${plural(n, 'problème', 'problèmes')}, avec la ligne et la colonne`,
    severities: {fatal: 'échec', error: 'erreur', warning: 'avertissement'},
    recordKind: 'Type de fiche',
    sheet: 'Feuille du classeur',
  },
  colours: {
    title: 'Couleurs',
    intro: 'Laissez un champ vide pour utiliser la couleur de la page.',
    names: {
      '--spass-surface': 'Fond',
      '--spass-ink': 'Texte',
      '--spass-link': 'Liens',
      '--spass-muted': 'Texte secondaire',
      '--spass-acteur': 'ACTEUR',
      '--spass-theme': 'THÈME',
      '--spass-projet': 'PROJET',
      '--spass-focus': 'Contour du focus',
      '--spass-edge': 'Bordure des champs',
    },
    clear: 'Couleur de la page',
    byDefault: 'par défaut',
    contrastOk: ratio => `Contraste ${ratio} : suffisant.`,
    contrastTooLow: (ratio, least) =>
      `Contraste ${ratio} : insuffisant, le minimum est ${least}. Choisissez une couleur plus foncée ou plus claire.`,
  },
  fit: 'Ajusté',
  schemes: {label: 'Couleurs de l’aperçu', light: 'Clair', dark: 'Sombre'},
  widths: 'Largeur de l’aperçu',
  poster: {print: 'Imprimer l’affiche du projet', example: 'Exemple d’affiche'},
  formats: {
    element: 'Balise',
    placeholder: 'Balise div',
    frame: 'Cadre',
    shortcode: 'WordPress',
    block: 'WordPress, bloc',
    spip: 'SPIP',
    others: 'Drupal, Joomla…',
  },
  formatHints: {
    element: 'Dans le HTML de la page. N’ajoutez les deux premières lignes qu’une fois par page.',
    placeholder: 'Si votre éditeur supprime les balises qu’il ne connaît pas.',
    frame:
      'Si votre éditeur supprime les scripts. L’hébergeur du cadre doit autoriser l’adresse de vos données dans embed.json.',
    shortcode: 'Avec l’extension S-PASS Widgets, dans tous les éditeurs de WordPress.',
    block:
      'Avec l’extension S-PASS Widgets : collez dans l’éditeur de code (⋮ puis « Éditeur de code »).',
    spip: 'Avec le plugin S-PASS Widgets, dans le texte d’un article.',
    others:
      'Utilisez la balise <div>, en HTML complet. Drupal : format « HTML complet », ou ajoutez <div data-*> aux balises autorisées. TYPO3 : élément de contenu « HTML ». Joomla : filtre de texte « Aucun filtrage » pour votre groupe, ou un module « Personnalisé ».',
  },
  previewEmpty: 'Indiquez l’adresse des données pour afficher le composant.',
  previewDrop: 'Déposez un fichier dans cette page pour le voir ici.',
  demoNotice: 'Ce sont les données d’un exemple : indiquez les vôtres avant de publier.',
  fileNotice: 'Avant de publier : placez portail.json sur votre site et indiquez son adresse.',
  sampleNotice:
    'Remplacez les images et les textes de l’exemple par les vôtres. Un cadre et un modèle SPIP ne peuvent pas en contenir.',
  plugin: 'Télécharger l’extension (zip)',
  link: {
    script: host =>
      `Ce lien propose un script de ${host}, et non de ce site. Il s’exécuterait dans vos pages : ne l’utilisez que si vous connaissez ce site.`,
    ownScript: 'Utiliser le script de ce site',
    foreignScript: host => `Utiliser le script de ${host}`,
    data: hosts => `Ce lien propose des données de ${hosts}. Rien n’a encore été chargé.`,
    load: 'Charger ces données',
  },
  embedJson: 'À ajouter au fichier embed.json, dans le dossier du script',
  guide: 'Explications dans le guide :',
  copy: 'Copier',
  copied: 'Copié.',
  notCopied: 'Le navigateur n’a pas permis la copie : sélectionnez le texte et copiez-le.',
  host: {
    title: 'Adresse du script',
    intro:
      'Nous vous conseillons de l’héberger sur votre site : aucun autre serveur ne reçoit alors l’adresse IP de vos visiteurs.',
    zip: 'Télécharger les fichiers (zip)',
    base: 'Adresse du dossier',
    baseHint:
      'Un dossier par version, qui ne change plus, par exemple https://exemple.fr/spass-widgets/0.1.0',
    missingHashes:
      'Les empreintes de ces fichiers n’ont pas pu être lues : l’extrait n’a pas d’attribut « integrity ».',
    mutableVersion:
      'La version des fichiers à cette adresse peut changer : indiquez un numéro de version complet.',
    fallbackHashes: version =>
      `Les empreintes de ce dossier n’ont pas pu être lues. L’extrait contient celles de la version ${version} : placez ces fichiers dans le dossier, sans les modifier.`,
    otherVersionHashes:
      'L’extrait contient les empreintes des fichiers de ce dossier. Ils sont d’une autre version que ce configurateur.',
    sameHashes: 'Ce dossier contient les mêmes fichiers : les empreintes sont correctes.',
  },
  policy: {
    title: 'Si votre site a une politique de sécurité (CSP)',
    intro: 'Ajoutez les directives suivantes :',
    colours:
      'Une telle politique interdit l’attribut style : ajoutez plutôt ces couleurs à la feuille de style de votre site.',
  },
  preload: {
    title: 'Demander les données plus tôt',
    intro:
      'Sur une connexion lente, ou si les données viennent d’un serveur lent, elles s’affichent plus tôt si la page les demande avant le chargement du script. Ajoutez ce qui suit dans la partie <head> de la page, tant que les réglages et l’adresse des données ne changent pas :',
    none: 'L’aperçu n’a demandé de données à aucun autre site : il n’y a rien à ajouter.',
  },
  importer: {
    title: 'Modifier un extrait déjà collé',
    intro: 'Collez-le ici, dans n’importe quel format.',
    label: 'Extrait',
    read: 'Lire l’extrait',
    ok: 'Extrait lu : aucune erreur.',
  },
  share: 'L’adresse de cette page contient vos réglages : vous pouvez la conserver ou l’envoyer.',
  language: 'Langue de cette page',
  noScript: 'Le configurateur nécessite JavaScript. Le guide décrit les réglages sans lui.',
  loadFailed: 'La liste des composants n’a pas pu être lue. Rechargez la page.',
};
