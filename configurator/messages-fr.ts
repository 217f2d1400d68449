import {frLabels as names} from './labels-fr.js';
import type {ConfiguratorMessages} from './messages.js';

const plural = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('fr')} ${n < 2 ? one : many}`;

const list = new Intl.ListFormat('fr', {type: 'conjunction'});

export const fr: ConfiguratorMessages = {
  lang: 'fr',
  title: 'Configurateur',
  intro:
    'Un composant sur votre site en quatre étapes. Rien n’est envoyé à personne : tout se passe dans cette page.',
  steps: {
    widget: 'Le composant',
    data: 'Les données',
    settings: 'Les réglages',
    content: 'Ce qui est montré',
    appearance: 'L’apparence',
    preview: 'Aperçu',
    snippet: 'À coller',
  },
  ...names,
  byDefault: value => (value ? `Par défaut (${value})` : 'Par défaut'),
  ownAttributes: 'Réglages de ce composant',
  filters: 'Seulement…',
  optional: 'Tout est facultatif : ce qui est vide a déjà une valeur qui convient.',
  legalNotice:
    'Dites qui garde ce que les habitants envoient, à qui s’adresser, et pour combien de temps : la loi le demande (RGPD, article 13).',
  otherSource: 'Ce ne sont pas les données d’un portail S-PASS',
  probe: 'Essayer cette adresse',
  useDemo: 'Essayer avec les données de démonstration',
  probing: 'Lecture en cours…',
  contents: parts => `On y lit ${list.format(parts)}.`,
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
  noRecords: 'Rien pour ce composant à cette adresse.',
  readable: 'Cette adresse peut être lue depuis votre site.',
  readableFromSameSite:
    'Cette adresse peut être lue depuis ce site, mais pas depuis un autre : il y manque l’en-tête « Access-Control-Allow-Origin: * » (CORS).',
  probeErrors: {
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
      'Demandez à qui la tient d’ajouter l’en-tête « Access-Control-Allow-Origin: * » à ses réponses ; ou déposez une copie du fichier sur votre site. Si c’est l’adresse d’une page web, cherchez-y plutôt un lien « API » ou « Exporter ».',
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
    recordCount: n => `${plural(n, 'fiche gardée', 'fiches gardées')}.`,
    download: 'Télécharger portail.json',
    next: 'Déposez-le sur votre site, puis écrivez son adresse ci-dessus.',
    nothing: 'Rien n’a pu en être fait.',
    unknown: 'Ce n’est ni un CSV, ni un tableur (.xlsx, .ods), ni un GeoJSON.',
    diagnostics: n => `${plural(n, 'remarque', 'remarques')}, avec leur ligne et leur colonne`,
    severities: {fatal: 'échec', error: 'perte', warning: 'doute'},
    recordKind: 'Chaque ligne est',
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
    contrastOk: ratio => `Contraste ${ratio} : suffisant.`,
    contrastTooLow: (ratio, least) =>
      `Contraste ${ratio} : trop faible, il faut ${least}. Foncez l’une ou éclaircissez l’autre.`,
    rule: 'À ajouter à la feuille de style de votre site',
  },
  width: pixels => `${pixels} px`,
  widths: 'Largeur de l’aperçu',
  formats: {
    element: 'Balise',
    placeholder: 'Balise <div>',
    frame: 'Cadre (iframe)',
    shortcode: 'WordPress, code court',
    block: 'WordPress, bloc',
    spip: 'SPIP, modèle',
    others: 'Drupal, TYPO3, Joomla',
  },
  formatHints: {
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
  previewEmpty: 'Dites où sont les données, et le composant se montre ici.',
  sampleNotice:
    'Les images et les textes de l’extrait sont un modèle : mettez-y les vôtres. Un cadre et un modèle SPIP n’ont pas de place pour eux.',
  plugin: 'Télécharger l’extension (zip)',
  embedJson: 'À mettre dans le fichier embed.json, à côté du script',
  guide: 'Pas à pas, dans le guide :',
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
    missingHashes:
      'Les empreintes de ces fichiers n’ont pas pu être lues : l’extrait est sans « integrity ».',
    mutableVersion:
      'Cette adresse peut changer de version sous vos pieds : nommez une version entière.',
    fallbackHashes: version =>
      `Les empreintes de ce dossier n’ont pas pu être lues. L’extrait porte celles de la version ${version} : il faut y déposer ces fichiers-là, tels quels.`,
    otherVersionHashes:
      'L’extrait porte les empreintes des fichiers de ce dossier, qui sont d’une autre version que ceux-ci.',
    sameHashes: 'Ce dossier contient bien les mêmes fichiers : les empreintes tiennent.',
  },
  policy: {
    title: 'Si votre site a une politique de sécurité (CSP)',
    intro: 'Ajoutez à la vôtre ce qui y manque :',
  },
  importer: {
    title: 'Modifier un extrait déjà collé',
    intro: 'Collez-le ici, sous n’importe quelle forme.',
    label: 'L’extrait',
    read: 'Le lire',
    ok: 'C’est lu : tout y est juste.',
  },
  share: 'L’adresse de cette page garde vos réglages : vous pouvez l’envoyer.',
  language: 'Langue de cette page',
  noScript: 'Le configurateur a besoin de JavaScript. Le guide du webmestre dit tout sans lui.',
  loadFailed: 'La liste des composants n’a pas pu être lue. Rechargez la page.',
};
