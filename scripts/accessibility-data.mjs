// Assessment of the 106 criteria of RGAA 4.1.2 for each widget; single source of docs/accessibilite/. « Conforme »
// requires a test or a dated examination by a person; the other entries name who has to check.

/** Tests by short name: file and words of the title. Each must exist. */
const TESTS = {
  axe: ['tests/support/stories.ts', 'A-01'],
  figures: ['tests/support/stories.ts', 'A-03'],
  targets: ['tests/support/stories.ts', 'A-05'],
  valid: ['tests/support/stories.ts', 'A-18'],
  headings: ['tests/support/stories.ts', 'A-11'],
  windows: ['tests/support/stories.ts', 'A-21'],
  states: ['tests/support/stories.ts', 'A-16'],
  keyboard: ['tests/pages/accessibility.test.ts', 'A-04'],
  reflow: ['tests/pages/accessibility.test.ts', 'A-06'],
  rest: ['tests/pages/accessibility.test.ts', 'A-12'],
  forced: ['tests/pages/accessibility.test.ts', 'A-13'],
  status: ['tests/elements/status-messages.test.ts', 'A-07'],
  languages: ['tests/elements/languages.test.ts', 'A-10'],
  contrast: ['tests/repository/contrast.test.ts', 'A-14'],
  mapKeys: ['tests/elements/project-map/keyboard.test.ts', 'A-09'],
  mapList: ['tests/elements/project-map/viewport-records.test.ts', 'A-08'],
  form: ['tests/elements/contribute/keyboard.test.ts', 'A-04'],
  scriptless: ['tests/pages/demo.test.ts', 'A-17'],
};

const CAPTURES = 'examen sur captures, 2026-11-25';
const SOURCES = 'examen du code et des feuilles de style, 2026-11-25';

const test = (...names) => ({state: 'test', tests: names.map(name => TESTS[name])});
const seen = (what, how = CAPTURES) => ({state: 'examen', why: `${what} (${how})`});
const none = why => ({state: 'sans objet', why});
const host = why => none(`relève de la page qui accueille : ${why}`);
const ask = why => ({state: 'à vérifier', why: `à vérifier par une personne : ${why}`});
/** Rule for widgets with a feature; not applicable to the others. */
const only = (feature, verdict, why) => ({only: feature, verdict, why});

const VIDEO = none('aucun média temporel');
const TABLE = none('aucun tableau : listes et définitions seulement');
const CAPTCHA = none('aucun captcha');
const DOC = 'les documents sont ceux du portail';

