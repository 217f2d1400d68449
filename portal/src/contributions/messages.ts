import type {ContributionState} from './contribution-store.js';
import type {PhotoErrorReason} from './photos/photo.js';

type KnownKind = 'idea' | 'comment' | 'photo' | 'tree' | 'place';

/** Messages for the author of a contribution, in one language. */
export interface ReceiptMessages {
  readonly lang: string;
  readonly refused: string;
  readonly unreadable: string;
  readonly badKind: string;
  readonly badPlace: string;
  badShape(max: number): string;
  readonly noText: string;
  readonly noPlace: string;
  readonly noPhoto: string;
  readonly honeypot: string;
  tooLong(max: number): string;
  tooManyPhotos(max: number): string;
  photoTooLarge(megabytes: number): string;
  readonly photoErrors: Readonly<Record<Exclude<PhotoErrorReason, 'pixels'>, string>>;
  tooManyPixels(millions: number): string;
  readonly keyReused: string;
  readonly withdrawn: string;
  readonly kinds: Readonly<Record<KnownKind, string>>;
  readonly receipt: string;
  readonly states: Readonly<Record<ContributionState, string>>;
  readonly withdraw: string;
  readonly withdrawHint: string;
  /** Shown if a withdrawal could not be completed. */
  readonly notWithdrawn: string;
  readonly keepUrl: string;
  readonly photo: string;
  readonly place: string;
  /** Label of the points of a line or area. */
  readonly shape: string;
  /** Label of the direction of the camera. */
  readonly direction: string;
  /** Label of the resource whose pictures a photograph continues. */
  readonly series: string;
  /** Heading of the reply by the portal's team. */
  readonly reply: string;
}

const fr: ReceiptMessages = {
  lang: 'fr',
  refused: 'La contribution n’a pas été acceptée : des champs sont à corriger.',
  unreadable: 'Cette valeur n’est pas lisible.',
  badKind: 'Ce type de contribution n’est pas accepté ici.',
  badPlace: 'Ces coordonnées ne sont pas valides : latitude de −90 à 90, longitude de −180 à 180.',
  badShape: most =>
    `Le tracé n’est pas valide : une ligne ou une surface de ${most} points au maximum.`,
  noText: 'Écrivez quelques mots.',
  noPlace: 'Indiquez le lieu.',
  noPhoto: 'Joignez une photographie.',
  honeypot: 'Laissez ce champ vide : il sert à reconnaître les robots.',
  tooLong: most => `Le texte est trop long : ${most} caractères au maximum.`,
  tooManyPhotos: most => `${most} photographies au maximum.`,
  photoTooLarge: megabytes => `Cette photographie est trop lourde : ${megabytes} Mo au maximum.`,
  photoErrors: {
    kind: 'Ce fichier n’est pas une photographie JPEG, PNG ou WebP.',
    moving: 'Les images animées ne sont pas acceptées.',
    damaged: 'Ce fichier est endommagé ou n’est pas une image du format annoncé.',
  },
  tooManyPixels: millions =>
    `Cette photographie a trop de pixels : ${millions} millions au maximum.`,
  keyReused: 'Une première version de cette contribution a déjà été reçue.',
  withdrawn: 'Cette contribution a été retirée par son auteur.',
  kinds: {
    idea: 'Idée',
    comment: 'Commentaire',
    photo: 'Photographie',
    tree: 'Arbre',
    place: 'Lieu',
  },
  receipt: 'Votre contribution',
  states: {
    pending: 'Reçue, en attente de publication.',
    published: 'Publiée.',
    refused: 'Non retenue par l’équipe du portail.',
    withdrawn: 'Retirée : son texte et ses photographies sont effacés.',
  },
  withdraw: 'Retirer ma contribution',
  withdrawHint: 'Son texte et ses photographies seront définitivement effacés.',
  notWithdrawn:
    'Le retrait n’a pas pu être terminé : tout n’est pas encore effacé. Réessayez dans quelques minutes.',
  keepUrl: 'Conservez l’adresse de cette page : elle seule permet d’y revenir.',
  photo: 'Photographie',
  place: 'Lieu',
  shape: 'Tracé',
  direction: 'Direction de la prise de vue',
  series: 'Série',
  reply: 'Réponse de l’équipe du portail',
};

