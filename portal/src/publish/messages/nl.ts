import type {PublishMessages} from './fr.js';

const count = (n: number, one: string, other: string): string =>
  `${new Intl.NumberFormat('nl').format(n)}\u00a0${n === 1 ? one : other}`;

/** Dutch messages of `new`, `publish` and `archive`, and texts of the pages. */
export const nl: PublishMessages = {
  paths: {
    portals: 'portalen',
    projects: 'projecten',
    resources: 'bronnen',
    events: 'agenda',
    organisations: 'partners',
    programmes: 'programmas',
    stories: 'verhalen',
    search: 'zoeken',
    about: 'over-ons',
    legal: 'juridische-informatie',
    accessibility: 'toegankelijkheid',
  },
  names: {
    portals: 'Portalen',
    projects: 'Projecten',
    resources: 'Bronnen',
    events: 'Agenda',
    organisations: 'Partners',
    programmes: 'Programma’s',
    stories: 'Verhalen',
  },
  singular: {
    portals: 'Portaal',
    projects: 'Project',
    resources: 'Bron',
    events: 'Afspraak',
    organisations: 'Partner',
    programmes: 'Programma',
    stories: 'Verhaal',
  },
  types: {
    marqueur: 'Marker',
    projet: 'Project',
    demarche: 'Aanpak',
    document: 'Document',
    site: 'Website',
    actualite: 'Nieuws',
    mission: 'Opdracht',
  },
  counts: {
    portals: n => count(n, 'portaal', 'portalen'),
    projects: n => count(n, 'project', 'projecten'),
    resources: n => count(n, 'bron', 'bronnen'),
    events: n => count(n, 'afspraak', 'afspraken'),
    organisations: n => count(n, 'partner', 'partners'),
    programmes: n => count(n, 'programma', 'programma’s'),
    stories: n => count(n, 'verhaal', 'verhalen'),
  },
  skipLink: 'Naar de inhoud',
  home: 'Startpagina',
  mainNavigation: 'Rubrieken',
  languages: 'Talen',
  breadcrumb: 'Kruimelpad',
  footerNavigation: 'Informatie',
  search: 'Zoeken',
  searchLabel: 'Zoeken in de hele site',
  searchHint:
    'Titels, teksten, plaatsen en de inhoud van pdf’s. Accenten en één tikfout maken niet uit.',
  searchNeedsScript: 'Zonder JavaScript vindt u alles in de index van elke rubriek:',
  searchResults: n => count(n, 'resultaat', 'resultaten'),
  searchNone: 'Geen resultaten. Probeer een ander woord.',
  searchFailed: 'De zoekfunctie kon niet worden geladen. Laad de pagina opnieuw.',
  pdfPage: 'pagina\u00a0{n} van de pdf',
  about: 'Over ons',
  legal: 'Juridische informatie',
  accessibility: {
    none: 'Toegankelijkheid: voldoet niet',
    partial: 'Toegankelijkheid: voldoet gedeeltelijk',
    full: 'Toegankelijkheid: voldoet volledig',
  },
  accessibilityTitle: 'Toegankelijkheidsverklaring',
  notFound: 'Pagina niet gevonden',
  notFoundText:
    'Deze pagina bestaat niet of niet meer. Gebruik de zoekfunctie of kies een rubriek.',
  openedFromDisk:
    'Deze pagina is vanaf de schijf geopend. Kaarten, lijsten en zoeken hebben een server nodig: op deze computer het commando ‘npx spass-portal publish’ met ‘--open’; zonder server het commando dat een archief maakt, ‘npx spass-portal archive’.',
  backHome: 'Terug naar de startpagina',
  seeAll: name => `Alles bekijken: ${name}`,
  subscribe: 'Op de agenda abonneren (iCalendar)',
  onTheMap: 'Op de kaart',
  latest: 'Nieuw',
  featured: 'In de kijker',
  index: name => `${name} van A tot Z`,
  related: 'Lees ook',
  openData: 'Gegevens',
  feeds: 'Feed',
  source: text => `Bron: ${text}`,
  untitled: id => `Zonder titel (${id})`,
  embedTitle: 'Op een andere site tonen',
  embedText: 'Kopieer deze regels naar de pagina: de inhoud blijft actueel.',
  embedNeedsBase:
    'Vul het adres van de site in portail.yaml in (“adres”) om hier de regels te vinden.',
  since: date => `sinds ${date}`,
  until: date => `tot ${date}`,
  facts: {
    period: 'Data',
    place: 'Plaats',
    programme: 'Programma',
    parent: 'Onderdeel van',
    lead: 'Projectleider',
    partners: 'Partners',
    budget: 'Budget',
    funding: 'Europese financiering',
    themes: 'Thema’s',
    tags: 'Trefwoorden',
    type: 'Soort',
    country: 'Land',
    authors: 'Auteurs',
    owners: 'Opdrachtgever',
    designers: 'Ontwerp',
    organisation: 'Organisatie',
    address: 'Adres',
    telephone: 'Telefoon',
    email: 'E-mail',
    website: 'Website',
    openingHours: 'Openingsuren',
    published: 'Gepubliceerd',
    licence: 'Licentie',
    identifier: 'Kenmerk',
    project: 'Project',
    generation: 'Generatie',
    fund: 'Fonds',
  },
  aims: 'Doelstellingen',
  results: 'Resultaten',
  phases: 'Fasen',
  phaseState: {done: 'afgerond', now: 'bezig', next: 'gepland'},
  documents: 'Documenten',
  legalPublisher: 'Uitgever',
  legalDirector: 'Verantwoordelijk voor de inhoud',
  legalHost: 'Hosting',
  legalContact: 'Contact',
  legalLicence: 'Licentie van de gegevens',
  legalMissing: 'Aan te vullen in portail.yaml',
  legalPrivacy: 'Privacy',
  legalPrivacyText:
    'Deze site plaatst geen cookies, meet geen bezoek en laadt niets van andere sites.',
  accessibilityIntro: title =>
    `Deze verklaring geldt voor de site “${title}”. Ze volgt de Franse norm RGAA 4.1.2, die op WCAG 2.1 is gebaseerd.`,
  accessibilityStates: {
    none: 'De site geldt als niet-conform: er is nog geen audit van de hele site uitgevoerd. De onderdelen zijn een voor een beoordeeld; foto’s, pdf’s en teksten niet.',
    partial: 'Volgens een audit van de hele site voldoet ze gedeeltelijk.',
    full: 'Volgens een audit van de hele site voldoet ze volledig.',
  },
  accessibilityGrids: 'Beoordeling van de onderdelen',
  accessibilityGridText: 'Aantal criteria van de RGAA voor elk onderdeel van de site.',
  accessibilityTable: {
    columns: [
      'Onderdeel',
      'Voldoet (test)',
      'Voldoet (onderzoek)',
      'Niet beoordeeld',
      'Voldoet niet',
    ],
  },
  accessibilityRemedy: 'Een probleem melden',
  accessibilityRemedyText: 'Is een onderdeel voor u niet toegankelijk? Schrijf ons:',
  accessibilityAppeal:
    'Krijgt u geen bevredigend antwoord, dan kunt u terecht bij de Franse Défenseur des droits (defenseurdesdroits.fr).',

  tableMessages: {
    unusedColumn: n =>
      `onbekende kolom, ${count(n, 'waarde', 'waarden')} niet gepubliceerd: geef ze een naam uit het voorbeeld, of noem ze in portail.yaml (“behouden kolommen” of “negeren”)`,
    unknownSheet: (n, names) =>
      `onbekende naam van een blad, ${count(n, 'rij', 'rijen')} niet gepubliceerd: geef het een bekende naam (${names}), of noem het in portail.yaml (“negeren”)`,
    noTitleColumn: () => 'geen enkele fiche heeft een titel: noem een kolom “Titel”',
  },
  line: n => `regel ${n}`,
  sheet: name => `blad “${name}”`,
  cell: name => `cel ${name}`,
  notSettings: 'regels zoals “titel: Ors” werden verwacht, zonder verwijzingen (*)',
  nestedText: 'citaten of lijsten zijn te diep genest',
  invalidYaml: reason => `het bestand is geen geldige YAML (${reason})`,
  unknownSetting: (name, known) => `“${name}” is geen bekende instelling. Mogelijk zijn: ${known}`,
  invalidSetting: (name, got, expected) =>
    `“${name}”: ${got} is niet bruikbaar. Verwacht: ${expected}`,
  expectedSetting: {
    title: 'een tekst, of een tekst per taal',
    subtitle: 'een tekst, of een tekst per taal',
    territory: 'een tekst, of een tekst per taal',
    languages: 'talen uit fr, nl, en, de',
    accent: 'een kleur zoals "#a3470f", tussen aanhalingstekens',
    skin: 'caue, plain of dsfr',
    contact: 'een e-mailadres of het adres van een pagina',
    base: 'een adres zoals https://portaal.voorbeeld.be/',
    licence: 'een tekst',
    publisher: 'een tekst',
    director: 'een tekst',
    host: 'een tekst',
    accessibility: '“niet conform”, “gedeeltelijk conform” of “volledig conform”',
    cover: 'de naam van een bestand in de map',
    focus: 'punten zoals ‘plein.jpg: 30\u00a0% 80\u00a0%’, gerekend van links en van boven',
    keepsMetadata: '‘behouden’ of ‘verwijderd’',
    keep: 'een lijst van kolommen',
    ignore: 'een lijst van kolommen of bladen',
  },
  hiddenSheet: n =>
    `verborgen blad, ${count(n, 'rij', 'rijen')} niet gepubliceerd: maak het zichtbaar om het te publiceren, of noem het in portail.yaml (“negeren”)`,
  longList: (id, field, max) =>
    `de fiche “${id}” heeft meer dan ${max} items in “${field}”: de volgende worden niet gepubliceerd`,
  hiddenRows: rows => `verborgen rijen, toch gepubliceerd: ${rows}. Verwijder ze als dat niet mag`,
  hiddenColumns: columns =>
    `verborgen kolommen, toch gepubliceerd als hun titel bekend is: ${columns}. Maak ze leeg als dat niet mag`,
  noFolder: path => `De map ${path} bestaat niet. Om er een te maken: npx spass-portal new ${path}`,
  noTable: path =>
    `De map ${path} bevat geen portail.xlsx, geen portail.ods en geen CSV-bestand. Voor een voorbeeld: npx spass-portal new`,
  noRecords: 'Er zijn geen bruikbare fiches: zie de meldingen hierboven.',
  folderNotEmpty: path => `De map ${path} bestaat en is niet leeg: kies een andere naam.`,
  foreignOut: path =>
    `De map ${path} is niet door publish geschreven: er wordt niets vervangen. Kies een lege map met --out.`,
  outIsFile: path => `${path} is een bestand: geef een map op met --out.`,
  fileFailure: (path, reason) => `${path}: ${reason}.`,
  fileFailures: {
    ENOSPC:
      'de schijf is vol, de rest is niet geschreven. Maak ruimte vrij en start de opdracht opnieuw',
    EACCES: 'toegang geweigerd. Controleer de rechten van het bestand en zijn map',
    EROFS: 'deze schijf is alleen-lezen',
    EISDIR: 'een bestand werd verwacht, en dit is een map',
    ENOTDIR: 'een map werd verwacht, en dit is een bestand',
    ENOENT: 'dit bestand bestaat niet of niet meer',
    EADDRINUSE: 'deze poort is in gebruik. Kies een andere met --port',
    other: code => `systeemfout ${code}`,
  },
  invalidAddress: got => `${got} is geen adres. Schrijf het als https://portaal.voorbeeld.be/`,
  invalidDate: got => `--date ${got}: een datum zoals 2026-11-30 werd verwacht`,
  outInRead:
    'De uitvoer kan niet in “fichiers” of “textes” staan, en niet in een map die het portaal bevat: kies een andere met --out.',
  invalidBase: got => `--base ${got}: verwacht een adres zoals https://portaal.voorbeeld.be/`,
  noPortal: address =>
    `er is geen portaal op ${address}. Geef het adres van de site, van de API of van een .json-document`,
  incompletePortal: (address, reason) =>
    `${address}: ${reason}. Zonder dit deel zou het archief onvolledig zijn: het wordt niet gemaakt. Probeer later opnieuw, of archiveer wat wel antwoordt met --partial`,
  unreachablePortal: (address, reason) =>
    `geen leesbaar portaal: ${address}, ${reason}. Probeer later opnieuw`,
  missingPart: (address, reason) =>
    `${address}: ${reason}. Dit deel ontbreekt in het archief; archive.json vermeldt het`,
  // Reasons, in the middle of a sentence.
  archiveFailures: {
    status: status => `de server antwoordt ${status}`,
    noAnswer: 'geen antwoord',
    privateAddress: host =>
      `${host} staat op deze computer of een privénetwerk, en het portaal niet`,
    tooManyRedirects: 'te veel doorverwijzingen',
    absent: 'deze pagina van de lijst bestaat niet',
    notJson: 'het antwoord is geen JSON',
    notAList: 'het antwoord is geen lijst van fiches',
    noMoreRecords: (received, total) =>
      `${received} van ${total} fiches ontvangen, zonder volgende pagina`,
    fileType: 'bestanden van dit type worden niet gearchiveerd',
    tooLarge: megabytes => `meer dan ${megabytes}\u00a0MB`,
  },
  archivedWithoutPage: {
    contributions: n =>
      `gepubliceerde bijdragen zonder pagina in het archief: ${n} (donnees/contributions.json, zonder hun foto’s)`,
    chapters: n => `hoofdstukken zonder pagina in het archief: ${n} (donnees/chapters.json)`,
  },
  unreadableRecords: (address, name, n) =>
    `${address}: ${n} onleesbare fiches in “${name}”, niet in het archief`,
  missingRemote: (address, reason) =>
    `${address} kon niet worden gedownload (${reason}): het ontbreekt in het archief`,
  missingFile: name => `het bestand ${name} staat niet in de map “fichiers”`,
  remotePicture: url =>
    `de afbeelding ${url} staat op een andere site en wordt niet getoond: kopieer ze naar “fichiers”`,
  unusedFile: name => `geen enkele fiche gebruikt ${name}: het wordt niet gepubliceerd`,
  unreadablePicture: (name, reason) => `de afbeelding ${name} is onleesbaar (${reason})`,
  unreadablePdf: (name, reason) => `de pdf ${name} is onleesbaar (${reason})`,
  protectedPdf: name =>
    `de pdf ${name} vraagt een wachtwoord: ze wordt gepubliceerd, maar niet doorzocht`,
  brokenPdf: name =>
    `de pdf ${name} is beschadigd of geen pdf: ze wordt gepubliceerd, maar veel lezers kunnen ze niet openen`,
  pdfWithoutText: name =>
    `de pdf ${name} bevat geen tekst (gescande pagina’s): ze wordt gepubliceerd, maar niet doorzocht`,
  textWithoutRecord: name =>
    `geen enkele fiche heeft het kenmerk van deze tekst: ${name} wordt niet gepubliceerd`,
  linkToOutside: name =>
    `${name} is een koppeling naar buiten de map, of naar niets: ze wordt niet gevolgd. Kopieer hierheen waar ze naar verwijst`,
  leftOutFile: name => `${name} is geen werkmap, geen CSV en geen tekst: het wordt niet gelezen`,
  noBase:
    'Zonder “adres” in portail.yaml is er geen sitemap, geen feed en niets om naar andere sites te kopiëren, en de links van 404.html beginnen bij de hoofdmap van de server.',
  created: path =>
    `De map ${path} is klaar. Open portail.xlsx om de voorbeelden te vervangen, en dan:\n\n  npx spass-portal publish ${path} --open`,
  publishedPages: (pages, records, seconds) =>
    `${count(pages, 'pagina', 'pagina’s')}, ${count(records, 'fiche', 'fiches')}, ${seconds.replace('.', ',')}\u00a0s. `,
  changedFiles: (written, removed) =>
    `${count(written, 'bestand', 'bestanden')} geschreven, ${count(removed, 'bestand', 'bestanden')} verwijderd`,
  problems: n => `${count(n, 'punt', 'punten')} te verbeteren, hierboven.`,
  watching: 'De site volgt de wijzigingen in de map. Stoppen: Ctrl+C.',
};
