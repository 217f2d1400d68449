// Assessment of the criteria of the RGAA for each widget. « Conforme » requires tests that have passed or a dated
// examination by a person; the other entries name who has to check.

const CAPTURES = 'examen sur captures, 2026-11-25';
const SOURCES = 'examen du code et des feuilles de style, 2026-11-25';

/** Assessment by tests, by their names in tests.mjs. */
const test = (...tests) => ({state: 'test', tests});
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

/** Assessment of each criterion, by its number. */
export const ASSESSMENTS = new Map([
  ['1.1', only('images', test('axe'), 'aucune image porteuse d’information')],
  [
    '1.2',
    seen(
      'seules les images qui ont un texte sont dans l’arbre',
      'examen des arbres d’accessibilité de chaque état, 2026-11-25',
    ),
  ],
  [
    '1.3',
    only(
      'images',
      ask('les alternatives viennent du portail ou de la page'),
      'aucune image porteuse d’information',
    ),
  ],
  ['1.4', CAPTCHA],
  ['1.5', CAPTCHA],
  [
    '1.6',
    only(
      'images',
      ask(
        'une image du portail peut demander une description longue, pour laquelle il n’y a pas de champ',
      ),
      'aucune image porteuse d’information',
    ),
  ],
  ['1.7', none('aucune description détaillée')],
  ['1.8', only('images', ask('dépend des images du portail'), 'aucune image de texte')],
  ['1.9', only('figures', test('figures'), 'aucune légende')],
  ['2.1', none('aucun cadre ; celui de la diffusion par iframe est décrit dans la déclaration')],
  ['2.2', none('aucun cadre ; celui de la diffusion par iframe est décrit dans la déclaration')],
  ['3.1', test('states', 'forced')],
  ['3.2', test('axe', 'contrast')],
  ['3.3', test('contrast', 'keyboard')],
  ['4.1', VIDEO],
  ['4.2', VIDEO],
  ['4.3', VIDEO],
  ['4.4', VIDEO],
  ['4.5', VIDEO],
  ['4.6', VIDEO],
  ['4.7', VIDEO],
  ['4.8', only('carte', test('mapList'), 'aucune carte')],
  ['4.9', only('carte', test('mapList'), 'aucune carte')],
  ['4.10', none('aucun son')],
  ['4.11', VIDEO],
  ['4.12', only('carte', test('mapKeys'), 'aucune carte')],
  ['4.13', only('carte', ask('avec NVDA, JAWS et VoiceOver'), 'aucun média')],
  ['5.1', TABLE],
  ['5.2', TABLE],
  ['5.3', TABLE],
  ['5.4', TABLE],
  ['5.5', TABLE],
  ['5.6', TABLE],
  ['5.7', TABLE],
  ['5.8', TABLE],
  ['6.1', only('liens', ask('les intitulés sont les titres des fiches du portail'), 'aucun lien')],
  ['6.2', only('liens', test('axe'), 'aucun lien')],
  [
    '7.1',
    ask(
      'noms, rôles et états sont testés (A-01, A-19), pas leur restitution par NVDA, JAWS et VoiceOver',
    ),
  ],
  ['7.2', test('scriptless')],
  ['7.3', test('keyboard', 'stops')],
  [
    '7.4',
    seen(
      'choisir filtre ou trie sur place ; aucun gestionnaire ne change de page ni d’onglet',
      SOURCES,
    ),
  ],
  ['7.5', only('données', test('status', 'announcements'), 'aucun message de statut')],
  ['8.1', host('le doctype')],
  ['8.2', test('valid')],
  ['8.3', host('l’attribut `lang` de `html`')],
  ['8.4', host('l’attribut `lang` de `html`')],
  ['8.5', host('`title`')],
  ['8.6', host('`title`')],
  ['8.7', only('données', test('languages'), 'aucun texte venu d’ailleurs')],
  ['8.8', only('données', test('languages'), 'aucun texte venu d’ailleurs')],
  [
    '8.9',
    seen(
      'titres, listes, boutons et groupes ont leur élément ; le reste est `div` et `span`',
      SOURCES,
    ),
  ],
  ['8.10', test('direction')],
  ['9.1', only('titres', test('headings'), 'aucun titre')],
  ['9.2', host('`header`, `nav`, `main` ; le composant n’ajoute ni `main` ni `h1`')],
  ['9.3', only('listes', test('valid'), 'aucune liste')],
  ['9.4', only('récit', ask('un récit peut citer sans que le portail le dise'), 'aucune citation')],
  ['10.1', test('valid')],
  [
    '10.2',
    ask('les lettres des repères de la carte sont du contenu CSS ; leur nom est dans `aria-label`'),
  ],
  [
    '10.3',
    ask('l’ordre des commandes est testé au clavier (A-04), pas la compréhension du contenu'),
  ],
  ['10.4', test('reflow')],
  [
    '10.5',
    seen(
      'l’habillage « plain » prend les deux à la page ; « dsfr » et « caue » déclarent les deux',
      SOURCES,
    ),
  ],
  ['10.6', only('liens', test('axe'), 'aucun lien')],
  ['10.7', test('keyboard', 'rings')],
  ['10.8', test('axe', 'keyboard')],
  ['10.9', seen('chaque repère a son mot ou son nom')],
  ['10.10', ask('dépend des textes du portail')],
  ['10.11', test('reflow')],
  ['10.12', test('reflow')],
  ['10.13', none('aucun contenu n’apparaît au survol ni au focus')],
  ['10.14', none('aucun contenu n’apparaît par CSS seul')],
  ['11.1', only('champs', test('axe'), 'aucun champ')],
  ['11.2', only('champs', seen('chaque étiquette dit ce que l’on y met'), 'aucun champ')],
  [
    '11.3',
    only(
      'champs',
      seen('une même fonction a un même mot : ils viennent du même catalogue', SOURCES),
      'aucun champ',
    ),
  ],
  ['11.4', only('champs', seen('étiquettes au-dessus ou devant leur champ'), 'aucun champ')],
  [
    '11.5',
    only(
      'champs',
      seen('`fieldset` pour les facettes, les familles et le lieu', SOURCES),
      'aucun champ',
    ),
  ],
  ['11.6', only('champs', seen('chaque `fieldset` a sa `legend`', SOURCES), 'aucun champ')],
  ['11.7', only('champs', seen('la légende nomme la facette ou la question'), 'aucun champ')],
  ['11.8', only('champs', none('peu de choix, d’une seule nature'), 'aucun champ')],
  ['11.9', only('boutons', test('axe'), 'aucun bouton')],
  ['11.10', only('formulaire', test('form'), 'aucune saisie contrôlée')],
  [
    '11.11',
    only(
      'formulaire',
      ask('les phrases d’erreur disent comment corriger ; leur justesse se lit'),
      'aucune saisie contrôlée',
    ),
  ],
  [
    '11.12',
    only(
      'formulaire',
      none('rien de juridique ni de financier ; l’envoi se retire par son reçu'),
      'aucun envoi',
    ),
  ],
  [
    '11.13',
    only(
      'formulaire',
      seen('`autocomplete="name"` au nom', SOURCES),
      'aucun champ sur la personne',
    ),
  ],
  ['12.1', host('la navigation du site')],
  ['12.2', host('la navigation du site')],
  ['12.3', host('la navigation du site')],
  ['12.4', host('la navigation du site')],
  ['12.5', host('la navigation du site')],
  ['12.6', host('les zones de la page')],
  ['12.7', host('le lien d’évitement ; la carte a le sien')],
  ['12.8', test('keyboard', 'focusKept')],
  ['12.9', test('keyboard')],
  ['12.10', seen('touches actives seulement dans le composant qui a le focus', SOURCES)],
  ['12.11', none('aucun contenu n’apparaît au survol ni au focus')],
  ['13.1', none('aucune limite de temps ni rafraîchissement')],
  ['13.2', test('windows')],
  ['13.3', only('documents', ask(DOC), 'aucun document')],
  ['13.4', only('documents', ask(DOC), 'aucun document')],
  ['13.5', none('aucun contenu cryptique')],
  ['13.6', none('aucun contenu cryptique')],
  ['13.7', test('rest')],
  ['13.8', test('rest')],
  ['13.9', seen('aucune feuille de style ni aucun script ne regarde l’orientation', SOURCES)],
  ['13.10', only('gestes', test('keyboard'), 'aucun geste complexe')],
  ['13.11', seen('les actions sont des `click`, au relâchement', SOURCES)],
  ['13.12', none('aucun capteur de mouvement')],
]);