const nl: ReceiptMessages = {
  lang: 'nl',
  refused: 'De bijdrage is niet geaccepteerd: enkele velden moeten worden verbeterd.',
  unreadable: 'Deze waarde is niet leesbaar.',
  badKind: 'Dit soort bijdrage wordt hier niet geaccepteerd.',
  badPlace: 'Deze coördinaten zijn niet geldig: breedte van −90 tot 90, lengte van −180 tot 180.',
  badShape: most => `De lijn of het vlak is niet geldig: hoogstens ${most} punten.`,
  noText: 'Schrijf enkele woorden.',
  noPlace: 'Geef de plaats aan.',
  noPhoto: 'Voeg een foto toe.',
  honeypot: 'Laat dit veld leeg: het dient om robots te herkennen.',
  tooLong: most => `De tekst is te lang: hoogstens ${most} tekens.`,
  tooManyPhotos: most => `Hoogstens ${most} foto’s.`,
  photoTooLarge: megabytes => `Deze foto is te groot: hoogstens ${megabytes} MB.`,
  photoErrors: {
    kind: 'Dit bestand is geen JPEG-, PNG- of WebP-foto.',
    moving: 'Bewegende beelden worden niet geaccepteerd.',
    damaged: 'Dit bestand is beschadigd of heeft niet het opgegeven formaat.',
  },
  tooManyPixels: millions => `Deze foto heeft te veel pixels: hoogstens ${millions} miljoen.`,
  keyReused: 'Een eerste versie van deze bijdrage is al ontvangen.',
  withdrawn: 'Deze bijdrage is door de auteur ingetrokken.',
  kinds: {idea: 'Idee', comment: 'Reactie', photo: 'Foto', tree: 'Boom', place: 'Plaats'},
  receipt: 'Uw bijdrage',
  states: {
    pending: 'Ontvangen, wacht op publicatie.',
    published: 'Gepubliceerd.',
    refused: 'Niet geselecteerd door het team van het portaal.',
    withdrawn: 'Ingetrokken: de tekst en de foto’s zijn gewist.',
  },
  withdraw: 'Mijn bijdrage intrekken',
  withdrawHint: 'De tekst en de foto’s worden definitief gewist.',
  notWithdrawn:
    'Het intrekken is nog niet voltooid: nog niet alles is gewist. Probeer het over enkele minuten opnieuw.',
  keepUrl: 'Bewaar het adres van deze pagina: alleen daarmee kunt u hier terugkeren.',
  photo: 'Foto',
  place: 'Plaats',
  shape: 'Lijn of vlak',
  direction: 'Richting van de opname',
  series: 'Reeks',
  reply: 'Antwoord van het team van het portaal',
};

const en: ReceiptMessages = {
  lang: 'en',
  refused: 'The contribution was not accepted: some fields need to be corrected.',
  unreadable: 'This value cannot be read.',
  badKind: 'This kind of contribution is not accepted here.',
  badPlace: 'These coordinates are not valid: latitude −90 to 90, longitude −180 to 180.',
  badShape: most => `The line or area is not valid: at most ${most} points.`,
  noText: 'Write a few words.',
  noPlace: 'Enter the place.',
  noPhoto: 'Add a photograph.',
  honeypot: 'Leave this field empty: it is used to detect robots.',
  tooLong: most => `The text is too long: ${most} characters at most.`,
  tooManyPhotos: most => `${most} photographs at most.`,
  photoTooLarge: megabytes => `This photograph is too large: ${megabytes} MB at most.`,
  photoErrors: {
    kind: 'This file is not a JPEG, PNG or WebP photograph.',
    moving: 'Animated pictures are not accepted.',
    damaged: 'This file is damaged or not in the stated format.',
  },
  tooManyPixels: millions => `This photograph has too many pixels: ${millions} million at most.`,
  keyReused: 'A first version of this contribution has already been received.',
  withdrawn: 'This contribution was withdrawn by its author.',
  kinds: {idea: 'Idea', comment: 'Comment', photo: 'Photograph', tree: 'Tree', place: 'Place'},
  receipt: 'Your contribution',
  states: {
    pending: 'Received, waiting to be published.',
    published: 'Published.',
    refused: 'Not selected by the portal’s team.',
    withdrawn: 'Withdrawn: its text and photographs have been deleted.',
  },
  withdraw: 'Withdraw my contribution',
  withdrawHint: 'Its text and photographs will be permanently deleted.',
  notWithdrawn:
    'The withdrawal could not be completed: not everything has been deleted yet. Try again in a few minutes.',
  keepUrl: 'Keep the address of this page: it is the only way to return to it.',
  photo: 'Photograph',
  place: 'Place',
  shape: 'Line or area',
  direction: 'Direction of the view',
  series: 'Series',
  reply: 'Reply by the portal’s team',
};

