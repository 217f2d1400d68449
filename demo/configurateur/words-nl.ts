import type {Words} from './words.js';

const plural = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('nl')} ${n === 1 ? one : many}`;

const list = new Intl.ListFormat('nl', {type: 'conjunction'});

const meant = (word: string | undefined): string => (word ? ` Bedoelde u “${word}”?` : '');

export const nl: Words = {
  lang: 'nl',
  title: 'Configurator',
  intro:
    'Kies een widget, zeg waar de gegevens staan, kijk, plak. Er wordt niets naar iemand gestuurd: alles gebeurt in deze pagina.',
  steps: {
    widget: 'De widget',
    data: 'De gegevens',
    content: 'Wat getoond wordt',
    look: 'Het uiterlijk',
    preview: 'Voorbeeld',
    paste: 'Om te plakken',
  },
  widgets: {
    explorer: ['Een heel portaal', 'Filter, kaarten, lijst, landkaart en tijdlijn in één tag'],
    'portal-cards': ['Portalen als kaartjes', 'Eén kaartje per portaal, al dan niet per familie'],
    'family-filter': ['Filter per familie', 'ACTEUR, THÈME, PROJET, met hun aantallen'],
    'resource-list': ['Lijst van bronnen', 'Zoeken, filters, sorteren, downloads'],
    'project-map': ['Kaart van projecten', 'Een kaart, en de lijst die hetzelfde zegt'],
    'programme-timeline': ['Tijdlijn van programma’s', 'De Interreg-programma’s en hun projecten'],
    story: ['Verhaal van een streek', 'Een tekst in stappen, met beelden en een kaart'],
    compare: ['Toen en nu', 'Twee beelden van één plek'],
    'project-progress': ['Voortgang van een project', 'Fasen, volgende afspraak, meedoen'],
    contribute: ['Bijdrage', 'Een formulier voor inwoners'],
    agenda: ['Agenda', 'Wat er komt, dag na dag'],
    directory: ['Gids', 'De actoren en de partners'],
  },
  attributes: {
    api: 'Adres van de gegevens',
    source: 'Van welke soort',
    fields: 'Welk veld wat is',
    places: 'Tabel van gemeenten',
    lang: 'Taal',
    skin: 'Stijl',
    limit: 'Hoeveel tegelijk',
    'heading-level': 'Niveau van de titels',
    group: 'Groep',
    'sync-url': 'De keuze van de bezoeker in het adres van de pagina bewaren',
    'structured-data': 'De fiches voor zoekmachines beschrijven',
    family: 'Families',
    portal: 'Portalen',
    theme: 'Thema’s',
    section: 'Rubrieken',
    type: 'Types',
    commune: 'Gemeenten',
    epci: 'Samenwerkingsverbanden (EPCI)',
    departement: 'Departementen',
    region: 'Regio’s',
    programme: 'Programma’s',
    project: 'Projecten',
    from: 'Vanaf',
    to: 'Tot',
    q: 'Gezochte woorden',
    sort: 'Volgorde',
    facets: 'Filters voor de bezoeker',
    paging: 'Vervolg van de lijst',
    chapters: 'Per hoofdstuk',
    detail: 'Een fiche ter plaatse openen',
    'show-publisher': 'Tonen wie publiceerde',
    'group-by': 'Ordenen per',
    of: 'Wat geteld wordt',
    multiple: 'Meerdere families tegelijk',
    tiles: 'Achtergrondkaart',
    attribution: 'Vermelding van de achtergrond',
    consent: 'Toestemming voor de achtergrond van een derde',
    center: 'Midden van de kaart',
    zoom: 'Zoomniveau',
    fit: 'Uitsnede',
    near: 'Binnen (meter) van een laag',
    'no-list': 'Zonder de lijst',
    'no-map': 'Zonder de kaart',
    height: 'Hoogte van de kaart',
    load: 'Wanneer de kaart laadt',
    story: 'Welk verhaal',
    step: 'Eerste stap',
    mode: 'Schikking',
    href: 'Waar men meedoet',
    label: 'Tekst van de link',
    until: 'Tot wanneer',
    state: 'Stand',
    kind: 'Wat men toevoegt',
    draft: 'Ontwerp',
    controller: 'Verantwoordelijke voor de gegevens',
    contact: 'Contact voor uw rechten',
    retention: 'Bewaartermijn',
    policy: 'Privacybeleid',
    views: 'Weergaven',
  },
  hints: {
    api: 'De API van een portaal, een bestand portail.json, of wat “Van welke soort” zegt.',
    fields: 'Bijvoorbeeld: title: nom; url: lien',
    places: 'Adres van een communes.json, om fiches te plaatsen die enkel een gemeente noemen.',
    group: 'Widgets van één groep antwoorden elkaar.',
    commune: 'INSEE-codes, gescheiden door komma’s.',
    from: 'Een jaar of een datum: 2016, 2016-10-01.',
    to: 'Een jaar of een datum: 2016, 2016-10-01.',
    center: 'Breedte, lengte: 50.41,3.49',
    facets: 'Bijvoorbeeld: theme,type,year',
    tiles: 'none, ign, ign-ortho, osm-be, of een adres met {z}, {x} en {y}.',
    height: 'Bijvoorbeeld: 24em',
  },
  choices: {
    plain: 'Lettertype en kleuren van de pagina',
    dsfr: 'Ontwerpsysteem van de Franse Staat',
    caue: 'Papier, inkt, schreef',
    title: 'Titel, van A tot Z',
    '-title': 'Titel, van Z tot A',
    date: 'Oudste eerst',
    '-date': 'Nieuwste eerst',
    more: 'Een knop “Meer”',
    pages: 'Pagina’s',
    fr: 'Français',
    nl: 'Nederlands',
    en: 'English',
    de: 'Deutsch',
  },
  byDefault: value => (value ? `Standaard (${value})` : 'Standaard'),
  other: 'andere…',
  ownAttributes: 'Instellingen van deze widget',
  filters: 'Alleen…',
  tryIt: 'Dit adres proberen',
  trying: 'Bezig met lezen…',
  holds: parts => `Er staat: ${list.format(parts)}.`,
  collections: {
    portals: n => plural(n, 'portaal', 'portalen'),
    resources: n => plural(n, 'bron', 'bronnen'),
    projects: n => plural(n, 'project', 'projecten'),
    programmes: n => plural(n, 'programma', 'programma’s'),
    events: n => plural(n, 'afspraak', 'afspraken'),
    organisations: n => plural(n, 'organisatie', 'organisaties'),
    stories: n => plural(n, 'verhaal', 'verhalen'),
  },
  inLanguages: names => `Talen van de teksten: ${list.format(names)}.`,
  dropped: n =>
    `${plural(n, 'onleesbare fiche blijft', 'onleesbare fiches blijven')} weg: de console van de browser zegt welke.`,
  noneHeld: 'Niets voor deze widget op dit adres.',
  readable: 'Uw site kan dit adres lezen.',
  troubles: {
    noAddress: [
      'Dit is geen adres.',
      'Schrijf het helemaal, met https:// vooraan: https://voorbeeld.be/api',
    ],
    insecure: [
      'Dit adres is niet veilig (http), en een site in https kan het niet lezen.',
      'Vraag de beheerder om een certificaat en schrijf https://.',
    ],
    noCors: [
      'Dit adres antwoordt, maar laat andere sites zijn antwoord niet lezen (CORS).',
      'Vraag de beheerder de header “Access-Control-Allow-Origin: *” toe te voegen; of zet een kopie van het bestand op uw site.',
    ],
    unreachable: [
      'Niets antwoordt op dit adres.',
      'Probeer het in een nieuw tabblad; antwoordt het daar, dan blokkeert uw netwerk het misschien hier.',
    ],
    page: [
      'Dit is het adres van een webpagina, niet van gegevens.',
      'Zoek daar een link “API”, “Exporteren” of “Downloaden”, of kies een andere soort.',
    ],
    notFound: [
      'Er is niets op dit adres (404).',
      'Geef voor de API van een portaal wat vóór /portals staat; voor een bestand het hele adres.',
    ],
    refused: [
      'De server weigert te antwoorden.',
      'Probeer later opnieuw; misschien ontbreekt een sleutel of een parameter.',
    ],
    notAsPromised: [
      'Wat gelezen wordt, is niet wat “Van welke soort” zegt.',
      'Kies een andere soort, of geef een ander adres.',
    ],
  },
  file: {
    title: 'U hebt een rekenblad, een CSV of een GeoJSON',
    intro:
      'Zet het hier neer: het wordt een portail.json voor uw site. Het bestand verlaat uw computer niet.',
    choose: 'Een bestand kiezen (.csv, .xlsx, .ods, .geojson)',
    working: 'Het bestand wordt gelezen…',
    kept: n => `${plural(n, 'fiche behouden', 'fiches behouden')}.`,
    download: 'portail.json downloaden',
    next: 'Zet het op uw site en schrijf het adres hierboven.',
    nothing: 'Er kon niets van gemaakt worden.',
    unknown: 'Dit is geen CSV, geen rekenblad (.xlsx, .ods) en geen GeoJSON.',
    findings: n => `${plural(n, 'opmerking', 'opmerkingen')}, met regel en kolom`,
    levels: {failed: 'mislukt', dropped: 'verlies', doubt: 'twijfel'},
    kind: 'Elke rij is',
  },
  colours: {
    title: 'Kleuren',
    intro: 'Laat leeg wat uw pagina moet volgen.',
    names: {
      '--spass-surface': 'Achtergrond',
      '--spass-ink': 'Tekst',
      '--spass-link': 'Links',
      '--spass-muted': 'Bijkomende tekst',
      '--spass-acteur': 'ACTEUR',
      '--spass-theme': 'THÈME',
      '--spass-projet': 'PROJET',
      '--spass-focus': 'Focusrand',
      '--spass-edge': 'Randen van velden',
    },
    clear: 'De pagina volgen',
    enough: ratio => `Contrast ${ratio}: voldoende.`,
    poor: (ratio, least) =>
      `Contrast ${ratio}: te laag, ${least} is nodig. Maak de ene donkerder of de andere lichter.`,
    rule: 'Toe te voegen aan het stijlblad van uw site',
  },
  width: pixels => `${pixels} px`,
  widths: 'Breedte van het voorbeeld',
  shapes: {
    element: 'Tag',
    placeholder: '<div>-tag',
    frame: 'Kader (iframe)',
    shortcode: 'WordPress, shortcode',
    block: 'WordPress, blok',
    spip: 'SPIP, modèle',
    others: 'Drupal, TYPO3, Joomla',
  },
  shapeHints: {
    element: 'In de HTML van de pagina. De eerste twee regels één keer per pagina.',
    placeholder: 'Als uw editor tags verwijdert die hij niet kent.',
    frame:
      'Als uw editor scripts verwijdert. De host van het kader moet uw gegevens toestaan in embed.json.',
    shortcode: 'Met de plug-in S-PASS Widgets, in elke editor van WordPress.',
    block: 'Met de plug-in S-PASS Widgets: plak in de code-editor (⋮, dan “Code-editor”).',
    spip: 'Met de plug-in S-PASS Widgets, in de tekst van een artikel.',
    others:
      'Neem de <div>-tag, als volledige HTML. Drupal: het formaat “Volledige HTML”, of voeg <div data-*> toe aan de toegestane tags. TYPO3: een inhoudselement “HTML”. Joomla: het tekstfilter “Geen filtering” voor uw groep, of een module “Aangepast”.',
  },
  copy: 'Kopiëren',
  copied: 'Gekopieerd.',
  notCopied: 'De browser weigert: selecteer de tekst en kopieer hem.',
  host: {
    title: 'Waar het script staat',
    intro:
      'Het best host u het zelf: dan leert niemand anders de IP-adressen van uw bezoekers kennen.',
    zip: 'De bestanden downloaden (zip)',
    base: 'Adres van de map',
    baseHint: 'Eén map per versie, die nooit verandert: https://voorbeeld.be/spass-widgets/0.1.0',
    noHash:
      'De hashes van deze bestanden konden niet gelezen worden: er staat geen “integrity” bij.',
    mutable: 'Dit adres kan vanzelf van versie veranderen: noem een volledige versie.',
  },
  policy: {
    title: 'Als uw site een Content-Security-Policy heeft',
    intro: 'Voeg toe wat ontbreekt:',
  },
  pasted: {
    title: 'Een reeds geplakt fragment wijzigen',
    intro: 'Plak het hier, in om het even welke vorm.',
    label: 'Het fragment',
    read: 'Lezen',
    ok: 'Gelezen: alles klopt.',
    faults(fault) {
      switch (fault.what) {
        case 'nothing':
          return 'Geen enkele van onze widgets staat in deze tekst.';
        case 'unknownWidget':
          return `Geen widget heet “${fault.got}”.${meant(fault.meant)}`;
        case 'unknownAttribute':
          return `Het attribuut “${fault.got}” bestaat niet.${meant(fault.meant)}`;
        case 'badValue':
          return `${fault.attribute}: “${fault.got}” gaat niet; verwacht: ${fault.expected}.${meant(fault.meant)}`;
        case 'movingAddress':
          return `Het adres ${fault.got} kan vanzelf van versie veranderen: noem een volledige versie.`;
        case 'noHash':
          return 'Het script heeft geen “integrity”: een gewijzigd bestand zou uitgevoerd worden.';
        case 'mangled':
          return 'Een editor heeft aanhalingstekens of haken veranderd; het fragment hieronder is hersteld.';
        case 'several':
          return `Er zijn ${fault.count} widgets: de eerste wordt gelezen.`;
      }
    },
  },
  share: 'Het adres van deze pagina bewaart uw instellingen: u kunt het versturen.',
  language: 'Taal van deze pagina',
  noScript: 'De configurator heeft JavaScript nodig. De gids voor webmasters zegt alles zonder.',
  loadFailed: 'De lijst van widgets kon niet gelezen worden. Herlaad de pagina.',
};