/** Number, short title and assessment of each criterion. */
export const CRITERIA = [
  [
    '1.1',
    'Image porteuse d’information : une alternative',
    only('images', test('axe'), 'aucune image porteuse d’information'),
  ],
  [
    '1.2',
    'Image de décoration : ignorée des technologies d’assistance',
    seen(
      'seules les images qui ont un texte sont dans l’arbre',
      'examen des arbres d’accessibilité de chaque état, 2026-11-25',
    ),
  ],
  [
    '1.3',
    'Alternative d’image : pertinente',
    only(
      'images',
      ask('les alternatives viennent du portail ou de la page'),
      'aucune image porteuse d’information',
    ),
  ],
  ['1.4', 'Image captcha : alternative qui dit sa fonction', CAPTCHA],
  ['1.5', 'Captcha : une autre voie', CAPTCHA],
  [
    '1.6',
    'Image complexe : description détaillée',
    only(
      'images',
      ask(
        'une image du portail peut demander une description longue, pour laquelle il n’y a pas de champ',
      ),
      'aucune image porteuse d’information',
    ),
  ],
  ['1.7', 'Description détaillée : pertinente', none('aucune description détaillée')],
  [
    '1.8',
    'Image de texte : remplacée par du texte',
    only('images', ask('dépend des images du portail'), 'aucune image de texte'),
  ],
  ['1.9', 'Image légendée : liée à sa légende', only('figures', test('figures'), 'aucune légende')],
  [
    '2.1',
    'Cadre : un titre',
    none('aucun cadre ; celui de la diffusion par iframe est décrit dans la déclaration'),
  ],
  [
    '2.2',
    'Titre de cadre : pertinent',
    none('aucun cadre ; celui de la diffusion par iframe est décrit dans la déclaration'),
  ],
  ['3.1', 'Information jamais donnée par la seule couleur', test('states', 'forced')],
  ['3.2', 'Contraste du texte', test('axe', 'contrast')],
  ['3.3', 'Contraste des composants et de leurs états', test('contrast', 'keyboard')],
  ['4.1', 'Média temporel : transcription ou audiodescription', VIDEO],
  ['4.2', 'Transcription ou audiodescription : pertinente', VIDEO],
  ['4.3', 'Média temporel : sous-titres', VIDEO],
  ['4.4', 'Sous-titres : pertinents', VIDEO],
  ['4.5', 'Média temporel : audiodescription synchronisée', VIDEO],
  ['4.6', 'Audiodescription : pertinente', VIDEO],
  ['4.7', 'Média temporel : identifiable', VIDEO],
  ['4.8', 'Média non temporel : une alternative', only('carte', test('mapList'), 'aucune carte')],
  [
    '4.9',
    'Alternative du média non temporel : pertinente',
    only('carte', test('mapList'), 'aucune carte'),
  ],
  ['4.10', 'Son déclenché seul : contrôlable', none('aucun son')],
  ['4.11', 'Consultation d’un média temporel au clavier', VIDEO],
  [
    '4.12',
    'Consultation d’un média non temporel au clavier',
    only('carte', test('mapKeys'), 'aucune carte'),
  ],
  [
    '4.13',
    'Média : compatible avec les technologies d’assistance',
    only('carte', ask('avec NVDA, JAWS et VoiceOver'), 'aucun média'),
  ],
  ['5.1', 'Tableau complexe : un résumé', TABLE],
  ['5.2', 'Résumé de tableau : pertinent', TABLE],
  ['5.3', 'Tableau de mise en forme : compréhensible à la suite', TABLE],
  ['5.4', 'Tableau de données : titre lié', TABLE],
  ['5.5', 'Titre de tableau : pertinent', TABLE],
  ['5.6', 'En-têtes de tableau : déclarés', TABLE],
  ['5.7', 'Cellules liées à leurs en-têtes', TABLE],
  ['5.8', 'Tableau de mise en forme : sans éléments de données', TABLE],
  [
    '6.1',
    'Lien : explicite',
    only('liens', ask('les intitulés sont les titres des fiches du portail'), 'aucun lien'),
  ],
  ['6.2', 'Lien : un intitulé', only('liens', test('axe'), 'aucun lien')],
  [
    '7.1',
    'Script : compatible avec les technologies d’assistance',
    ask(
      'noms, rôles et états sont testés (A-01, A-19), pas leur restitution par NVDA, JAWS et VoiceOver',
    ),
  ],
  ['7.2', 'Alternative à un script : pertinente', test('scriptless')],
  ['7.3', 'Script : utilisable au clavier et au pointeur', test('keyboard')],
  [
    '7.4',
    'Changement de contexte : annoncé ou demandé',
    seen(
      'choisir filtre ou trie sur place ; aucun gestionnaire ne change de page ni d’onglet',
      SOURCES,
    ),
  ],
  [
    '7.5',
    'Message de statut : restitué',
    only('données', test('status'), 'aucun message de statut'),
  ],
  ['8.1', 'Type de document', host('le doctype')],
  ['8.2', 'Code généré valide', test('valid')],
  ['8.3', 'Langue par défaut', host('l’attribut `lang` de `html`')],
  ['8.4', 'Code de langue par défaut : pertinent', host('l’attribut `lang` de `html`')],
  ['8.5', 'Titre de page', host('`title`')],
  ['8.6', 'Titre de page : pertinent', host('`title`')],
  [
    '8.7',
    'Changement de langue : indiqué',
    only('données', test('languages'), 'aucun texte venu d’ailleurs'),
  ],
  [
    '8.8',
    'Code de changement de langue : valide et pertinent',
    only('données', test('languages'), 'aucun texte venu d’ailleurs'),
  ],
  [
    '8.9',
    'Balises jamais utilisées pour la seule présentation',
    seen(
      'titres, listes, boutons et groupes ont leur élément ; le reste est `div` et `span`',
      SOURCES,
    ),
  ],
  ['8.10', 'Sens de lecture : indiqué', none('langues écrites de gauche à droite')],
  ['9.1', 'Titres : hiérarchie', only('titres', test('headings'), 'aucun titre')],
  [
    '9.2',
    'Structure du document : zones',
    host('`header`, `nav`, `main` ; le composant n’ajoute ni `main` ni `h1`'),
  ],
  ['9.3', 'Listes : structurées', only('listes', test('valid'), 'aucune liste')],
  [
    '9.4',
    'Citations : indiquées',
    only('récit', ask('un récit peut citer sans que le portail le dise'), 'aucune citation'),
  ],
  ['10.1', 'Présentation par feuilles de style', test('valid')],
  [
    '10.2',
    'Contenu présent sans feuilles de style',
    ask('les lettres des repères de la carte sont du contenu CSS ; leur nom est dans `aria-label`'),
  ],
  ['10.3', 'Contenu compréhensible sans feuilles de style', test('keyboard')],
  ['10.4', 'Texte lisible à 200 %', test('reflow')],
  [
    '10.5',
    'Couleurs de fond et de police déclarées ensemble',
    seen(
      'l’habillage « plain » prend les deux à la page ; « dsfr » et « caue » déclarent les deux',
      SOURCES,
    ),
  ],
  ['10.6', 'Lien visible dans le texte', only('liens', test('axe'), 'aucun lien')],
  ['10.7', 'Prise de focus visible', test('keyboard')],
  ['10.8', 'Contenu caché : ignoré à bon droit', test('axe', 'keyboard')],
  [
    '10.9',
    'Information jamais donnée par la seule forme ou position',
    seen('chaque repère a son mot ou son nom'),
  ],
  ['10.10', 'Idem, dans le texte', ask('dépend des textes du portail')],
  ['10.11', 'Sans défilement horizontal à 320 px', test('reflow')],
  ['10.12', 'Espacement du texte', test('reflow')],
  [
    '10.13',
    'Contenu au survol ou au focus : contrôlable',
    none('aucun contenu n’apparaît au survol ni au focus'),
  ],
  [
    '10.14',
    'Contenu montré par CSS : accessible au clavier',
    none('aucun contenu n’apparaît par CSS seul'),
  ],
  ['11.1', 'Champ : une étiquette', only('champs', test('axe'), 'aucun champ')],
  [
    '11.2',
    'Étiquette : pertinente',
    only('champs', seen('chaque étiquette dit ce que l’on y met'), 'aucun champ'),
  ],
  [
    '11.3',
    'Étiquettes cohérentes d’un champ à l’autre',
    only(
      'champs',
      seen('une même fonction a un même mot : ils viennent du même catalogue', SOURCES),
      'aucun champ',
    ),
  ],
  [
    '11.4',
    'Étiquette accolée à son champ',
    only('champs', seen('étiquettes au-dessus ou devant leur champ'), 'aucun champ'),
  ],
  [
    '11.5',
    'Champs de même nature : regroupés',
    only(
      'champs',
      seen('`fieldset` pour les facettes, les familles et le lieu', SOURCES),
      'aucun champ',
    ),
  ],
  [
    '11.6',
    'Regroupement : une légende',
    only('champs', seen('chaque `fieldset` a sa `legend`', SOURCES), 'aucun champ'),
  ],
  [
    '11.7',
    'Légende : pertinente',
    only('champs', seen('la légende nomme la facette ou la question'), 'aucun champ'),
  ],
  [
    '11.8',
    'Listes de choix : regroupées',
    only('champs', none('peu de choix, d’une seule nature'), 'aucun champ'),
  ],
  ['11.9', 'Bouton : intitulé pertinent', only('boutons', test('axe'), 'aucun bouton')],
  [
    '11.10',
    'Contrôle de saisie : pertinent',
    only('formulaire', test('form'), 'aucune saisie contrôlée'),
  ],
  [
    '11.11',
    'Contrôle de saisie : suggestions',
    only(
      'formulaire',
      ask('les phrases d’erreur disent comment corriger ; leur justesse se lit'),
      'aucune saisie contrôlée',
    ),
  ],
  [
    '11.12',
    'Données modifiables, vérifiables ou confirmées',
    only(
      'formulaire',
      none('rien de juridique ni de financier ; l’envoi se retire par son reçu'),
      'aucun envoi',
    ),
  ],
  [
    '11.13',
    'Finalité du champ : déductible',
    only(
      'formulaire',
      seen('`autocomplete="name"` au nom', SOURCES),
      'aucun champ sur la personne',
    ),
  ],
  ['12.1', 'Deux systèmes de navigation', host('la navigation du site')],
  ['12.2', 'Menus à la même place', host('la navigation du site')],
  ['12.3', 'Plan du site', host('la navigation du site')],
  ['12.4', 'Plan du site atteignable de même', host('la navigation du site')],
  ['12.5', 'Moteur de recherche atteignable de même', host('la navigation du site')],
  ['12.6', 'Zones atteignables ou évitables', host('les zones de la page')],
  ['12.7', 'Lien d’accès rapide au contenu', host('le lien d’évitement ; la carte a le sien')],
  ['12.8', 'Ordre de tabulation : cohérent', test('keyboard')],
  ['12.9', 'Aucun piège au clavier', test('keyboard')],
  [
    '12.10',
    'Raccourcis à une touche : contrôlables',
    seen('touches actives seulement dans le composant qui a le focus', SOURCES),
  ],
  [
    '12.11',
    'Contenu additionnel : atteignable au clavier',
    none('aucun contenu n’apparaît au survol ni au focus'),
  ],
  ['13.1', 'Limite de temps : contrôlable', none('aucune limite de temps ni rafraîchissement')],
  ['13.2', 'Nouvelle fenêtre : jamais sans action', test('windows')],
  ['13.3', 'Document : une version accessible', only('documents', ask(DOC), 'aucun document')],
  ['13.4', 'Version accessible : même information', only('documents', ask(DOC), 'aucun document')],
  ['13.5', 'Contenu cryptique : une alternative', none('aucun contenu cryptique')],
  ['13.6', 'Alternative au contenu cryptique : pertinente', none('aucun contenu cryptique')],
  ['13.7', 'Flashs', test('rest')],
  ['13.8', 'Mouvement : contrôlable', test('rest')],
  [
    '13.9',
    'Orientation de l’écran : libre',
    seen('aucune feuille de style ni aucun script ne regarde l’orientation', SOURCES),
  ],
  [
    '13.10',
    'Geste complexe : remplaçable par un geste simple',
    only('gestes', test('keyboard'), 'aucun geste complexe'),
  ],
  [
    '13.11',
    'Action au pointeur : annulable',
    seen('les actions sont des `click`, au relâchement', SOURCES),
  ],
  ['13.12', 'Mouvement de l’appareil : remplaçable', none('aucun capteur de mouvement')],
];

