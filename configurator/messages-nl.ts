import {nlLabels as names} from './labels-nl.js';
import {
  type ConfiguratorMessages,
  ITEMS_EXAMPLE,
  MESSAGE_OVERRIDES_EXAMPLE,
  TEMPLATE_EXAMPLE,
} from './messages.js';

const plural = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('nl')}\u00a0${n === 1 ? one : many}`;

const list = new Intl.ListFormat('nl', {type: 'conjunction'});

export const nl: ConfiguratorMessages = {
  lang: 'nl',
  title: 'Configurator',
  intro: 'Alles gebeurt op deze pagina, er wordt niets verstuurd.',
  steps: {
    widget: 'De widget',
    data: 'Gegevens',
    content: 'De inhoud',
    appearance: 'Taal en titels',
    preview: 'Voorbeeld',
    snippet: 'De code',
  },
  ...names,
  byDefault: 'Standaard',
  asDefault: label => `${label} (standaard)`,
  dataOrigins: {
    own: 'Eigen inhoud',
    demo: 'Voorbeeld',
    address: 'Adres',
    file: 'Bestand',
    inline: 'In de code',
  },
  blocks: {
    title: 'Sjablonen en zinnen',
    overridesTitle: 'Zinnen van de interface',
    language: 'Taal van de zinnen',
    pageLanguage: 'taal van de pagina',
    texts: {
      card: {
        label: 'Sjabloon van een kaart (HTML)',
        hint: 'data-field="title" toont de titel, <a data-field="url"> de link, <img data-field="image"> de afbeelding. Leeg: de gewone weergave.',
        example: TEMPLATE_EXAMPLE,
      },
      row: {
        label: 'Sjabloon van een rij (HTML)',
        hint: 'data-field="title" toont de titel, <a data-field="url"> de link, <img data-field="image"> de afbeelding. Leeg: de gewone weergave.',
        example: TEMPLATE_EXAMPLE,
      },
      popup: {
        label: 'Sjabloon van een venster op de kaart (HTML)',
        hint: 'data-field="title" toont de titel, <a data-field="url"> de link, <img data-field="image"> de afbeelding. Leeg: de gewone weergave.',
        example: TEMPLATE_EXAMPLE,
      },
      items: {
        label: 'Records (JSON)',
        hint: 'Een lijst met records, of een document portail.json. Ze staan in de code om te plakken, zonder ander bestand.',
        example: ITEMS_EXAMPLE,
      },
      messageOverrides: {
        label: 'Vervangen zinnen',
        hint: 'De sleutels staan in de gids, pagina “Phrases de l’interface”. Een zin behoudt de woorden tussen accolades.',
        example: MESSAGE_OVERRIDES_EXAMPLE,
      },
    },
  },
  siblings: n => `Deze code bevat ${n} widgets in één portaal. Widget om in te stellen:`,
  layers: {
    title: 'Gegevenslagen',
    intro:
      'Voeg andere plaatsen aan de projecten toe: bomen, banken, voorzieningen… Elke laag heeft eigen gegevens en een eigen legende.',
    add: 'Laag toevoegen',
    one: n => `Laag ${n}`,
    remove: n => `Laag ${n} verwijderen`,
  },
  ownAttributes: 'Instellingen van deze widget',
  otherAttributes: 'Andere instellingen',
  filters: 'Alleen…',
  legalNotice:
    'Vermeld de verwerkingsverantwoordelijke, het contact en de bewaartermijn: de AVG (artikel 13) verplicht dit.',
  otherSource: 'Andere gegevensbron',
  probe: 'Dit adres controleren',
  probing: 'Bezig met lezen…',
  contents: parts => `Inhoud: ${list.format(parts)}.`,
  collections: {
    portals: n => plural(n, 'portaal', 'portalen'),
    resources: n => plural(n, 'item', 'items'),
    projects: n => plural(n, 'project', 'projecten'),
    programmes: n => plural(n, 'programma', 'programma’s'),
    events: n => plural(n, 'evenement', 'evenementen'),
    organisations: n => plural(n, 'organisatie', 'organisaties'),
    stories: n => plural(n, 'verhaal', 'verhalen'),
  },
  recordKinds: {
    resources: 'Items',
    projects: 'Projecten',
    events: 'Evenementen',
    organisations: 'Organisaties',
    portals: 'Portalen',
    programmes: 'Programma’s',
  },
  inLanguages: names => `Talen van de teksten: ${list.format(names)}.`,
  dropped: n =>
    `${plural(n, 'onleesbaar item overgeslagen', 'onleesbare items overgeslagen')}: zie de console van de browser.`,
  noRecords: 'Dit adres bevat geen gegevens voor deze widget.',
  readable: 'Uw site kan dit adres lezen.',
  readableFromSameSite: 'Pagina’s van deze site kunnen deze gegevens lezen.',
  sameSite: host =>
    `Staat de widget op een pagina van ${host}, dan hoeft u niets te doen. Voor een andere site is de header “Access-Control-Allow-Origin: *” (CORS) nodig.`,
  frameNeedsCors:
    'Een frame (iframe) heeft die ook op dezelfde site nodig: de header “Access-Control-Allow-Origin: *” (CORS) ontbreekt.',
  probeErrors: {
    noAddress: [
      'Dit is geen geldig adres.',
      'Geef het volledige adres op, met https://: https://voorbeeld.be/api',
    ],
    insecure: [
      'Dit adres is niet beveiligd (http): een site op https kan het niet lezen.',
      'Vraag de beheerder een certificaat te installeren en gebruik daarna https://.',
    ],
    noCors: [
      'Dit adres antwoordt, maar staat andere sites niet toe het antwoord te lezen (CORS).',
      'Vraag de beheerder de header “Access-Control-Allow-Origin: *” aan de antwoorden toe te voegen, of zet een kopie van het bestand op uw site. Is het een webpagina, zoek daar dan een link “API” of “Exporteren”.',
    ],
    unreachable: [
      'Dit adres antwoordt niet.',
      'Open het in een nieuw tabblad. Antwoordt het daar wel, dan blokkeert uw netwerk misschien de aanvraag.',
    ],
    page: [
      'Dit is het adres van een webpagina, niet van gegevens.',
      'Zoek daar een link “API”, “Exporteren” of “Downloaden”, of wijzig het type bron.',
    ],
    notFound: [
      'Er is niets op dit adres (404).',
      'Geef voor de API van een portaal het deel vóór /portals op; voor een bestand het volledige adres.',
    ],
    refused: [
      'De server weigert de aanvraag.',
      'Probeer later opnieuw, of controleer of er geen sleutel of parameter ontbreekt.',
    ],
    notAsPromised: [
      'De gegevens komen niet overeen met het gekozen type bron.',
      'Kies een ander type bron of een ander adres.',
    ],
  },
  file: {
    intro:
      'CSV, werkmap (.xlsx, .ods), GeoJSON, JSON, agenda (.ics) of feed (.rss). Sleep het bestand naar om het even welke plek op deze pagina: het verlaat uw computer niet.',
    choose: 'Kies een bestand, of sleep het hierheen',
    working: 'Het bestand wordt gelezen…',
    recordCount: n => `${plural(n, 'item omgezet', 'items omgezet')}.`,
    download: 'portail.json downloaden',
    next: 'Plaats dit bestand op uw site.',
    address: 'Adres van het bestand op uw site',
    exampleAddress: 'https://uw-site.be/portail.json',
    nothing: 'Dit bestand kon niet worden omgezet.',
    unknown:
      'Dit bestand heeft geen van de bekende formaten: CSV, rekenblad (.xlsx, .ods), GeoJSON, JSON, agenda (.ics) of feed (.rss). Bewaar een oud rekenblad (.xls) als .xlsx.',
    unreadable: 'Dit bestand kon niet worden gelezen. Is het een map, of is het verplaatst?',
    diagnostics: n => `${plural(n, 'probleem', 'problemen')}, met regel en kolom`,
    severities: {fatal: 'mislukt', error: 'fout', warning: 'waarschuwing'},
    recordKind: 'Type item',
    sheet: 'Blad van het rekenblad',
  },
  colours: {
    title: 'Kleuren',
    intro: 'Laat een veld leeg om de kleur van de pagina te gebruiken.',
    names: {
      '--spass-surface': 'Achtergrond',
      '--spass-ink': 'Tekst',
      '--spass-link': 'Links',
      '--spass-muted': 'Secundaire tekst',
      '--spass-acteur': 'ACTEUR',
      '--spass-theme': 'THÈME',
      '--spass-projet': 'PROJET',
      '--spass-focus': 'Focusrand',
      '--spass-edge': 'Randen van velden',
    },
    clear: 'De pagina volgen',
    byDefault: 'standaard',
    contrastOk: ratio => `Contrast ${ratio}: voldoende.`,
    contrastTooLow: (ratio, least) =>
      `Contrast ${ratio}: te laag, ${least} is nodig. Maak de ene donkerder of de andere lichter.`,
  },
  fit: 'Passend',
  schemes: {label: 'Kleuren van het voorbeeld', light: 'Licht', dark: 'Donker'},
  widths: 'Breedte van het voorbeeld',
  poster: {print: 'De affiche van het project afdrukken', example: 'Voorbeeld van een affiche'},
  formats: {
    element: 'Tag',
    placeholder: 'Div-tag',
    frame: 'Kader',
    shortcode: 'WordPress',
    block: 'WordPress-blok',
    spip: 'SPIP',
    others: 'Drupal, Joomla…',
  },
  formatHints: {
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
  previewEmpty: 'Geef het adres van de gegevens op om de widget te tonen.',
  previewDrop: 'Sleep een bestand naar deze pagina om het hier te zien.',
  demoNotice: 'Dit zijn de voorbeeldgegevens: geef uw eigen gegevens op voordat u publiceert.',
  fileNotice: 'Voordat u publiceert: plaats portail.json op uw site en geef het adres ervan op.',
  sampleNotice:
    'Vervang de beelden en teksten van het voorbeeld door die van u. Een kader en een SPIP-modèle kunnen ze niet bevatten.',
  plugin: 'De plug-in downloaden (zip)',
  link: {
    script: host =>
      `Deze link stelt een script van ${host} voor, niet van deze site. Het zou in uw pagina’s worden uitgevoerd: gebruik het alleen als u die site kent.`,
    ownScript: 'Het script van deze site gebruiken',
    foreignScript: host => `Het script van ${host} gebruiken`,
    data: hosts => `Deze link stelt gegevens van ${hosts} voor. Er is nog niets geladen.`,
    load: 'Deze gegevens laden',
  },
  embedJson: 'Toe te voegen aan het bestand embed.json, in de map van het script',
  guide: 'Uitleg in de gids (Frans):',
  copy: 'Kopiëren',
  copied: 'Gekopieerd.',
  notCopied: 'De browser heeft het kopiëren geweigerd: selecteer de tekst en kopieer hem.',
  host: {
    title: 'Adres van het script',
    intro:
      'Wij raden aan het op uw eigen site te hosten: dan ontvangt geen andere server de IP-adressen van uw bezoekers.',
    zip: 'De bestanden downloaden (zip)',
    base: 'Adres van de map',
    baseHint:
      'Eén map per versie, die nooit verandert, bijvoorbeeld https://voorbeeld.be/spass-widgets/0.1.0',
    missingHashes:
      'De hashes van deze bestanden konden niet worden gelezen: het fragment heeft geen attribuut “integrity”.',
    mutableVersion:
      'De versie van de bestanden op dit adres kan veranderen: gebruik een volledig versienummer.',
    fallbackHashes: version =>
      `De hashes van deze map konden niet gelezen worden. Het fragment bevat die van versie ${version}: zet die bestanden ongewijzigd in de map.`,
    otherVersionHashes:
      'Het fragment bevat de hashes van de bestanden in deze map. Hun versie verschilt van die van deze configurator.',
    sameHashes: 'Deze map bevat dezelfde bestanden: de hashes kloppen.',
  },
  policy: {
    title: 'Als uw site een Content-Security-Policy heeft',
    intro: 'Voeg deze richtlijnen toe:',
    colours:
      'Zo’n beleid verbiedt het attribuut style: voeg deze kleuren toe aan de stylesheet van uw site.',
  },
  preload: {
    title: 'De gegevens eerder opvragen',
    intro:
      'Bij een trage verbinding, of met gegevens van een trage server, verschijnen ze eerder als de pagina ze opvraagt voordat het script geladen is. Voeg het volgende toe aan de <head> van de pagina, zolang de instellingen en het adres van de gegevens niet veranderen:',
    none: 'Het voorbeeld heeft geen gegevens van een andere site opgevraagd: er is niets toe te voegen.',
  },
  importer: {
    title: 'Een reeds geplakt fragment wijzigen',
    intro: 'Plak het hier, in elk formaat.',
    label: 'Het fragment',
    read: 'Lezen',
    ok: 'Fragment gelezen: geen fouten.',
  },
  share: 'Het adres van deze pagina bewaart uw instellingen: u kunt het versturen.',
  language: 'Taal van deze pagina',
  noScript: 'De configurator heeft JavaScript nodig. De gids beschrijft alle instellingen.',
  loadFailed: 'De lijst van widgets kon niet worden gelezen. Herlaad de pagina.',
};
