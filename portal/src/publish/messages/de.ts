import type {PublishMessages} from './fr.js';

const count = (n: number, one: string, other: string): string =>
  `${new Intl.NumberFormat('de').format(n)}\u00a0${n === 1 ? one : other}`;

/** German messages of `new`, `publish` and `archive`, and texts of the pages. */
export const de: PublishMessages = {
  paths: {
    portals: 'portale',
    projects: 'projekte',
    resources: 'materialien',
    events: 'termine',
    organisations: 'akteure',
    programmes: 'programme',
    stories: 'geschichten',
    search: 'suche',
    about: 'ueber-uns',
    legal: 'impressum',
    accessibility: 'barrierefreiheit',
  },
  names: {
    portals: 'Portale',
    projects: 'Projekte',
    resources: 'Materialien',
    events: 'Termine',
    organisations: 'Akteure',
    programmes: 'Programme',
    stories: 'Geschichten',
  },
  singular: {
    portals: 'Portal',
    projects: 'Projekt',
    resources: 'Material',
    events: 'Termin',
    organisations: 'Akteur',
    programmes: 'Programm',
    stories: 'Geschichte',
  },
  types: {
    marqueur: 'Markierung',
    projet: 'Projekt',
    demarche: 'Vorgehen',
    document: 'Dokument',
    site: 'Website',
    actualite: 'Aktuelles',
    mission: 'Auftrag',
  },
  counts: {
    portals: n => count(n, 'Portal', 'Portale'),
    projects: n => count(n, 'Projekt', 'Projekte'),
    resources: n => count(n, 'Material', 'Materialien'),
    events: n => count(n, 'Termin', 'Termine'),
    organisations: n => count(n, 'Akteur', 'Akteure'),
    programmes: n => count(n, 'Programm', 'Programme'),
    stories: n => count(n, 'Geschichte', 'Geschichten'),
  },
  skipLink: 'Zum Inhalt',
  home: 'Startseite',
  mainNavigation: 'Rubriken',
  languages: 'Sprachen',
  breadcrumb: 'Brotkrumenpfad',
  footerNavigation: 'Informationen',
  search: 'Suche',
  searchLabel: 'Die ganze Website durchsuchen',
  searchHint:
    'Titel, Texte, Orte und der Inhalt der PDF-Dateien. Akzente und ein Tippfehler stören nicht.',
  searchNeedsScript: 'Ohne JavaScript finden Sie alles im Verzeichnis jeder Rubrik:',
  searchResults: n => count(n, 'Ergebnis', 'Ergebnisse'),
  searchNone: 'Keine Ergebnisse. Versuchen Sie ein anderes Wort.',
  searchFailed: 'Die Suche konnte nicht geladen werden. Bitte laden Sie die Seite neu.',
  pdfPage: 'Seite\u00a0{n} der PDF-Datei',
  about: 'Über uns',
  legal: 'Impressum',
  accessibility: {
    none: 'Barrierefreiheit: nicht konform',
    partial: 'Barrierefreiheit: teilweise konform',
    full: 'Barrierefreiheit: vollständig konform',
  },
  accessibilityTitle: 'Erklärung zur Barrierefreiheit',
  notFound: 'Seite nicht gefunden',
  notFoundText:
    'Diese Seite gibt es nicht oder nicht mehr. Nutzen Sie die Suche oder eine der Rubriken.',
  openedFromDisk:
    'Diese Seite wurde vom Datenträger geöffnet. Karten, Listen und Suche brauchen einen Server: auf diesem Computer den Befehl „npx spass-portal publish“ mit „--open“; ohne Server den Befehl für ein Archiv, „npx spass-portal archive“.',
  backHome: 'Zur Startseite',
  seeAll: name => `Alle anzeigen: ${name}`,
  subscribe: 'Den Kalender abonnieren (iCalendar)',
  onTheMap: 'Auf der Karte',
  latest: 'Neues',
  featured: 'Im Blickpunkt',
  index: name => `${name} von A bis Z`,
  related: 'Siehe auch',
  openData: 'Daten',
  feeds: 'Feed',
  source: text => `Quelle: ${text}`,
  untitled: id => `Ohne Titel (${id})`,
  embedTitle: 'Auf einer anderen Website einbinden',
  embedText: 'Kopieren Sie diese Zeilen in die Seite: Der Inhalt bleibt aktuell.',
  embedNeedsBase:
    'Geben Sie in portail.yaml die Adresse der Website an („Adresse“), um hier die Zeilen zu finden.',
  since: date => `seit ${date}`,
  until: date => `bis ${date}`,
  facts: {
    period: 'Zeitraum',
    place: 'Ort',
    programme: 'Programm',
    parent: 'Teil von',
    lead: 'Projektträger',
    partners: 'Partner',
    budget: 'Budget',
    funding: 'Europäische Förderung',
    themes: 'Themen',
    tags: 'Schlagwörter',
    type: 'Art',
    country: 'Land',
    authors: 'Autoren',
    owners: 'Bauherrschaft',
    designers: 'Planung',
    organisation: 'Einrichtung',
    address: 'Anschrift',
    telephone: 'Telefon',
    email: 'E-Mail',
    website: 'Website',
    openingHours: 'Öffnungszeiten',
    published: 'Veröffentlicht',
    licence: 'Lizenz',
    identifier: 'Kennung',
    project: 'Projekt',
    generation: 'Generation',
    fund: 'Fonds',
  },
  aims: 'Ziele',
  results: 'Ergebnisse',
  phases: 'Phasen',
  phaseState: {done: 'abgeschlossen', now: 'laufend', next: 'geplant'},
  documents: 'Dokumente',
  legalPublisher: 'Herausgeber',
  legalDirector: 'Verantwortlich für den Inhalt',
  legalHost: 'Hosting',
  legalContact: 'Kontakt',
  legalLicence: 'Lizenz der Daten',
  legalMissing: 'In portail.yaml zu ergänzen',
  legalPrivacy: 'Datenschutz',
  legalPrivacyText:
    'Diese Website setzt keine Cookies, misst keine Besuche und lädt nichts von anderen Websites.',
  accessibilityIntro: title =>
    `Diese Erklärung gilt für die Website „${title}“. Sie folgt der französischen Norm RGAA 4.1.2, die auf WCAG 2.1 beruht.`,
  accessibilityStates: {
    none: 'Die Website gilt als nicht konform, da die gesamte Website noch nicht geprüft wurde. Ihre Komponenten wurden einzeln bewertet, Fotografien, PDF-Dateien und Texte nicht.',
    partial: 'Nach einer Prüfung der gesamten Website ist sie teilweise konform.',
    full: 'Nach einer Prüfung der gesamten Website ist sie vollständig konform.',
  },
  accessibilityGrids: 'Bewertung der Komponenten',
  accessibilityGridText: 'Anzahl der RGAA-Kriterien für jede Komponente der Website.',
  accessibilityTable: {
    columns: [
      'Komponente',
      'Erfüllt (Test)',
      'Erfüllt (Prüfung)',
      'Nicht bewertet',
      'Nicht erfüllt',
    ],
  },
  accessibilityRemedy: 'Ein Problem melden',
  accessibilityRemedyText: 'Wenn Ihnen ein Inhalt nicht zugänglich ist, schreiben Sie uns:',
  accessibilityAppeal:
    'Ist die Antwort nicht zufriedenstellend, können Sie sich an den französischen Défenseur des droits wenden (defenseurdesdroits.fr).',

  tableMessages: {
    unusedColumn: n =>
      `unbekannte Spalte, ${count(n, 'Wert', 'Werte')} nicht veröffentlicht: Geben Sie ihr einen Namen aus dem Beispiel, oder nennen Sie sie in portail.yaml („behaltene Spalten“ oder „ignorieren“)`,
    unknownSheet: (n, names) =>
      `unbekannter Name eines Blattes, ${count(n, 'Zeile', 'Zeilen')} nicht veröffentlicht: Geben Sie ihm einen bekannten Namen (${names}), oder nennen Sie es in portail.yaml („ignorieren“)`,
    noTitleColumn: () => 'kein Eintrag hat einen Titel: Nennen Sie eine Spalte „Titel“',
  },
  line: n => `Zeile ${n}`,
  sheet: name => `Blatt „${name}“`,
  cell: name => `Zelle ${name}`,
  notSettings: 'erwartet werden Zeilen wie „titel: Ors“, ohne Verweise (*)',
  nestedText: 'Zitate oder Listen sind zu tief verschachtelt',
  invalidYaml: reason => `die Datei ist kein gültiges YAML (${reason})`,
  unknownSetting: (name, known) => `„${name}“ ist keine bekannte Einstellung. Es gibt: ${known}`,
  invalidSetting: (name, got, expected) =>
    `„${name}“: ${got} ist nicht verwendbar. Erwartet: ${expected}`,
  expectedSetting: {
    title: 'ein Text, oder ein Text je Sprache',
    subtitle: 'ein Text, oder ein Text je Sprache',
    territory: 'ein Text, oder ein Text je Sprache',
    languages: 'Sprachen aus fr, nl, en, de',
    accent: 'eine Farbe wie "#a3470f", in Anführungszeichen',
    skin: 'caue, plain oder dsfr',
    contact: 'eine E-Mail-Adresse oder die Adresse einer Seite',
    base: 'eine Adresse wie https://portal.beispiel.de/',
    licence: 'ein Text',
    publisher: 'ein Text',
    director: 'ein Text',
    host: 'ein Text',
    accessibility: '„nicht konform“, „teilweise konform“ oder „vollständig konform“',
    cover: 'der Name einer Datei im Ordner',
    focus: 'Punkte wie „platz.jpg: 30\u00a0% 80\u00a0%“, von links und von oben gezählt',
    keepsMetadata: '„behalten“ oder „entfernt“',
    keep: 'eine Liste von Spalten',
    ignore: 'eine Liste von Spalten oder Blättern',
  },
  hiddenSheet: n =>
    `ausgeblendetes Blatt, ${count(n, 'Zeile', 'Zeilen')} nicht veröffentlicht: Blenden Sie es ein, um es zu veröffentlichen, oder nennen Sie es in portail.yaml („ignorieren“)`,
  longList: (id, field, max) =>
    `der Eintrag „${id}“ hat mehr als ${max} Elemente in „${field}“: Die weiteren werden nicht veröffentlicht`,
  hiddenRows: rows =>
    `ausgeblendete Zeilen, die veröffentlicht werden: ${rows}. Löschen Sie sie, wenn das nicht sein soll`,
  hiddenColumns: columns =>
    `ausgeblendete Spalten, die veröffentlicht werden, wenn ihr Titel bekannt ist: ${columns}. Leeren Sie sie, wenn das nicht sein soll`,
  noFolder: path =>
    `Den Ordner ${path} gibt es nicht. So entsteht einer: npx spass-portal new ${path}`,
  noTable: path =>
    `Der Ordner ${path} enthält weder portail.xlsx noch portail.ods noch eine CSV-Datei. Ein Beispiel: npx spass-portal new`,
  noRecords: 'Es gibt keine verwendbaren Einträge: siehe die Meldungen oben.',
  folderNotEmpty: path =>
    `Den Ordner ${path} gibt es, und er ist nicht leer: Wählen Sie einen anderen Namen.`,
  foreignOut: path =>
    `Der Ordner ${path} stammt nicht von publish: Nichts darin wird ersetzt. Wählen Sie mit --out einen leeren Ordner.`,
  outIsFile: path => `${path} ist eine Datei: Nennen Sie mit --out einen Ordner.`,
  fileFailure: (path, reason) => `${path}: ${reason}.`,
  fileFailures: {
    ENOSPC:
      'Der Datenträger ist voll, der Rest ist nicht geschrieben. Schaffen Sie Platz und starten Sie den Befehl erneut',
    EACCES: 'Zugriff verweigert. Prüfen Sie die Rechte der Datei und ihres Ordners',
    EROFS: 'Dieser Datenträger ist schreibgeschützt',
    EISDIR: 'Erwartet wird eine Datei, gefunden wurde ein Ordner',
    ENOTDIR: 'Erwartet wird ein Ordner, gefunden wurde eine Datei',
    ENOENT: 'Diese Datei gibt es nicht oder nicht mehr',
    EADDRINUSE: 'Dieser Port ist belegt. Wählen Sie mit --port einen anderen',
    other: code => `Systemfehler ${code}`,
  },
  invalidAddress: got =>
    `${got} ist keine Adresse. Schreiben Sie sie wie https://portal.beispiel.de/`,
  invalidDate: got => `--date ${got}: erwartet wird ein Datum wie 2026-11-30`,
  outInRead:
    'Die Ausgabe darf weder in „fichiers“ oder „textes“ liegen noch in einem Ordner, der das Portal enthält: Wählen Sie mit --out einen anderen.',
  invalidBase: got => `--base ${got}: erwartet wird eine Adresse wie https://portal.beispiel.de/`,
  noPortal: address =>
    `unter ${address} gibt es kein Portal. Geben Sie die Adresse der Website, der API oder eines .json-Dokuments an`,
  incompletePortal: (address, reason) =>
    `${address}: ${reason}. Ohne diesen Teil wäre das Archiv unvollständig; es wird nicht erstellt. Versuchen Sie es später noch einmal, oder archivieren Sie mit --partial, was antwortet`,
  unreachablePortal: (address, reason) =>
    `kein lesbares Portal: ${address}, ${reason}. Versuchen Sie es später noch einmal`,
  missingPart: (address, reason) =>
    `${address}: ${reason}. Dieser Teil fehlt im Archiv; archive.json nennt ihn`,
  // Reasons, in the middle of a sentence.
  archiveFailures: {
    status: status => `der Server antwortet ${status}`,
    noAnswer: 'keine Antwort',
    privateAddress: host =>
      `${host} liegt auf diesem Rechner oder in einem privaten Netz, das Portal nicht`,
    tooManyRedirects: 'zu viele Weiterleitungen',
    absent: 'diese Seite der Liste gibt es nicht',
    notJson: 'die Antwort ist kein JSON',
    notAList: 'die Antwort ist keine Liste von Einträgen',
    noMoreRecords: (received, total) =>
      `${received} von ${total} Einträgen erhalten, ohne nächste Seite`,
    fileType: 'Dateien dieser Art werden nicht archiviert',
    tooLarge: megabytes => `mehr als ${megabytes}\u00a0MB`,
  },
  archivedWithoutPage: {
    contributions: n =>
      `veröffentlichte Beiträge ohne Seite im Archiv: ${n} (donnees/contributions.json, ohne ihre Fotos)`,
    chapters: n => `Kapitel ohne Seite im Archiv: ${n} (donnees/chapters.json)`,
  },
  unreadableRecords: (address, name, n) =>
    `${address}: ${n} unlesbare Einträge in „${name}“, nicht im Archiv`,
  missingRemote: (address, reason) =>
    `${address} konnte nicht geladen werden (${reason}): Die Datei fehlt im Archiv`,
  missingFile: name => `die Datei ${name} ist nicht im Ordner „fichiers“`,
  remotePicture: url =>
    `das Bild ${url} liegt auf einer anderen Website und wird nicht gezeigt: Kopieren Sie es nach „fichiers“`,
  unusedFile: name => `kein Eintrag verwendet ${name}: Die Datei wird nicht veröffentlicht`,
  unreadablePicture: (name, reason) => `das Bild ${name} ist nicht lesbar (${reason})`,
  unreadablePdf: (name, reason) => `die PDF-Datei ${name} ist nicht lesbar (${reason})`,
  protectedPdf: name =>
    `die PDF-Datei ${name} verlangt ein Passwort: Sie wird veröffentlicht, aber nicht durchsucht`,
  brokenPdf: name =>
    `die PDF-Datei ${name} ist beschädigt oder keine PDF-Datei: Sie wird veröffentlicht, aber viele werden sie nicht öffnen können`,
  pdfWithoutText: name =>
    `die PDF-Datei ${name} enthält keinen Text (gescannte Seiten): Sie wird veröffentlicht, aber nicht durchsucht`,
  textWithoutRecord: name =>
    `kein Eintrag hat die Kennung dieses Textes: ${name} wird nicht veröffentlicht`,
  linkToOutside: name =>
    `${name} verweist aus dem Ordner hinaus oder ins Leere: Dem Verweis wird nicht gefolgt. Kopieren Sie das Ziel hierher`,
  leftOutFile: name =>
    `${name} ist weder eine Arbeitsmappe noch eine CSV-Datei noch ein Text: Die Datei wird nicht gelesen`,
  noBase:
    'Ohne „Adresse“ in portail.yaml gibt es weder Sitemap noch Feed noch Zeilen für andere Websites, und die Links von 404.html beginnen im Hauptverzeichnis des Servers.',
  created: path =>
    `Der Ordner ${path} ist bereit. Ersetzen Sie in portail.xlsx die Beispiele, und dann:\n\n  npx spass-portal publish ${path} --open`,
  publishedPages: (pages, records, seconds) =>
    `${count(pages, 'Seite', 'Seiten')}, ${count(records, 'Eintrag', 'Einträge')}, ${seconds.replace('.', ',')}\u00a0s. `,
  changedFiles: (written, removed) =>
    `${count(written, 'Datei', 'Dateien')} geschrieben, ${count(removed, 'Datei', 'Dateien')} entfernt`,
  problems: n => `${count(n, 'Punkt', 'Punkte')} zu berichtigen, siehe oben.`,
  watching: 'Die Website folgt den Änderungen im Ordner. Beenden: Strg+C.',
};
