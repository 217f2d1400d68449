import type {MessageSections} from '../messages.js';

export const count = (n: number, shown: string, one: string, other: string): string =>
  `${shown} ${n === 1 ? one : other}`;

export const core: MessageSections['core'] = {
  loading: 'Wird geladen…',
  failedNetwork: 'Diese Daten sind zurzeit nicht erreichbar.',
  failedTimeout: 'Der Server antwortet nicht rechtzeitig.',
  failedHttp: 'Der Server konnte diese Daten nicht liefern.',
  failedSchema: 'Diese Daten sind nicht lesbar.',
  failedBusy: seconds => `Der Server ist ausgelastet: neuer Versuch in ${seconds} s möglich.`,
  failedUnsupported: 'Dieser Inhalt ist noch nicht eingerichtet.',
  missing: names => `Zurzeit nicht verfügbar: ${names}.`,
  tryAgain: 'Erneut versuchen',
  stale: date => `Der Server antwortet nicht: Daten vom ${date}.`,
  staleUnknown: 'Der Server antwortet nicht: früher gespeicherte Daten.',

  untitled: id => `Ohne Titel (${id})`,
  inLanguage: language => `(auf ${language})`,
  source: 'Quelle',
  licence: 'Lizenz',
  updated: date =>
    `aktualisiert ${/^\d+\. /.test(date) ? 'am ' : /^\d/.test(date) ? '' : 'im '}${date}`,
  reportError: 'Fehler melden',
  copyLink: 'Link zu dieser Auswahl kopieren',
  linkCopied: 'Link kopiert.',
  linkNotCopied: 'Der Browser hat das Kopieren verweigert: Der Link steht in der Adresszeile.',

  since: date => `seit ${/^\d+\. /.test(date) ? 'dem ' : ''}${date}`,
  until: date => `bis ${date}`,
  circa: period => `um ${period}`,

  acteur: 'ACTEUR',
  theme: 'THÈME',
  projet: 'PROJET',
  acteurMeaning:
    'Menschen mit derselben Rolle oder Funktion tauschen Praxis und Methoden aus, teilen Werkzeuge und lernen aus ihren Erfahrungen.',
  themeMeaning:
    'Akteure mit unterschiedlichem Hintergrund bündeln Materialien und Sichtweisen zu einer gemeinsamen Frage: Mobilität, Ortskern, Kulturerbe, Landschaft…',
  projetMeaning:
    'Die Partner eines Vorhabens vor Ort stimmen ihr Handeln ab, verfolgen den Fortschritt, lassen mitmachen und erzählen, was geschieht.',
  otherFamily: 'Andere Portale',
  all: 'Alle',
  portals: (n, shown) => count(n, shown, 'Portal', 'Portale'),
  resources: (n, shown) => count(n, shown, 'Material', 'Materialien'),
  projects: (n, shown) => count(n, shown, 'Projekt', 'Projekte'),
  actors: (n, shown) => count(n, shown, 'Akteur', 'Akteure'),
  picture: 'Bild',
  showPicture: 'Bild anzeigen',
  archived: 'Archiv',
  noPortals: 'Kein Portal entspricht der Auswahl.',
  noData: 'Hier ist noch nichts.',

  observatoire: 'Observatorium',
  mediatheque: 'Mediathek',
  actualite: 'Aktuelles',
  missions: 'Aufgaben',
  action: 'Aktionen',
  apropos: 'Über',
  results: (n, shown) => count(n, shown, 'Ergebnis', 'Ergebnisse'),
  clearAll: 'Alles zurücksetzen',
  more: 'Mehr anzeigen',
  shownOf: (shown, total) => `${shown} von ${total}`,
  added: (n, added, shown, total) =>
    `${count(n, added, 'Ergebnis hinzugefügt', 'Ergebnisse hinzugefügt')}, ${shown} von ${total}.`,
};
