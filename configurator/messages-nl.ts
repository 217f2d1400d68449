import {nlLabels as names} from './labels-nl.js';
import type {ConfiguratorMessages} from './messages.js';

const plural = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('nl')} ${n === 1 ? one : many}`;

const list = new Intl.ListFormat('nl', {type: 'conjunction'});

export const nl: ConfiguratorMessages = {
  lang: 'nl',
  title: 'Configurator',
  intro:
    'Een widget op uw site in vier stappen. Er wordt niets naar iemand gestuurd: alles gebeurt in deze pagina.',
  steps: {
    widget: 'De widget',
    data: 'De gegevens',
    settings: 'De instellingen',
    content: 'Wat getoond wordt',
    appearance: 'Het uiterlijk',
    preview: 'Voorbeeld',
    snippet: 'Om te plakken',
  },
  ...names,
  byDefault: value => (value ? `Standaard (${value})` : 'Standaard'),
  ownAttributes: 'Instellingen van deze widget',
  filters: 'Alleen…',
  optional: 'Niets is verplicht: wat leeg is, heeft al een goede waarde.',
  legalNotice:
    'Zeg wie bewaart wat inwoners sturen, bij wie men terechtkan en voor hoelang: de wet vraagt het (AVG, artikel 13).',
  otherSource: 'Het zijn geen gegevens van een S-PASS-portaal',
  probe: 'Dit adres proberen',
  useDemo: 'Proberen met de voorbeeldgegevens',
  probing: 'Bezig met lezen…',
  contents: parts => `Er staat: ${list.format(parts)}.`,
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
  noRecords: 'Niets voor deze widget op dit adres.',
  readable: 'Uw site kan dit adres lezen.',
  readableFromSameSite:
    'Deze site kan dit adres lezen, maar een andere niet: de header “Access-Control-Allow-Origin: *” ontbreekt (CORS).',
  probeErrors: {
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
      'Vraag de beheerder de header “Access-Control-Allow-Origin: *” toe te voegen; of zet een kopie van het bestand op uw site. Is het een webpagina, zoek daar dan een link “API” of “Exporteren”.',
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
    recordCount: n => `${plural(n, 'fiche behouden', 'fiches behouden')}.`,
    download: 'portail.json downloaden',
    next: 'Zet het op uw site en schrijf het adres hierboven.',
    nothing: 'Er kon niets van gemaakt worden.',
    unknown: 'Dit is geen CSV, geen rekenblad (.xlsx, .ods) en geen GeoJSON.',
    diagnostics: n => `${plural(n, 'opmerking', 'opmerkingen')}, met regel en kolom`,
    severities: {fatal: 'mislukt', error: 'verlies', warning: 'twijfel'},
    recordKind: 'Elke rij is',
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
    contrastOk: ratio => `Contrast ${ratio}: voldoende.`,
    contrastTooLow: (ratio, least) =>
      `Contrast ${ratio}: te laag, ${least} is nodig. Maak de ene donkerder of de andere lichter.`,
    rule: 'Toe te voegen aan het stijlblad van uw site',
  },
  width: pixels => `${pixels} px`,
  widths: 'Breedte van het voorbeeld',
  formats: {
    element: 'Tag',
    placeholder: '<div>-tag',
    frame: 'Kader (iframe)',
    shortcode: 'WordPress, shortcode',
    block: 'WordPress, blok',
    spip: 'SPIP, modèle',
    others: 'Drupal, TYPO3, Joomla',
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
  previewEmpty: 'Zeg waar de gegevens staan, en de widget verschijnt hier.',
  sampleNotice:
    'De beelden en teksten in het fragment zijn een voorbeeld: zet er de uwe. Een kader en een modèle van SPIP hebben er geen plaats voor.',
  plugin: 'De plug-in downloaden (zip)',
  embedJson: 'Te zetten in het bestand embed.json, naast het script',
  guide: 'Stap voor stap, in de gids (Frans):',
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
    missingHashes:
      'De hashes van deze bestanden konden niet gelezen worden: er staat geen “integrity” bij.',
    mutableVersion: 'Dit adres kan vanzelf van versie veranderen: noem een volledige versie.',
    fallbackHashes: version =>
      `De hashes van deze map konden niet gelezen worden. Het fragment draagt die van versie ${version}: zet precies die bestanden erin.`,
    otherVersionHashes:
      'Het fragment draagt de hashes van de bestanden in deze map, die van een andere versie zijn dan deze.',
    sameHashes: 'Deze map bevat dezelfde bestanden: de hashes kloppen.',
  },
  policy: {
    title: 'Als uw site een Content-Security-Policy heeft',
    intro: 'Voeg toe wat ontbreekt:',
  },
  importer: {
    title: 'Een reeds geplakt fragment wijzigen',
    intro: 'Plak het hier, in om het even welke vorm.',
    label: 'Het fragment',
    read: 'Lezen',
    ok: 'Gelezen: alles klopt.',
  },
  share: 'Het adres van deze pagina bewaart uw instellingen: u kunt het versturen.',
  language: 'Taal van deze pagina',
  noScript: 'De configurator heeft JavaScript nodig. De gids voor webmasters zegt alles zonder.',
  loadFailed: 'De lijst van widgets kon niet gelezen worden. Herlaad de pagina.',
};