const SILENT = 'ne dessine rien : ce qu’il contient a sa propre fiche';
const everywhere = ['boutons', 'données', 'liens', 'listes', 'titres'];

/** Features of each widget. A widget without content of its own gives a reason in `silent`. */
export const WIDGETS = [
  {tag: 'spass-agenda', has: [...everywhere, 'images']},
  {tag: 'spass-compare', has: ['boutons', 'champs', 'figures', 'gestes', 'images']},
  {
    tag: 'spass-contribute',
    has: [...everywhere, 'carte', 'champs', 'formulaire', 'gestes', 'images'],
  },
  {tag: 'spass-directory', has: [...everywhere, 'champs', 'images']},
  {tag: 'spass-explorer', has: [...everywhere, 'carte', 'champs', 'documents', 'gestes', 'images']},
  {tag: 'spass-family-filter', has: ['boutons', 'données']},
  {tag: 'spass-layer', silent: 'est dessiné par la carte qui le contient : voir spass-project-map'},
  {tag: 'spass-portal', silent: SILENT},
  {tag: 'spass-portal-cards', has: [...everywhere, 'images']},
  {tag: 'spass-programme-timeline', has: [...everywhere, 'champs']},
  {tag: 'spass-project-map', has: [...everywhere, 'carte', 'champs', 'gestes']},
  {tag: 'spass-project-progress', has: everywhere},
  {tag: 'spass-resource-list', has: [...everywhere, 'champs', 'documents', 'figures', 'images']},
  {
    tag: 'spass-story',
    has: [...everywhere, 'carte', 'champs', 'figures', 'gestes', 'images', 'récit'],
  },
];

