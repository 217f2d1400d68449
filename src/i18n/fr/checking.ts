import {formatCount} from './core.js';

/** Messages of the `check` command: problems found, and tests passed. */
export const checking = {
  title: (address: string) => `Examen de ${address}`,
  allWell: 'Tout va bien.',
  toFix: (n: number, faults: string) =>
    `À corriger ou à améliorer : ${formatCount(n, faults, 'point', 'points')}`,
  sameAs: (first: string) => `les mêmes lignes qu’au point ${first}`,
  faults: {
    unreachable: (reason: string) =>
      `aucune réponse (${reason}) : vérifiez l’adresse et que le serveur est ouvert à tous`,
    insecure: () =>
      'adresse en http : une page en https ne peut pas la lire. Ouvrez le service en https',
    redirectInsecure: (to: string) =>
      `la réponse renvoie vers une adresse en http, que le navigateur refuse : ${to}`,
    redirectLoop: () => 'trop de renvois d’une adresse à l’autre',
    redirected: (to: string) =>
      `l’adresse renvoie ailleurs : donnez aux composants l’adresse finale, ${to}`,
    certificateOver: (date: string) => `le certificat a expiré le ${date} : renouvelez-le`,
    certificateBad: (reason: string) =>
      `le certificat est refusé par les navigateurs (${reason}) : il faut une chaîne complète, d’une autorité reconnue, au nom de cet hôte`,
    certificateSoon: (days: string, date: string) =>
      `le certificat expire dans ${days} jours, le ${date} : vérifiez son renouvellement automatique`,
    corsNone: () =>
      'aucun autre site ne peut lire cette réponse : il manque l’en-tête Access-Control-Allow-Origin',
    corsTwice: (got: string) =>
      `l’en-tête Access-Control-Allow-Origin a plusieurs valeurs (${got}), que le navigateur refuse : l’application et le serveur l’ajoutent sans doute tous deux`,
    corsEcho: () =>
      'Access-Control-Allow-Origin reprend le site qui demande : une copie en cache est refusée au site suivant. La valeur voulue est *',
    corsOther: (got: string) =>
      `Access-Control-Allow-Origin vaut ${got} : les autres sites ne peuvent pas lire. La valeur voulue est *`,
    notExposed: () =>
      'il manque l’en-tête Access-Control-Expose-Headers, avec Retry-After : un composant ne sait pas quand revenir',
    preflight: (status: string) =>
      `OPTIONS sur les contributions répond ${status} sans permettre POST et Idempotency-Key : personne ne peut contribuer depuis un autre site`,
    status: (status: string) => `la réponse a le statut ${status} au lieu de 200`,
    html: () =>
      'la réponse est une page HTML et non des données : ce n’est pas l’adresse d’une API, ou le serveur affiche une erreur',
    notUtf8: () => 'le texte n’est pas en UTF-8 : les accents seraient perdus',
    charset: (got: string) => `l’en-tête Content-Type annonce ${got} : JSON est toujours en UTF-8`,
    contentType: (got: string) => `l’en-tête Content-Type vaut ${got} au lieu de application/json`,
    notJson: (reason: string) => `la réponse n’est pas du JSON : ${reason}`,
    notCompressed: (size: string) => `la réponse n’est pas compressée (${size} ko)`,
    heavy: (size: string) =>
      `la réponse pèse ${size} Mo sur la ligne : allégez-la, ou passez par une API qui pagine`,
    slow: (seconds: string) => `la réponse prend ${seconds} s`,
    noCacheControl: () =>
      'il manque l’en-tête Cache-Control : le navigateur ne sait pas combien de temps garder la réponse',
    noStore: () => 'Cache-Control interdit toute copie (no-store) : chaque visite redemande tout',
    noEtag: () =>
      'il manque l’en-tête ETag (ou Last-Modified) : une réponse inchangée est renvoyée tout entière',
    noRevalidation: (status: string) =>
      `une réponse inchangée est renvoyée avec le statut ${status} au lieu de 304`,
    noCollection: (known: string) =>
      `aucune collection ne répond à cette adresse : ce n’est pas une API de portail. Attendu sous elle : ${known}`,
    noDocument: (known: string) => `ce document n’a aucune des collections d’un portail : ${known}`,
    noList: (collection: string) => `${collection} n’est pas une liste`,
    noItems: (collection: string) => `${collection} : la réponse n’a pas de liste items`,
    version: (got: string) => `version vaut ${got} au lieu de « 1 »`,
    noTotal: (collection: string) =>
      `${collection} : il manque total, le nombre de fiches sur toutes les pages`,
    totalWrong: (collection: string, total: string, counted: string) =>
      `${collection} : total annonce ${total} fiches, et les pages en donnent ${counted}`,
    record: (fault: string) => `valeur inutilisable : ${fault}`,
    moreRecords: (collection: string, more: string) =>
      `${collection} : et ${more} autres valeurs inutilisables`,
    dropped: (collection: string, dropped: string) =>
      `${collection} : fiches inutilisables, qui ne seraient pas montrées : ${dropped}`,
    nextElsewhere: (next: string) => `next mène à une autre origine et n’est pas suivi : ${next}`,
    nextBroken: (next: string, status: string) => `la page suivante répond ${status} : ${next}`,
    noRecord: (status: string) => `une fiche n’est pas à son adresse (statut ${status})`,
    notFound: (status: string) =>
      `l’adresse d’une fiche qui n’existe pas répond ${status} au lieu de 404`,
    foolish: (question: string, status: string) =>
      `une question sans sens (${question}) reçoit ${status} au lieu de 400`,
    noProblem: (got: string) =>
      `l’erreur vient en ${got} au lieu de application/problem+json, avec une raison dans detail`,
    unknownRefused: (status: string) =>
      `un paramètre inconnu reçoit ${status} : il doit être ignoré`,
    refused: (collection: string, parameter: string) =>
      `${collection} : le paramètre ${parameter} est refusé`,
    ignored: (collection: string, parameter: string, value: string, strays: string) =>
      `${collection} : ${parameter}=${value} donne des fiches qui n’y répondent pas (${strays})`,
    differs: (
      collection: string,
      parameter: string,
      value: string,
      total: string,
      wanted: string,
    ) => `${collection} : ${parameter}=${value} donne ${total} fiches au lieu de ${wanted}`,
    limitIgnored: (collection: string) => `${collection} : limit n’est pas respecté`,
    pageIgnored: (collection: string) =>
      `${collection} : page n’est pas respecté, la page 2 est comme la première`,
    sortIgnored: (collection: string, order: string) =>
      `${collection} : sort=${order} ne donne pas cet ordre`,
    facetMissing: (collection: string, facet: string) =>
      `${collection} : la facette ${facet} manque`,
    facetDiffers: (collection: string, facet: string) =>
      `${collection} : la facette ${facet} ne compte pas ce que donnent les fiches`,
    noRecords: () => 'aucune fiche à montrer',
    noTitles: () => 'aucune fiche n’a de titre : nommez le champ avec fields, « title : nom »',
    told: (line: string) => line,
    sourceFailed: (reason: string) => `illisible : ${reason}`,
    noRange: (status: string) =>
      `le fichier ne se lit pas par morceaux (statut ${status} au lieu de 206) : le serveur doit accepter Range`,
    noTiles: () => 'ce fichier n’est pas un .pmtiles',
    noWidget: () =>
      'cette page n’a aucun composant : l’éditeur ou un filtre l’a retiré, ou un script le met plus tard',
    unknownWidget: (got: string, meant: string) =>
      `aucun composant ne s’appelle « ${got} »${meant && ` : écrivez « ${meant} »`}`,
    unknownAttribute: (got: string, meant: string) =>
      `l’attribut « ${got} » n’existe pas${meant && ` : écrivez « ${meant} »`}`,
    badValue: (attribute: string, got: string, expected: string, meant: string) =>
      `${attribute} : « ${got} » ne convient pas ; attendu : ${expected}${meant && ` ; écrivez « ${meant} »`}`,
    repeated: (got: string) =>
      `« ${got} » est donné plusieurs fois : n’en gardez qu’un, un cadre n’affiche rien sinon`,
    movingAddress: (got: string) =>
      `l’adresse ${got} peut changer de version toute seule : nommez une version entière`,
    noHash: () =>
      'le script est sans « integrity » : ajoutez l’empreinte que donne sri.json, pour qu’un fichier altéré ne soit pas exécuté',
    mangled: () =>
      'l’éditeur a changé des guillemets, ou échappé deux fois des signes : collez l’extrait en mode HTML, avec des guillemets droits',
  },
  merits: {
    certificate: (days: string, date: string) =>
      `certificat valable encore ${days} jours, jusqu’au ${date}`,
    answers: (ms: string, size: string) => `répond en ${ms} ms, ${size} ko sur la ligne`,
    cached: () => 'une réponse inchangée n’est pas renvoyée (304)',
    collection: (collection: string, total: string) => `${collection} : fiches lues, ${total}`,
    questions: (collection: string) =>
      `${collection} : recherche, filtres, pages, ordres, facettes et erreurs essayés`,
    records: (total: string) => `fiches : ${total}`,
    field: (name: string, filled: string, total: string) => `${name} : ${filled} sur ${total}`,
    noField: (names: string) => `non trouvés, à nommer avec fields s’ils existent : ${names}`,
    ranges: () => 'le fichier se lit par morceaux',
    widgets: (nouns: string) => `composants trouvés : ${nouns}`,
  },
};
