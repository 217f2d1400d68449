import {enLabels as names} from './labels-en.js';
import type {ConfiguratorMessages} from './messages.js';

const plural = (n: number, singular: string, plural: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? singular : plural}`;

const list = new Intl.ListFormat('en', {type: 'conjunction'});

export const en: ConfiguratorMessages = {
  lang: 'en',
  title: 'Configurator',
  intro:
    'A widget on your site in four steps. Nothing is sent to anybody: all of it happens in this page.',
  steps: {
    widget: 'The widget',
    data: 'The data',
    settings: 'The settings',
    content: 'What is shown',
    appearance: 'How it looks',
    preview: 'Preview',
    snippet: 'To paste',
  },
  ...names,
  byDefault: value => (value ? `Default (${value})` : 'Default'),
  ownAttributes: 'Settings of this widget',
  filters: 'Only…',
  optional: 'All of it is optional: what is empty has a good value already.',
  legalNotice:
    'Say who keeps what inhabitants send, whom to ask, and for how long: the law wants it (GDPR, article 13).',
  otherSource: 'These are not the data of an S-PASS portal',
  probe: 'Try this address',
  useDemo: 'Try with the demo’s data',
  probing: 'Reading…',
  contents: parts => `It holds ${list.format(parts)}.`,
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
  noRecords: 'Nothing for this widget at this address.',
  readable: 'Your site can read this address.',
  readableFromSameSite:
    'This site can read this address, but no other can: the header “Access-Control-Allow-Origin: *” is missing (CORS).',
  probeErrors: {
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
      'Ask whoever keeps it to add the header “Access-Control-Allow-Origin: *” to its answers; or put a copy of the file on your site. If it is the address of a web page, look there for a link “API” or “Export”.',
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
    recordCount: n => `${plural(n, 'record kept', 'records kept')}.`,
    download: 'Download portail.json',
    next: 'Put it on your site, then write its address above.',
    nothing: 'Nothing could be made of it.',
    unknown: 'This is no CSV, no spreadsheet (.xlsx, .ods) and no GeoJSON.',
    diagnostics: n => `${plural(n, 'remark', 'remarks')}, with line and column`,
    severities: {fatal: 'failure', error: 'loss', warning: 'doubt'},
    recordKind: 'Each row is',
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
    contrastOk: ratio => `Contrast ${ratio}: enough.`,
    contrastTooLow: (ratio, least) =>
      `Contrast ${ratio}: too low, ${least} is needed. Make one darker or the other lighter.`,
    rule: 'To add to the style sheet of your site',
  },
  width: pixels => `${pixels} px`,
  widths: 'Width of the preview',
  formats: {
    element: 'Tag',
    placeholder: '<div> tag',
    frame: 'Frame (iframe)',
    shortcode: 'WordPress, shortcode',
    block: 'WordPress, block',
    spip: 'SPIP, modèle',
    others: 'Drupal, TYPO3, Joomla',
  },
  formatHints: {
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
  previewEmpty: 'Say where the data are, and the widget shows itself here.',
  sampleNotice:
    'The pictures and texts of the snippet are a draft: put yours there. A frame and a modèle of SPIP have no room for them.',
  plugin: 'Download the plugin (zip)',
  embedJson: 'To be put into the file embed.json, beside the script',
  guide: 'Step by step, in the guide (in French):',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'The browser refuses: select the text and copy it.',
  host: {
    title: 'Where the script is',
    intro: 'Best is to host it yourself: then nobody else learns your visitors’ IP addresses.',
    zip: 'Download the files (zip)',
    base: 'Address of the folder',
    baseHint: 'One folder a version, which never changes: https://example.org/spass-widgets/0.1.0',
    missingHashes:
      'The hashes of these files could not be read: the snippet is without “integrity”.',
    mutableVersion: 'This address may change its version under your feet: name a whole version.',
    fallbackHashes: version =>
      `The hashes of this folder could not be read. The snippet has those of version ${version}: put those very files there.`,
    otherVersionHashes:
      'The snippet has the hashes of the files in this folder, which are of another version than these.',
    sameHashes: 'This folder holds the same files: the hashes hold.',
  },
  policy: {
    title: 'If your site has a Content-Security-Policy',
    intro: 'Add to it what is missing:',
  },
  importer: {
    title: 'Change a snippet that is pasted already',
    intro: 'Paste it here, in any shape.',
    label: 'The snippet',
    read: 'Read it',
    ok: 'Read: all of it is right.',
  },
  share: 'The address of this page keeps your settings: you can send it.',
  language: 'Language of this page',
  noScript: 'The configurator needs JavaScript. The webmaster’s guide says everything without it.',
  loadFailed: 'The list of widgets could not be read. Reload the page.',
};