const de: ReceiptMessages = {
  lang: 'de',
  refused: 'Der Beitrag wurde nicht angenommen: Einige Felder müssen korrigiert werden.',
  unreadable: 'Dieser Wert ist nicht lesbar.',
  badKind: 'Diese Art von Beitrag wird hier nicht angenommen.',
  badPlace: 'Diese Koordinaten sind nicht gültig: Breite von −90 bis 90, Länge von −180 bis 180.',
  badShape: most => `Die Linie oder Fläche ist ungültig: höchstens ${most} Punkte.`,
  noText: 'Schreiben Sie ein paar Worte.',
  noPlace: 'Geben Sie den Ort an.',
  noPhoto: 'Fügen Sie ein Foto hinzu.',
  honeypot: 'Lassen Sie dieses Feld leer: Es dient dazu, Roboter zu erkennen.',
  tooLong: most => `Der Text ist zu lang: höchstens ${most} Zeichen.`,
  tooManyPhotos: most => `Höchstens ${most} Fotos.`,
  photoTooLarge: megabytes => `Dieses Foto ist zu groß: höchstens ${megabytes} MB.`,
  photoErrors: {
    kind: 'Diese Datei ist kein JPEG-, PNG- oder WebP-Foto.',
    moving: 'Animierte Bilder werden nicht angenommen.',
    damaged: 'Diese Datei ist beschädigt oder hat nicht das angegebene Format.',
  },
  tooManyPixels: millions => `Dieses Foto hat zu viele Pixel: höchstens ${millions} Millionen.`,
  keyReused: 'Eine erste Fassung dieses Beitrags ist bereits eingegangen.',
  withdrawn: 'Dieser Beitrag wurde zurückgezogen.',
  kinds: {idea: 'Idee', comment: 'Kommentar', photo: 'Foto', tree: 'Baum', place: 'Ort'},
  receipt: 'Ihr Beitrag',
  states: {
    pending: 'Eingegangen, wartet auf Veröffentlichung.',
    published: 'Veröffentlicht.',
    refused: 'Vom Team des Portals nicht übernommen.',
    withdrawn: 'Zurückgezogen: Text und Fotos sind gelöscht.',
  },
  withdraw: 'Meinen Beitrag zurückziehen',
  withdrawHint: 'Text und Fotos werden endgültig gelöscht.',
  notWithdrawn:
    'Der Beitrag konnte noch nicht vollständig zurückgezogen werden: Es ist noch nicht alles gelöscht. Versuchen Sie es in einigen Minuten erneut.',
  keepUrl: 'Bewahren Sie die Adresse dieser Seite auf: Nur damit können Sie hierher zurückkehren.',
  photo: 'Foto',
  place: 'Ort',
  shape: 'Linie oder Fläche',
  direction: 'Blickrichtung',
  series: 'Reihe',
  reply: 'Antwort des Teams des Portals',
};

const MESSAGES_BY_LANGUAGE = new Map([fr, nl, en, de].map(words => [words.lang, words]));

/** Returns the messages of a language, or the French ones. */
export const receiptMessages = (lang: string): ReceiptMessages =>
  MESSAGES_BY_LANGUAGE.get(lang) ?? fr;

/**
 * Returns the language of a response: the query parameter `lang`, else the preferred language of the browser (RFC 9110,
 * 12.5.4), else French.
 */
export function negotiateLanguage(parameters: URLSearchParams, acceptLanguage = ''): string {
  const primarySubtag = (tag: string): string =>
    tag.trim().split(/[-;]/, 1)[0]?.toLowerCase() ?? '';
  const quality = (entry: string): number => Number(/;\s*q=([\d.]+)/.exec(entry)?.[1] ?? 1);
  const acceptedTags = acceptLanguage
    .split(',')
    .filter(entry => quality(entry) > 0)
    .sort((a, b) => quality(b) - quality(a));
  return (
    [parameters.get('lang') ?? '', ...acceptedTags]
      .map(primarySubtag)
      .find(tag => MESSAGES_BY_LANGUAGE.has(tag)) ?? 'fr'
  );
}
