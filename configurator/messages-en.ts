import {enLabels as names} from './labels-en.js';
import {
  type ConfiguratorMessages,
  ITEMS_EXAMPLE,
  MESSAGE_OVERRIDES_EXAMPLE,
  TEMPLATE_EXAMPLE,
} from './messages.js';

const plural = (n: number, singular: string, plural: string): string =>
  `${n.toLocaleString('en')}\u00a0${n === 1 ? singular : plural}`;

const list = new Intl.ListFormat('en', {type: 'conjunction'});

export const en: ConfiguratorMessages = {
  lang: 'en',
  title: 'Configurator',
  intro: 'Everything happens in this page; nothing is sent.',
  steps: {
    widget: 'The widget',
    data: 'Data',
    content: 'Content',
    appearance: 'Language and headings',
    preview: 'Preview',
    snippet: 'Code to paste',
  },
  ...names,
  byDefault: 'Default',
  asDefault: label => `${label} (default)`,
  dataOrigins: {
    own: 'My content',
    demo: 'Example',
    address: 'Address',
    file: 'File',
    inline: 'In the code',
  },
  blocks: {
    title: 'Templates and sentences',
    overridesTitle: 'Sentences of the interface',
    language: 'Language of the sentences',
    pageLanguage: 'language of the page',
    texts: {
      card: {
        label: 'Template of a card (HTML)',
        hint: 'data-field="title" shows the title, <a data-field="url"> the link, <img data-field="image"> the picture. Empty: the usual view.',
        example: TEMPLATE_EXAMPLE,
      },
      row: {
        label: 'Template of a row (HTML)',
        hint: 'data-field="title" shows the title, <a data-field="url"> the link, <img data-field="image"> the picture. Empty: the usual view.',
        example: TEMPLATE_EXAMPLE,
      },
      popup: {
        label: 'Template of a popup of the map (HTML)',
        hint: 'data-field="title" shows the title, <a data-field="url"> the link, <img data-field="image"> the picture. Empty: the usual view.',
        example: TEMPLATE_EXAMPLE,
      },
      items: {
        label: 'Records (JSON)',
        hint: 'A list of records, or a document portail.json. They are in the code to paste, without another file.',
        example: ITEMS_EXAMPLE,
      },
      messageOverrides: {
        label: 'Replaced sentences',
        hint: 'The keys are in the guide, page “Phrases de l’interface”. A sentence keeps its words in braces.',
        example: MESSAGE_OVERRIDES_EXAMPLE,
      },
    },
  },
  siblings: n => `This snippet contains ${n} widgets in a portal. Widget to set up:`,
  layers: {
    title: 'Data layers',
    intro:
      'Add other places to the projects: trees, benches, facilities… Each layer has its own data and its own line in the legend.',
    add: 'Add a layer',
    one: n => `Layer ${n}`,
    remove: n => `Remove layer ${n}`,
  },
  ownAttributes: 'Settings of this widget',
  otherAttributes: 'Other settings',
  filters: 'Only…',
  legalNotice:
    'State the data controller, the contact and the retention period: the GDPR (article 13) requires it.',
  otherSource: 'Other data source',
  probe: 'Check this address',
  probing: 'Reading…',
  contents: parts => `Content: ${list.format(parts)}.`,
  collections: {
    portals: n => plural(n, 'portal', 'portals'),
    resources: n => plural(n, 'resource', 'resources'),
    projects: n => plural(n, 'project', 'projects'),
    programmes: n => plural(n, 'programme', 'programmes'),
    events: n => plural(n, 'event', 'events'),
    organisations: n => plural(n, 'organisation', 'organisations'),
    stories: n => plural(n, 'story', 'stories'),
  },
  recordKinds: {
    resources: 'Resources',
    projects: 'Projects',
    events: 'Events',
    organisations: 'Organisations',
    portals: 'Portals',
    programmes: 'Programmes',
  },
  inLanguages: names => `Languages of the texts: ${list.format(names)}.`,
  dropped: n =>
    `${plural(n, 'unreadable record', 'unreadable records')} omitted: see the browser’s console.`,
  noRecords: 'This address has no data for this widget.',
  readable: 'Your site can read this address.',
  readableFromSameSite: 'Pages of this site can read these data.',
  sameSite: host =>
    `If the widget is in a page of ${host}, there is nothing to do. Another site needs the header “Access-Control-Allow-Origin: *” (CORS).`,
  frameNeedsCors:
    'A frame (iframe) needs it on the same site too: the header “Access-Control-Allow-Origin: *” (CORS) is missing.',
  probeErrors: {
    noAddress: [
      'This is not a valid address.',
      'Enter the complete address, with https://: https://example.org/api',
    ],
    insecure: [
      'This address is not secure (http): a site on https cannot read it.',
      'Ask its administrator to install a certificate, then use https://.',
    ],
    noCors: [
      'This address responds, but does not allow other sites to read the response (CORS).',
      'Ask its administrator to add the header “Access-Control-Allow-Origin: *” to the responses, or put a copy of the file on your site. If it is a web page, look for a link “API” or “Export” on it.',
    ],
    unreachable: [
      'This address does not respond.',
      'Open it in a new tab. If it responds there, your network may be blocking the request.',
    ],
    page: [
      'This is the address of a web page, not of data.',
      'Look for a link “API”, “Export” or “Download” on it, or change the type of source.',
    ],
    notFound: [
      'There is nothing at this address (404).',
      'For a portal API, enter the part before /portals; for a file, its complete address.',
    ],
    refused: [
      'The server refuses the request.',
      'Try again later, or check that no key or parameter is missing.',
    ],
    notAsPromised: [
      'The data does not match the selected type of source.',
      'Choose another type of source or another address.',
    ],
  },
  file: {
    intro:
      'CSV, workbook (.xlsx, .ods), GeoJSON, JSON, calendar (.ics) or feed (.rss). Drop it anywhere in this page: it does not leave your computer.',
    choose: 'Choose a file, or drop it here',
    working: 'Reading the file…',
    recordCount: n => `${plural(n, 'record converted', 'records converted')}.`,
    download: 'Download portail.json',
    next: 'Put this file on your site.',
    address: 'Its address on your site',
    exampleAddress: 'https://your-site.example/portail.json',
    nothing: 'This file could not be converted.',
    unknown:
      'This file has none of the known formats: CSV, workbook (.xlsx, .ods), GeoJSON, JSON, calendar (.ics) or feed (.rss). Save an old workbook (.xls) as .xlsx.',
    unreadable: 'This file could not be read. Is it a folder, or has it been moved?',
    diagnostics: n => `${plural(n, 'problem', 'problems')}, with line and column`,
    severities: {fatal: 'failure', error: 'error', warning: 'warning'},
    recordKind: 'Type of record',
    sheet: 'Sheet of the workbook',
  },
  colours: {
    title: 'Colours',
    intro: 'Leave a field empty to use the colour of the page.',
    names: {
      '--spass-surface': 'Background',
      '--spass-ink': 'Text',
      '--spass-link': 'Links',
      '--spass-muted': 'Secondary text',
      '--spass-acteur': 'ACTEUR',
      '--spass-theme': 'THÈME',
      '--spass-projet': 'PROJET',
      '--spass-focus': 'Focus ring',
      '--spass-edge': 'Field borders',
    },
    clear: 'Colour of the page',
    byDefault: 'default',
    contrastOk: ratio => `Contrast ${ratio}: sufficient.`,
    contrastTooLow: (ratio, least) =>
      `Contrast ${ratio}: too low, the minimum is ${least}. Choose a darker or lighter colour.`,
  },
  fit: 'Fit',
  schemes: {label: 'Colours of the preview', light: 'Light', dark: 'Dark'},
  widths: 'Width of the preview',
  poster: {print: 'Print the poster of the project', example: 'Example of a poster'},
  formats: {
    element: 'Tag',
    placeholder: 'Div tag',
    frame: 'Frame',
    shortcode: 'WordPress',
    block: 'WordPress block',
    spip: 'SPIP',
    others: 'Drupal, Joomla…',
  },
  formatHints: {
    element: 'In the page’s HTML. Add the first two lines only once per page.',
    placeholder: 'If your editor removes unknown tags.',
    frame:
      'If your editor removes scripts. The host of the frame must allow the address of your data in embed.json.',
    shortcode: 'With the plugin S-PASS Widgets, in any WordPress editor.',
    block: 'With the plugin S-PASS Widgets: paste into the code editor (⋮, then “Code editor”).',
    spip: 'With the plugin S-PASS Widgets, in the text of an article.',
    others:
      'Use the <div> tag, as full HTML. Drupal: text format “Full HTML”, or add <div data-*> to the allowed tags. TYPO3: content element “HTML”. Joomla: text filter “No filtering” for your group, or a “Custom” module.',
  },
  previewEmpty: 'Enter the address of the data to show the widget.',
  previewDrop: 'Drop a file in this page to see it here.',
  demoNotice: 'These are the data of an example: give your own before you publish.',
  fileNotice: 'Before you publish: put portail.json on your site and give its address.',
  sampleNotice:
    'Replace the pictures and texts of the example with your own. A frame and a SPIP modèle cannot contain them.',
  plugin: 'Download the plugin (zip)',
  link: {
    script: host =>
      `This link proposes a script from ${host}, not from this site. It would run in your pages: use it only if you know that site.`,
    ownScript: 'Use the script of this site',
    foreignScript: host => `Use the script of ${host}`,
    data: hosts => `This link proposes data from ${hosts}. Nothing has been loaded yet.`,
    load: 'Load these data',
  },
  embedJson: 'Add this to the file embed.json, in the folder of the script',
  guide: 'Instructions in the guide (in French):',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying: select the text and copy it.',
  host: {
    title: 'Address of the script',
    intro:
      'We recommend hosting it on your site: no other server then receives your visitors’ IP addresses.',
    zip: 'Download the files (zip)',
    base: 'Address of the folder',
    baseHint:
      'One folder per version, which never changes, for example https://example.org/spass-widgets/0.1.0',
    missingHashes:
      'The hashes of these files could not be read: the snippet has no “integrity” attribute.',
    mutableVersion:
      'The version of the files at this address may change: use a complete version number.',
    fallbackHashes: version =>
      `The hashes of this folder could not be read. The snippet contains those of version ${version}: put these files into the folder, without changes.`,
    otherVersionHashes:
      'The snippet contains the hashes of the files in this folder. Their version differs from that of this configurator.',
    sameHashes: 'This folder contains the same files: the hashes are correct.',
  },
  policy: {
    title: 'If your site has a Content-Security-Policy',
    intro: 'Add these directives:',
    colours:
      'Such a policy forbids the attribute style: add these colours to the style sheet of your site instead.',
  },
  preload: {
    title: 'Request the data earlier',
    intro:
      'On a slow connection, or with data from a slow server, records are shown earlier if the page requests them before its script has arrived. Add the following to the <head> of the page, as long as the settings and the address of the data stay the same:',
    none: 'The preview has requested no data from another site: there is nothing to add.',
  },
  importer: {
    title: 'Edit a snippet that is already in use',
    intro: 'Paste it here, in any format.',
    label: 'Snippet',
    read: 'Read the snippet',
    ok: 'Snippet read: no errors.',
  },
  share: 'The address of this page keeps your settings: you can send it.',
  language: 'Language of this page',
  noScript: 'The configurator needs JavaScript. The webmaster’s guide says everything without it.',
  loadFailed: 'The list of widgets could not be read. Reload the page.',
};
