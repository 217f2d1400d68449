import type {Words} from './words.js';

const plural = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const list = new Intl.ListFormat('en', {type: 'conjunction'});

const meant = (word: string | undefined): string => (word ? ` Did you mean “${word}”?` : '');

export const en: Words = {
  lang: 'en',
  title: 'Configurator',
  intro:
    'Choose a widget, say where the data are, look, paste. Nothing is sent to anybody: it all happens in this page.',
  steps: {
    widget: 'The widget',
    data: 'The data',
    content: 'What is shown',
    look: 'How it looks',
    preview: 'Preview',
    paste: 'To paste',
  },
  widgets: {
    explorer: ['A whole portal', 'Filter, cards, list, map and timeline in one tag'],
    'portal-cards': ['Portals as cards', 'A card a portal, grouped by family or not'],
    'family-filter': ['Filter by family', 'ACTEUR, THÈME, PROJET, each with its count'],
    'resource-list': ['List of resources', 'Search, facets, sorting, downloads'],
    'project-map': ['Map of projects', 'A map, and the list that says the same'],
    'programme-timeline': ['Timeline of programmes', 'Interreg programmes and their projects'],
    story: ['Story of a territory', 'A text in steps, with pictures and a map'],
    compare: ['Then and now', 'Two pictures of one place'],
    'project-progress': ['Progress of a project', 'Phases, next meeting, how to take part'],
    contribute: ['Contribution', 'A form for inhabitants'],
    agenda: ['Agenda', 'What is coming, day by day'],
    directory: ['Directory', 'Actors and partners'],
  },
  attributes: {
    api: 'Address of the data',
    source: 'Of what kind',
    fields: 'Which field is what',
    places: 'Table of communes',
    lang: 'Language',
    skin: 'Skin',
    limit: 'How many at a time',
    'heading-level': 'Level of headings',
    group: 'Group',
    'sync-url': 'Keep the visitor’s choice in the page’s address',
    'structured-data': 'Describe the records to search engines',
    family: 'Families',
    portal: 'Portals',
    theme: 'Themes',
    section: 'Sections',
    type: 'Types',
    commune: 'Communes',
    epci: 'Groups of communes (EPCI)',
    departement: 'Départements',
    region: 'Régions',
    programme: 'Programmes',
    project: 'Projects',
    from: 'From',
    to: 'Until',
    q: 'Words searched for',
    sort: 'Order',
    facets: 'Facets offered to the visitor',
    paging: 'Rest of the list',
    chapters: 'Group by chapters',
    detail: 'Open a record in place',
    'show-publisher': 'Show who published it',
    'group-by': 'Group by',
    of: 'What is counted',
    multiple: 'Several families at once',
    tiles: 'Background map',
    attribution: 'Credit of the background',
    consent: 'Consent to a third party’s background',
    center: 'Centre of the map',
    zoom: 'Zoom level',
    fit: 'Framing',
    near: 'Within (metres) of a layer',
    'no-list': 'Without the list',
    'no-map': 'Without the map',
    height: 'Height of the map',
    load: 'When the map loads',
    story: 'Which story',
    step: 'First step',
    mode: 'Layout',
    href: 'Where to take part',
    label: 'Text of the link',
    until: 'Until when',
    state: 'State',
    kind: 'What is added',
    draft: 'Draft',
    controller: 'Data controller',
    contact: 'Contact for one’s rights',
    retention: 'How long it is kept',
    policy: 'Privacy policy',
    views: 'Views',
  },
  hints: {
    api: 'A portal’s API, a portail.json file, or what “Of what kind” says.',
    fields: 'For example: title: nom; url: lien',
    places: 'Address of a communes.json, to locate records that name a commune alone.',
    group: 'Widgets of one group answer each other.',
    commune: 'INSEE codes, separated by commas.',
    from: 'A year, or a date: 2016, 2016-10-01.',
    to: 'A year, or a date: 2016, 2016-10-01.',
    center: 'Latitude, longitude: 50.41,3.49',
    facets: 'For example: theme,type,year',
    tiles: 'none, ign, ign-ortho, osm-be, or an address with {z}, {x} and {y}.',
    height: 'For example: 24em',
  },
  choices: {
    plain: 'The page’s own font and colours',
    dsfr: 'The French State’s design system',
    caue: 'Paper, ink, serif',
    title: 'Title, A to Z',
    '-title': 'Title, Z to A',
    date: 'Oldest first',
    '-date': 'Newest first',
    more: 'A button “More”',
    pages: 'Pages',
    fr: 'Français',
    nl: 'Nederlands',
    en: 'English',
    de: 'Deutsch',
  },
  byDefault: value => (value ? `Default (${value})` : 'Default'),
  other: 'other…',
  ownAttributes: 'Settings of this widget',
  filters: 'Only…',
  tryIt: 'Try this address',
  trying: 'Reading…',
  holds: parts => `It holds ${list.format(parts)}.`,
  collections: {
    portals: n => plural(n, 'portal', 'portals'),
    resources: n => plural(n, 'resource', 'resources'),
    projects: n => plural(n, 'project', 'projects'),
    programmes: n => plural(n, 'programme', 'programmes'),
    events: n => plural(n, 'event', 'events'),
    organisations: n => plural(n, 'organisation', 'organisations'),
    stories: n => plural(n, 'story', 'stories'),
  },
  inLanguages: names => `Languages of the texts: ${list.format(names)}.`,
  dropped: n =>
    `${plural(n, 'record that can’t be read is', 'records that can’t be read are')} left out: the browser’s console says which.`,
  noneHeld: 'Nothing for this widget at this address.',
  readable: 'Your site can read this address.',
  troubles: {
    noAddress: [
      'This is no address.',
      'Write all of it, with https:// first: https://example.org/api',
    ],
    insecure: [
      'This address is not secure (http), and a site in https can’t read it.',
      'Ask whoever keeps it for a certificate, then write https://.',
    ],
    noCors: [
      'This address answers, but lets no other site read its answer (CORS).',
      'Ask whoever keeps it to add the header “Access-Control-Allow-Origin: *” to its answers; or put a copy of the file on your site.',
    ],
    unreachable: [
      'Nothing answers at this address.',
      'Try it in a new tab; if it answers there, your network may block it here.',
    ],
    page: [
      'This is the address of a web page, not of data.',
      'Look there for a link “API”, “Export” or “Download”, or choose another “Of what kind”.',
    ],
    notFound: [
      'There is nothing at this address (404).',
      'For a portal’s API give what stands before /portals; for a file, its whole address.',
    ],
    refused: [
      'The server refuses to answer.',
      'Try again later; a key or a parameter may be missing.',
    ],
    notAsPromised: [
      'What is read is not what “Of what kind” says.',
      'Choose another kind, or give another address.',
    ],
  },
  file: {
    title: 'You have a spreadsheet, a CSV or a GeoJSON',
    intro:
      'Drop it here: it becomes a portail.json to put on your site. The file stays on your computer.',
    choose: 'Choose a file (.csv, .xlsx, .ods, .geojson)',
    working: 'Reading the file…',
    kept: n => `${plural(n, 'record kept', 'records kept')}.`,
    download: 'Download portail.json',
    next: 'Put it on your site, then write its address above.',
    nothing: 'Nothing could be made of it.',
    unknown: 'This is no CSV, no spreadsheet (.xlsx, .ods) and no GeoJSON.',
    findings: n => `${plural(n, 'remark', 'remarks')}, with line and column`,
    levels: {failed: 'failure', dropped: 'loss', doubt: 'doubt'},
    kind: 'Each row is',
  },
  colours: {
    title: 'Colours',
    intro: 'Leave empty what is to follow your page.',
    names: {
      '--spass-surface': 'Background',
      '--spass-ink': 'Text',
      '--spass-link': 'Links',
      '--spass-muted': 'Secondary text',
      '--spass-acteur': 'ACTEUR',
      '--spass-theme': 'THÈME',
      '--spass-projet': 'PROJET',
      '--spass-focus': 'Focus ring',
      '--spass-edge': 'Edges of fields',
    },
    clear: 'Follow the page',
    enough: ratio => `Contrast ${ratio}: enough.`,
    poor: (ratio, least) =>
      `Contrast ${ratio}: too low, ${least} is needed. Make one darker or the other lighter.`,
    rule: 'To add to the style sheet of your site',
  },
  width: pixels => `${pixels} px`,
  widths: 'Width of the preview',
  shapes: {
    element: 'Tag',
    placeholder: '<div> tag',
    frame: 'Frame (iframe)',
    shortcode: 'WordPress, shortcode',
    block: 'WordPress, block',
    spip: 'SPIP, modèle',
    others: 'Drupal, TYPO3, Joomla',
  },
  shapeHints: {
    element: 'In the page’s HTML. The first two lines once a page.',
    placeholder: 'If your editor strips tags that it doesn’t know.',
    frame:
      'If your editor strips scripts. Whoever hosts the frame must allow your data in embed.json.',
    shortcode: 'With the plugin S-PASS Widgets, in any editor of WordPress.',
    block: 'With the plugin S-PASS Widgets: paste into the code editor (⋮, then “Code editor”).',
    spip: 'With the plugin S-PASS Widgets, in the text of an article.',
    others:
      'Take the <div> tag, as full HTML. Drupal: the format “Full HTML”, or add <div data-*> to the allowed tags. TYPO3: a content element “HTML”. Joomla: the text filter “No filtering” for your group, or a module “Custom”.',
  },
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'The browser refuses: select the text and copy it.',
  host: {
    title: 'Where the script is',
    intro: 'Best is to host it yourself: then nobody else learns your visitors’ IP addresses.',
    zip: 'Download the files (zip)',
    base: 'Address of the folder',
    baseHint: 'One folder a version, which never changes: https://example.org/spass-widgets/0.1.0',
    noHash: 'The hashes of these files could not be read: the snippet is without “integrity”.',
    mutable: 'This address may change its version under your feet: name a whole version.',
  },
  policy: {
    title: 'If your site has a Content-Security-Policy',
    intro: 'Add to it what is missing:',
  },
  pasted: {
    title: 'Change a snippet that is pasted already',
    intro: 'Paste it here, in any shape.',
    label: 'The snippet',
    read: 'Read it',
    ok: 'Read: all of it is right.',
    faults(fault) {
      switch (fault.what) {
        case 'nothing':
          return 'None of our widgets is in this text.';
        case 'unknownWidget':
          return `No widget is called “${fault.got}”.${meant(fault.meant)}`;
        case 'unknownAttribute':
          return `There is no attribute “${fault.got}”.${meant(fault.meant)}`;
        case 'badValue':
          return `${fault.attribute}: “${fault.got}” won’t do; expected: ${fault.expected}.${meant(fault.meant)}`;
        case 'movingAddress':
          return `The address ${fault.got} may change its version by itself: name a whole version.`;
        case 'noHash':
          return 'The script has no “integrity”: an altered file would be run.';
        case 'mangled':
          return 'An editor has changed quotes or brackets; the snippet below is mended.';
        case 'several':
          return `There are ${fault.count} widgets: the first is read.`;
      }
    },
  },
  share: 'The address of this page keeps your settings: you can send it.',
  language: 'Language of this page',
  noScript: 'The configurator needs JavaScript. The webmaster’s guide says everything without it.',
  loadFailed: 'The list of widgets could not be read. Reload the page.',
};
