import {formatCount} from '../../i18n/fr/core.js';

/** Number, formatted or not; or a text such as `—` if there is none. */
type MessageValue = string | number;

const count = (n: number, one: string, other: string): string =>
  formatCount(n, String(n), one, other);

const EXPECTED = {
  latitude: 'nombre entre -90 et 90',
  longitude: 'nombre entre -180 et 180',
  place: 'lieu comme « 50.1003, 3.6347 »',
  date: 'date avec son année, comme 2016, 2016-10, 01/10/2016 ou « 31 mars 2003 »',
  link: 'lien (https, http, mailto, tel)',
  picture: 'adresse https',
  email: 'adresse électronique comme mairie@exemple.fr',
  colour: 'couleur comme #8a2432',
  number: 'nombre',
  amount: 'nombre positif',
  euros: 'montant en euros, comme 12 000 €',
  percent: 'nombre de 0 à 100',
  whole: 'nombre entier',
  code: 'texte ou nombre entier',
  text: 'texte',
  list: 'liste de valeurs séparées par « ; »',
};

const REQUIRED_FIELDS = {id: 'un identifiant', name: 'un nom', period: 'une date'};

/** Messages of the tools: command line, conversion of files, snippets. No widget contains them. */
export const fr = {
  check: {
    title: (address: string) => `Vérification de ${address}`,
    allWell: 'Aucun problème trouvé.',
    toFix: (n: number) => `À corriger ou à améliorer : ${count(n, 'point', 'points')}`,
    interregManual:
      'Le manuel de votre programme décide : il peut demander davantage. Cette vérification se limite à ce que le règlement demande.',
    sameAs: (n: number) => `les mêmes lignes qu’au point ${n}`,
  },
  conversion: {
    recordCount: (n: number) => count(n, 'fiche', 'fiches'),
    errorCount: (n: number) => count(n, 'erreur', 'erreurs'),
    warningCount: (n: number) => count(n, 'avertissement', 'avertissements'),
    entry: (position: number) => `fiche ${position}`,
  },
  diagnostics: {
    // The `portal` command and the configurator: reading a file.
    unreadable: (type: keyof typeof EXPECTED, got: string) =>
      `attendu : ${EXPECTED[type]} ; trouvé : ${got}`,
    projectedCoordinates: (got: string) =>
      `${got} est une distance en mètres d’un système inconnu : exportez latitude et longitude en degrés (WGS 84)`,
    readAsMetres: (system: string) =>
      `coordonnées en mètres, lues en ${system} : vérifiez un lieu sur la carte`,
    halfCoordinates: () => 'il manque l’autre moitié des coordonnées',
    zeroCoordinates: () => '0, 0 est dans le golfe de Guinée : la fiche n’a pas de coordonnées',
    missingField: (field: keyof typeof REQUIRED_FIELDS) =>
      `fiche ignorée : il manque ${REQUIRED_FIELDS[field]}`,
    notARecord: (got: string) => `${got} n’est pas une fiche`,
    unusedColumn: (n: number) =>
      `colonne inconnue, ${count(n, 'valeur ignorée', 'valeurs ignorées')} : associez-la à un champ (« fields ») ou ignorez-la (« ignore »)`,
    unfitColumn: (n: number, field: string, got: string) =>
      `${count(n, 'valeur ignorée', 'valeurs ignorées')} : le nom de la colonne désigne « ${field} », mais pas ses valeurs, par exemple ${got}`,
    unknownField: (collection: string, field: string) =>
      `« fields » : ${collection} n’a pas de champ « ${field} »`,
    duplicateColumn: (n: number, other: string) =>
      `${count(n, 'valeur ignorée', 'valeurs ignorées')} : la colonne « ${other} » est lue à leur place`,
    cellBeyondHeadings: (got: string) => `${got} n’est sous aucun titre de colonne`,
    shortRow: (n: number, headings: MessageValue) =>
      `${count(n, 'cellule', 'cellules')} sur cette ligne, pour ${headings} titres de colonne`,
    unclosedQuote: () =>
      'un guillemet est ouvert ici et n’est jamais fermé : la suite du fichier est dans cette cellule',
    strayQuote: () => 'un guillemet dans cette cellule n’est pas doublé',
    formulaError: (got: string) => `la formule a échoué : ${got}`,
    uncomputedFormula: () =>
      'le résultat de la formule n’est pas enregistré : ouvrez le classeur dans un tableur et enregistrez-le',
    aboveHeadings: (n: number, got: string) =>
      `${count(n, 'ligne', 'lignes')} au-dessus des titres de colonne, sans effet : ${got}`,
    secondTable: (got: string) => `second tableau à partir de ${got}, non lu : déplacez-le`,
    totalRow: (got: string) => `ligne de total ou de mois, ignorée : ${got}`,
    noHeadings: (got: string) =>
      `cette ligne est lue comme titres de colonne, mais contient ${got} : ajoutez une ligne de titres au-dessus`,
    loneCell: (got: string) => `seule ${got} est remplie : supprimez un intertitre ou une note`,
    unknownSheet: (n: number, names: string) =>
      `feuille au nom inconnu, ${count(n, 'ligne ignorée', 'lignes ignorées')} : donnez-lui un nom connu (${names}) ou ignorez-la (« ignore »)`,
    unknownReference: (got: string, collection: string) =>
      `${got} n’est ni un identifiant ni un titre de « ${collection} »`,
    unreadSheet: (n: number) =>
      `cette feuille n’est pas lue (${count(n, 'ligne', 'lignes')}) : choisissez une feuille avec « sheet »`,
    duplicateId: (got: string, given: string) =>
      `une fiche plus haut a déjà l’identifiant ${got} : celle-ci reçoit « ${given} »`,
    noTitle: () => 'cette fiche n’a pas de titre',
    noTitleColumn: () => 'aucune fiche n’a de titre : indiquez sa colonne avec « fields »',
    invalidCommuneCode: (n: number, got: string) =>
      `${count(n, 'code', 'codes')} sans commune, le premier : ${got}`,
    lostZero: (got: string, given: string) =>
      `${got} est lu ${given} : un tableur a probablement supprimé le zéro initial`,
    severalLinks: (given: string) => `plusieurs adresses : seule ${given} est conservée`,
    bareLink: (given: string) => `lu comme ${given}`,
    misdecodedText: (n: number, got: string) =>
      `caractères altérés dans ${count(n, 'cellule', 'cellules')}, la première : ${got}. Un programme a lu ce texte dans un mauvais encodage`,
    titlesInCapitals: (n: number) =>
      `${n} titres en capitales : écrivez-les en minuscules accentuées, plus faciles à lire`,
    htmlInText: (n: number) =>
      `du HTML dans ${count(n, 'cellule', 'cellules')} : converti en texte simple`,
    swappedCoordinates: (n: number) =>
      `${count(n, 'lieu serait', 'lieux seraient')} dans cette zone si latitude et longitude étaient inversées\u00a0: vérifiez les coordonnées`,
    coordinateOrder: (order: 'lat-lon' | 'lon-lat') =>
      order === 'lat-lon'
        ? 'coordonnées lues dans l’ordre latitude, longitude : dans l’autre ordre, toutes seraient hors d’Europe et de l’outre-mer français'
        : 'coordonnées lues dans l’ordre longitude, latitude : dans l’autre ordre, toutes seraient hors d’Europe et de l’outre-mer français',
    reducedShapes: (n: number) =>
      `${count(n, 'ligne ou surface', 'lignes ou surfaces')} : le portail en conserve un point. Une couche de la carte peut les afficher, à partir de GeoJSON`,
    invalidFields: (got: string) => `« fields » : ${got}`,
    missingColumn: (got: string) => `« fields » indique « ${got} », qui n’est dans aucune fiche`,
    invalidMetadata: (option: string, got: string) => `« ${option} » : ${got} n’est pas valide`,
    protectedPosts: (n: number) =>
      count(
        n,
        'article protégé par un mot de passe ignoré',
        'articles protégés par un mot de passe ignorés',
      ),
    noFile: (name: string) => `le fichier ${name} n’existe pas`,
    fileIsFolder: (name: string) => `${name} est un dossier : indiquez un fichier`,
    fileForbidden: (name: string) => `la lecture de ${name} est interdite : vérifiez ses droits`,
    otherFormat: (format: string, kind: string) =>
      `le contenu est au format ${format} : indiquez « ${kind} »`,
    unreadFormat: (format: string) =>
      `le contenu est au format ${format}, que les composants ne lisent pas`,
    unreadFormatOf: (format: string, target: string) =>
      `le contenu est au format ${format}, que les composants ne lisent pas : convertissez-le en ${target}`,
    unreadableFile: (reason: string) => `illisible : ${reason}`,
    malformedJson: (line: MessageValue) => `JSON mal formé à la ligne ${line}`,
    malformedText: (position: MessageValue) => `le texte ${position} de la suite est mal formé`,
    otherContent: (format: string) => `le contenu n’est pas au format ${format}`,
    tooLong: () => 'le fichier est trop long',
    noRecordList: () => 'le fichier ne contient pas de liste de fiches',
    severalLists: (lists: string) =>
      `le fichier contient plusieurs listes (${lists}) : ajoutez celle des fiches au nom du fichier, ou ne gardez qu’elle`,
    protectedWorkbook: () =>
      'ce classeur est protégé par un mot de passe : enregistrez-le sans mot de passe',
    damagedWorkbook: () => 'ce classeur est abîmé, ou n’en est pas un',
    invalidGeometry: () => 'tracé mal formé : la fiche n’est pas sur la carte',
    otherEntries: (n: MessageValue, total: MessageValue) =>
      `entrées qui ne sont pas des fiches, ignorées : ${n} sur ${total}`,
    missingEntries: (n: MessageValue, total: MessageValue) =>
      `entrées présentes dans le fichier : ${n} sur ${total}. Exportez-les toutes`,
    firstOnly: (n: MessageValue) => `seules les ${n} premières entrées sont lues`,
    privateEvents: (n: number) => count(n, 'événement privé ignoré', 'événements privés ignorés'),
    undatedEvent: (got: string) => `événement ${got} ignoré : il n’a pas de date`,
    malformedEvent: (got: string) => `événement ${got} ignoré : il est mal formé`,
    unreadRule: (got: string) =>
      `événement ${got} : sa règle de répétition n’est pas lue en entier`,
    hugeArchive: (megabytes: number) =>
      `ce classeur compressé contient ${megabytes} Mo ou plus : il est abîmé, ou fait pour remplir la mémoire`,
    tooManyCells: (cells: number) =>
      `une feuille s’étend sur ${cells} cellules : une cellule est remplie loin du tableau. Supprimez les colonnes à sa droite et les lignes au-dessous, puis enregistrez`,
    repeatedRow: (sheet: string, row: number, times: number) =>
      `feuille « ${sheet} » : la ligne ${row} se répète plus de ${times} fois. Supprimez ses copies, puis enregistrez`,
    nestedTooDeep: (levels: number) =>
      `des listes ou des objets sont imbriqués sur plus de ${levels} niveaux : vérifiez le programme qui a écrit ce fichier`,
    missingSheet: (got: string, sheets: string) => `aucune feuille ${got} ; il y a ${sheets}`,
    empty: () => 'aucune fiche trouvée',

    // The `check` command: problems.
    unreachable: (reason: string) =>
      `aucune réponse (${reason}) : vérifiez l’adresse, et que le serveur est accessible publiquement`,
    insecure: () =>
      'adresse en http : une page en https ne peut pas la lire. Ouvrez le service en https',
    redirectInsecure: (to: string) =>
      `la réponse redirige vers une adresse en http, que les navigateurs refusent : ${to}`,
    redirectLoop: () => 'trop de redirections',
    redirected: (to: string) =>
      `l’adresse redirige : indiquez l’adresse finale dans les composants, ${to}`,
    certificateOver: (date: string) => `le certificat a expiré le ${date} : renouvelez-le`,
    certificateBad: (reason: string) =>
      `le certificat est refusé par les navigateurs (${reason}) : il faut une chaîne complète, d’une autorité reconnue, au nom de cet hôte`,
    certificateSoon: (days: MessageValue, date: string) =>
      `le certificat expire dans ${days} jours, le ${date} : vérifiez son renouvellement automatique`,
    corsNone: () =>
      'aucun autre site ne peut lire cette réponse : il manque l’en-tête Access-Control-Allow-Origin',
    corsTwice: (got: string) =>
      `l’en-tête Access-Control-Allow-Origin a plusieurs valeurs (${got}), que les navigateurs refusent : l’application et le serveur l’ajoutent probablement tous les deux`,
    corsEcho: () =>
      'Access-Control-Allow-Origin reprend le site demandeur : les navigateurs refusent une copie en cache sur un autre site. Utilisez la valeur *',
    corsOther: (got: string) =>
      `Access-Control-Allow-Origin vaut ${got} : les autres sites ne peuvent pas lire la réponse. Utilisez la valeur *`,
    notExposed: () =>
      'il manque l’en-tête Access-Control-Expose-Headers, avec Retry-After : les composants ne peuvent pas savoir quand réessayer',
    preflight: (status: MessageValue) =>
      `OPTIONS sur les contributions répond ${status} sans permettre POST et Idempotency-Key : les contributions depuis un autre site sont impossibles`,
    status: (status: MessageValue) => `la réponse a le statut ${status} au lieu de 200`,
    html: () =>
      'la réponse est une page HTML et non des données : ce n’est pas l’adresse d’une API, ou le serveur affiche une erreur',
    notUtf8: () => 'le texte n’est pas en UTF-8 : les accents seraient perdus',
    charset: (got: string) => `l’en-tête Content-Type annonce ${got} : JSON est toujours en UTF-8`,
    contentType: (got: string) => `l’en-tête Content-Type vaut ${got} au lieu de application/json`,
    notJson: (reason: string) => `la réponse n’est pas du JSON : ${reason}`,
    notCompressed: (size: MessageValue) => `la réponse n’est pas compressée (${size} ko)`,
    heavy: (size: MessageValue) =>
      `la réponse pèse ${size} Mo pendant le transfert : réduisez-la, ou utilisez une API avec des pages`,
    slow: (seconds: string) => `la réponse prend ${seconds} s`,
    noCacheControl: () =>
      'il manque l’en-tête Cache-Control : les navigateurs ne peuvent pas savoir combien de temps conserver la réponse',
    noStore: () =>
      'Cache-Control (no-store) empêche la mise en cache : chaque visite recharge tout',
    noEtag: () =>
      'il manque l’en-tête ETag (ou Last-Modified) : une réponse inchangée est renvoyée en entier',
    noRevalidation: (status: MessageValue) =>
      `une réponse inchangée est renvoyée avec le statut ${status} au lieu de 304`,
    noCollection: (known: string) =>
      `aucune collection ne répond à cette adresse : ce n’est pas une API de portail. Attendu sous cette adresse : ${known}`,
    noDocument: (known: string) => `ce document n’a aucune des collections d’un portail : ${known}`,
    noList: (collection: string) => `${collection} n’est pas une liste`,
    noItems: (collection: string) => `${collection} : la réponse n’a pas de liste items`,
    version: (got: string) => `version vaut ${got} au lieu de « 1 »`,
    noTotal: (collection: string) =>
      `${collection} : il manque total, le nombre de fiches sur toutes les pages`,
    totalWrong: (collection: string, total: MessageValue, counted: MessageValue) =>
      `${collection} : total vaut ${total} fiches, mais les pages en contiennent ${counted}`,
    record: (fault: string) => `valeur non valide : ${fault}`,
    moreRecords: (collection: string, more: MessageValue) =>
      `${collection} : et ${more} autres valeurs non valides`,
    dropped: (collection: string, dropped: MessageValue) =>
      `${collection} : fiches non valides, qui ne seraient pas affichées : ${dropped}`,
    nextElsewhere: (next: string) => `next mène à une autre origine et n’est pas suivi : ${next}`,
    nextBroken: (next: string, status: MessageValue) =>
      `la page suivante répond ${status} : ${next}`,
    noRecord: (status: MessageValue) =>
      `une fiche n’est pas disponible à sa propre adresse (statut ${status})`,
    notFound: (status: MessageValue) =>
      `l’adresse d’une fiche qui n’existe pas répond ${status} au lieu de 404`,
    foolish: (question: string, status: MessageValue) =>
      `une requête incorrecte (${question}) reçoit ${status} au lieu de 400`,
    noProblem: (got: string) =>
      `l’erreur est envoyée en ${got} au lieu de application/problem+json avec une raison dans detail`,
    unknownRefused: (status: MessageValue) =>
      `un paramètre inconnu reçoit ${status} : il doit être ignoré`,
    refused: (collection: string, parameter: string) =>
      `${collection} : le paramètre ${parameter} est refusé`,
    ignored: (collection: string, parameter: string, value: string, strays: MessageValue) =>
      `${collection} : ${parameter}=${value} renvoie des fiches qui ne correspondent pas (${strays})`,
    differs: (
      collection: string,
      parameter: string,
      value: string,
      total: MessageValue,
      wanted: MessageValue,
    ) => `${collection} : ${parameter}=${value} renvoie ${total} fiches au lieu de ${wanted}`,
    limitIgnored: (collection: string) => `${collection} : limit n’est pas respecté`,
    pageIgnored: (collection: string) =>
      `${collection} : page n’est pas respecté, la page 2 est identique à la première`,
    sortIgnored: (collection: string, order: string) =>
      `${collection} : sort=${order} ne renvoie pas cet ordre`,
    facetMissing: (collection: string, facet: string) =>
      `${collection} : la facette ${facet} manque`,
    facetDiffers: (collection: string, facet: string) =>
      `${collection} : la facette ${facet} ne correspond pas aux fiches`,
    noRecords: () => 'aucune fiche à afficher',
    numericTitles: (collection: string) =>
      `${collection} : tous les titres sont des nombres : prenez une autre colonne pour titre, par fields dans une source`,
    noTitles: () => 'aucune fiche n’a de titre : indiquez le champ avec fields, « title : nom »',
    told: (line: string) => `message du composant, en anglais : ${line}`,
    sourceFailed: (reason: string) => `illisible : ${reason}`,
    noRange: (status: MessageValue) =>
      `le fichier ne peut pas être lu par parties (statut ${status} au lieu de 206) : le serveur doit accepter Range`,
    noTiles: () => 'ce fichier n’est pas un fichier .pmtiles',

    // The `check` command: checks that have passed.
    certificate: (days: MessageValue, date: string) =>
      `certificat valable encore ${days} jours, jusqu’au ${date}`,
    answers: (ms: MessageValue, size: MessageValue) => `répond en ${ms} ms, ${size} ko transférés`,
    cached: () => 'une réponse inchangée n’est pas renvoyée (304)',
    collection: (collection: string, total: MessageValue) =>
      `${collection} : fiches lues, ${total}`,
    questions: (collection: string) =>
      `${collection} : recherche, filtres, pages, tris, facettes et erreurs vérifiés`,
    records: (total: MessageValue) => `fiches : ${total}`,
    field: (name: string, filled: MessageValue, total: MessageValue) =>
      `${name} : ${filled} sur ${total}`,
    noField: (names: string) => `non trouvés, à indiquer avec fields s’ils existent : ${names}`,
    ranges: () => 'le fichier peut être lu par parties',
    widgets: (nouns: string) => `composants trouvés : ${nouns}`,
    // Duties of a partner of an Interreg project.
    interregNoStatement: () =>
      'la mention du soutien manque : « Cofinancé par l’Union européenne », en toutes lettres à côté du drapeau (règlement (UE) 2021/1060, annexe IX)',
    interregOtherLanguage: (language: string, statement: string) =>
      `la mention du soutien n’est pas dans la langue de la page (${language}) : « ${statement} » (règlement (UE) 2021/1060, annexe IX)`,
    interregNoEmblem: () =>
      'le drapeau de l’Union européenne manque, ou n’a pas de texte alternatif qui le nomme (règlement (UE) 2021/1060, annexe IX)',
    interregPageNoAims: () =>
      'la page ne présente pas les objectifs du projet (règlement (UE) 2021/1059, article 36, paragraphe 4)',
    interregPageNoResults: () =>
      'la page ne présente pas les résultats du projet (règlement (UE) 2021/1059, article 36, paragraphe 4)',
    interregNoDescription: (project: string) =>
      `${project} : pas de brève description, champ description (règlement (UE) 2021/1059, article 36, paragraphe 4)`,
    interregNoAims: (project: string) =>
      `${project} : pas d’objectifs, champ aims (règlement (UE) 2021/1059, article 36, paragraphe 4)`,
    interregNoResults: (project: string) =>
      `${project} : pas de résultats, champ results (règlement (UE) 2021/1059, article 36, paragraphe 4)`,
    interregNoSupport: (project: string) =>
      `${project} : le soutien financier n’est pas indiqué, champs budget.eu ou budget.rate (règlement (UE) 2021/1059, article 36, paragraphe 4)`,
    interregNoProgramme: (project: string) =>
      `${project} : le programme est inconnu, sa mention et son logo ne peuvent pas être affichés (règlement (UE) 2021/1059, article 36, paragraphe 4)`,
    interregNoPartners: (project: string) =>
      `${project} : ni chef de file ni partenaires (information sur l’opération : règlement (UE) 2021/1059, article 36, paragraphe 4)`,
    interregNoProject: () => 'aucun projet d’un programme de 2021–2027 dans ces données',
    interregUnreadable: () => 'ni une page, ni un fichier JSON de portail',
    interregStatementFound: () =>
      'la mention du soutien est présente, ou affichée par un composant',
    interregWidget: () => 'un composant affiche la mention et le drapeau de chaque projet soutenu',
    interregStatementInAlt: () =>
      'la mention n’est que dans le texte alternatif d’une image : vérifiez qu’elle se lit aussi dans l’image, en toutes lettres (règlement (UE) 2021/1060, annexe IX)',
    interregFrame: () =>
      'la page contient un cadre, dont le contenu n’est pas examiné : vérifiez aussi son adresse avec cette commande',
    interregEmblemRules: () =>
      'à vérifier à l’œil : le drapeau n’est ni modifié ni fondu dans un autre logo, il est au moins aussi grand que les autres, en bleu réflexe, en noir ou en blanc (règlement (UE) 2021/1060, annexe IX)',
    interregDocuments: () =>
      'les documents et les supports destinés au public portent aussi la mention du soutien (règlement (UE) 2021/1059, article 36, paragraphe 4)',
    interregOnSite: () =>
      'sur place : une plaque ou un panneau durable pour un investissement matériel ou un équipement de plus de 100 000 € de coût total, sinon au moins une affiche A3 ou plus grande, ou un affichage électronique ; au-delà de 5 millions d’euros, une action ou activité de communication (règlement (UE) 2021/1059, article 36, paragraphe 4)',
    interregProjects: (total: MessageValue, concerned: MessageValue) =>
      `projets lus : ${total}, dont ${concerned} d’un programme de 2021–2027`,
    interregPlaque: (project: string) =>
      `${project} : plus de 100 000 € de coût total : plaque ou panneau durable pour un investissement matériel ou un équipement, sinon une affiche A3 ou plus grande, ou un affichage électronique (règlement (UE) 2021/1059, article 36, paragraphe 4)`,
    interregPoster: (project: string) =>
      `${project} : au moins une affiche A3 ou plus grande, ou un affichage électronique (règlement (UE) 2021/1059, article 36, paragraphe 4)`,
    interregEvent: (project: string) =>
      `${project} : plus de 5 millions d’euros : une action ou activité de communication (règlement (UE) 2021/1059, article 36, paragraphe 4)`,

    // Snippets, in a page or pasted into the configurator.
    noSnippet: () => 'ce texte ne contient aucun des composants',
    noWidget: () =>
      'cette page n’a aucun composant : l’éditeur ou un filtre l’a supprimé, ou un script l’ajoute plus tard',
    unknownWidget: (used: string, suggestion?: string) =>
      `aucun composant ne s’appelle « ${used} »${suggestion ? ` : écrivez « ${suggestion} »` : ''}`,
    unknownAttribute: (used: string, suggestion?: string) =>
      `l’attribut « ${used} » n’existe pas${suggestion ? ` : écrivez « ${suggestion} »` : ''}`,
    badValue: (attribute: string, used: string, expected: string, suggestion?: string) =>
      `${attribute} : « ${used} » n’est pas valide ; attendu : ${expected}${suggestion ? ` ; écrivez « ${suggestion} »` : ''}`,
    badNumber: (attribute: string, used: string, min: number, max?: number, suggestion?: string) =>
      `${attribute} : « ${used} » n’est pas valide ; indiquez un nombre ${max === undefined ? `à partir de ${min}` : `de ${min} à ${max}`}${suggestion ? ` ; écrivez « ${suggestion} »` : ''}`,
    repeated: (got: string) =>
      `« ${got} » est indiqué plusieurs fois : n’en gardez qu’un, sinon un cadre n’affiche rien`,
    movingAddress: (got: string) =>
      `la version à l’adresse ${got} peut changer : indiquez un numéro de version complet`,
    noHash: () =>
      'le script n’a pas d’attribut « integrity » : ajoutez l’empreinte de sri.json, pour qu’un fichier modifié ne soit pas exécuté',
    mangled: () =>
      'l’éditeur a changé des guillemets ou échappé deux fois des caractères : collez l’extrait en mode HTML, avec des guillemets droits',
    repaired: () =>
      'un éditeur a changé les guillemets ou les chevrons ; l’extrait ci-dessous a été corrigé',
    relativeAddress: (used: string) =>
      `l’adresse « ${used} » dépend de la page où elle est collée : écrivez l’adresse complète, avec https://`,
    badJson: (reason: string) => `ce texte n’est pas du JSON : ${reason}`,
    notRecords: () => 'attendu : une liste de fiches, ou un document avec des collections',
    removedFromTemplate: (used: string) => `${used} est retiré du modèle`,
    templateWithoutTitle: () =>
      'le modèle n’affiche pas le titre : ajoutez data-field="title", ou <a data-field="url">',
    notSentences: () => 'attendu : un objet JSON, avec une phrase par clé',
    unknownSentence: (key: string, suggestion?: string) =>
      `${key} n’est pas une phrase de l’interface${suggestion ? ` : écrivez ${suggestion}` : ''}`,
    sentenceNotText: (key: string) => `${key} doit être un texte`,
    sentenceNotForms: (key: string) =>
      `${key} doit être un texte, ou un texte par forme du pluriel, dont other`,
    emptySentence: (key: string) => `${key} est vide`,
    unknownPlaceholder: (key: string, used: string, allowed: string) =>
      `${key} n’a pas de {${used}}${allowed ? `, mais ${allowed}` : ''}`,
    missingPlaceholder: (key: string, name: string) => `${key} doit contenir {${name}}`,
    several: (n: number) => `il y a ${n} composants : seul le premier est lu`,
  },
};
