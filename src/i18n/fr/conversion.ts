import {formatCount} from './core.js';

/** Messages of the converter, which makes a portal from a file. */
export const conversion = {
  expected: (what: string, got: string) => `attendu : ${what} ; trouvé : ${got}`,
  latitude: 'nombre entre -90 et 90',
  longitude: 'nombre entre -180 et 180',
  place: 'lieu comme « 50.1003, 3.6347 »',
  date: 'date comme 2016, 2016-10, 01/10/2016 ou « 31 mars 2003 »',
  link: 'lien qui puisse être suivi (https, http, mailto, tel)',
  picture: 'adresse https',
  colour: 'code de couleur #rrggbb',
  number: 'nombre',
  amount: 'nombre positif',
  percent: 'nombre de 0 à 100',
  whole: 'nombre entier',
  code: 'texte ou nombre entier',
  text: 'texte',
  list: 'liste de valeurs séparées par « ; »',
  projected: (got: string) =>
    `${got} est une distance en mètres (Lambert 93 ou semblable) : exportez latitude et longitude en degrés (WGS 84)`,
  halfPlace: 'il manque l’autre moitié des coordonnées',
  nowhere: '0, 0 est dans le golfe de Guinée : la fiche reste sans coordonnées',
  recordWithout: (field: string) => `fiche laissée de côté : il lui faut ${field}`,
  aDate: 'une date',
  aName: 'un nom',
  anId: 'un identifiant',
  noRecord: (got: string) => `${got} n’est pas une fiche`,
  unusedColumn: (n: number, filled: string) =>
    `colonne inconnue, ${formatCount(n, filled, 'valeur laissée', 'valeurs laissées')} de côté : un champ peut lui être donné (« fields »), ou elle peut être ignorée (« ignore »)`,
  secondColumn: (n: number, filled: string, other: string) =>
    `${formatCount(n, filled, 'valeur laissée', 'valeurs laissées')} de côté : la colonne « ${other} » dit la même chose`,
  beyondHeadings: (got: string) => `${got} n’est sous aucun titre de colonne`,
  shortRow: (n: number, cells: string, headings: string) =>
    `${formatCount(n, cells, 'cellule', 'cellules')} sur cette ligne, pour ${headings} titres de colonne`,
  openQuote:
    'un guillemet est ouvert ici et jamais fermé : la suite du fichier est dans cette cellule',
  strayQuote: 'un guillemet dans cette cellule n’est pas doublé',
  formulaError: (got: string) => `la formule a échoué : ${got}`,
  aboveHeadings: (n: number, lines: string, got: string) =>
    `${formatCount(n, lines, 'ligne', 'lignes')} au-dessus des titres de colonne, sans effet : ${got}`,
  otherSheet: (n: number, rows: string) =>
    `cette feuille n’est pas lue (${formatCount(n, rows, 'ligne', 'lignes')}) : nommez celle que vous voulez (« sheet »)`,
  takenId: (got: string, given: string) =>
    `une fiche plus haut a déjà l’identifiant ${got} : celle-ci reçoit « ${given} »`,
  noTitle: 'cette fiche n’a pas de titre',
  noTitles: 'aucune fiche n’a de titre : nommez sa colonne (« fields »)',
  oddCode: (n: number, cells: string, got: string) =>
    `${formatCount(n, cells, 'code', 'codes')} sans commune, le premier : ${got}`,
  lostZero: (got: string, given: string) =>
    `${got} est lu ${given} : un tableur a sans doute perdu le zéro`,
  severalLinks: (given: string) => `plusieurs adresses : seule ${given} est gardée`,
  bareLink: (given: string) => `lu comme ${given}`,
  garbled: (n: number, cells: string, got: string) =>
    `des lettres sont abîmées dans ${formatCount(n, cells, 'cellule', 'cellules')}, la première : ${got}. Un programme a relu ce texte dans le mauvais encodage`,
  markup: (n: number, cells: string) =>
    `du HTML dans ${formatCount(n, cells, 'cellule', 'cellules')} : il sera montré tel quel`,
  swapped:
    'tous les lieux seraient ici si latitude et longitude changeaient de place : vérifiez leurs colonnes',
  latitudeFirst:
    'coordonnées lues dans l’ordre latitude, longitude : dans l’autre ordre, toutes seraient hors d’Europe et de l’outre-mer français',
  longitudeFirst:
    'coordonnées lues dans l’ordre longitude, latitude : dans l’autre ordre, toutes seraient hors d’Europe et de l’outre-mer français',
  shapes: (n: number, shapes: string) =>
    `${formatCount(n, shapes, 'ligne ou surface', 'lignes ou surfaces')} : le portail en garde le milieu. Une couche de la carte dessine le fichier lui-même`,
  fieldsFault: (got: string) => `« fields » : ${got}`,
  noColumn: (got: string) => `« fields » nomme « ${got} », qui n’est dans aucune fiche`,
  badFact: (option: string, got: string) => `« ${option} » : ${got} ne convient pas`,
  locked: (n: number, posts: string) =>
    `sans ${formatCount(n, posts, 'article', 'articles')} à mot de passe`,
  unreadableFile: (reason: string) => `illisible : ${reason}`,
  noSheet: (got: string, sheets: string) => `aucune feuille ${got} ; il y a ${sheets}`,
  empty: 'aucune fiche à prendre',
  kept: (n: number, records: string) => formatCount(n, records, 'fiche', 'fiches'),
  droppedTotal: (n: number, dropped: string) => formatCount(n, dropped, 'perte', 'pertes'),
  doubtTotal: (n: number, doubts: string) => formatCount(n, doubts, 'doute', 'doutes'),
  entry: (position: string) => `fiche ${position}`,
};