const tagsWith = feature =>
  WIDGETS.filter(({has = []}) => has.includes(feature)).map(({tag}) => tag);

/** Nonconformities found by audit, by criterion. They replace the assessment of these criteria for these widgets. */
export const NONCONFORMITIES = [
  {
    criteria: ['7.5'],
    tags: ['spass-project-map', 'spass-explorer'],
    why: 'le nombre de projets visibles change sans annonce quand la carte est déplacée ou agrandie',
  },
  {
    criteria: ['7.5'],
    tags: tagsWith('données'),
    why: 'après « Réessayer » ou le retour de la connexion, le résultat n’est pas annoncé',
  },
  {
    criteria: ['8.7'],
    tags: tagsWith('données'),
    why: 'le nom de la source et celui de la licence n’indiquent pas leur langue lorsqu’elle diffère de celle du composant',
  },
  {
    criteria: ['8.10'],
    tags: WIDGETS.filter(({silent}) => !silent).map(({tag}) => tag),
    why: 'dans une page écrite de droite à gauche, le composant n’indique pas son sens de lecture',
  },
  {
    criteria: ['10.4', '10.12'],
    tags: ['spass-agenda', 'spass-explorer', 'spass-portal-cards', 'spass-resource-list'],
    why: 'le résumé d’une fiche est coupé à deux ou trois lignes, même si le texte est agrandi ou espacé, et à l’impression',
  },
  {
    criteria: ['10.7'],
    tags: tagsWith('carte'),
    why: 'le contour du focus de la carte est recouvert par les couches de la carte',
  },
  {
    criteria: ['11.10'],
    tags: ['spass-contribute'],
    why: 'pendant la saisie, des coordonnées incorrectes sont signalées sans message d’erreur',
  },
];

/** Known limitations that concern no criterion of the RGAA. */
export const LIMITATIONS = [
  'Avec `sync-url`, le bouton « Précédent » du navigateur n’annule pas un choix de filtre et ne ferme pas une fiche ouverte dans une fenêtre.',
  'Dans un récit affiché sur 320 px de large, la barre des étapes peut recouvrir un lien qui a le focus (WCAG 2.2, critère 2.4.11).',
  'Une page qui contient une frise ou une longue liste peut compter plus de 80 arrêts de tabulation.',
  'Si une page contient plusieurs composants du même type, leurs régions portent le même nom.',
  'Une recherche très longue, refusée par le serveur, est signalée comme une panne du serveur.',
];
