import type {PublishMessages} from './fr.js';

const count = (n: number, one: string, other: string): string =>
  `${new Intl.NumberFormat('en-GB').format(n)}\u00a0${n === 1 ? one : other}`;

/** English messages of `new`, `publish` and `archive`, and texts of the pages. */
export const en: PublishMessages = {
  paths: {
    portals: 'portals',
    projects: 'projects',
    resources: 'resources',
    events: 'events',
    organisations: 'partners',
    programmes: 'programmes',
    stories: 'stories',
    search: 'search',
    about: 'about',
    legal: 'legal-notice',
    accessibility: 'accessibility',
  },
  names: {
    portals: 'Portals',
    projects: 'Projects',
    resources: 'Resources',
    events: 'Events',
    organisations: 'Partners',
    programmes: 'Programmes',
    stories: 'Stories',
  },
  singular: {
    portals: 'Portal',
    projects: 'Project',
    resources: 'Resource',
    events: 'Event',
    organisations: 'Partner',
    programmes: 'Programme',
    stories: 'Story',
  },
  types: {
    marqueur: 'Marker',
    projet: 'Project',
    demarche: 'Approach',
    document: 'Document',
    site: 'Website',
    actualite: 'News',
    mission: 'Mission',
  },
  counts: {
    portals: n => count(n, 'portal', 'portals'),
    projects: n => count(n, 'project', 'projects'),
    resources: n => count(n, 'resource', 'resources'),
    events: n => count(n, 'event', 'events'),
    organisations: n => count(n, 'partner', 'partners'),
    programmes: n => count(n, 'programme', 'programmes'),
    stories: n => count(n, 'story', 'stories'),
  },
  skipLink: 'Skip to content',
  home: 'Home',
  mainNavigation: 'Sections',
  languages: 'Languages',
  breadcrumb: 'Breadcrumb',
  footerNavigation: 'Information',
  search: 'Search',
  searchLabel: 'Search the whole site',
  searchHint:
    'Titles, texts, places and the content of PDF files. Accents and one typing error are forgiven.',
  searchNeedsScript: 'Without JavaScript, the index of each section lists everything:',
  searchResults: n => count(n, 'result', 'results'),
  searchNone: 'No results. Try another word.',
  searchFailed: 'The search could not be loaded. Please reload the page.',
  pdfPage: 'page\u00a0{n} of the PDF',
  about: 'About us',
  legal: 'Legal notice',
  accessibility: {
    none: 'Accessibility: not compliant',
    partial: 'Accessibility: partially compliant',
    full: 'Accessibility: fully compliant',
  },
  accessibilityTitle: 'Accessibility statement',
  notFound: 'Page not found',
  notFoundText:
    'This page does not exist, or no longer does. Try the search or one of the sections.',
  openedFromDisk:
    'This page was opened from the disk. Maps, lists and search need a server: on this computer, the command “npx spass-portal publish” with “--open”; without a server, the one that makes an archive, “npx spass-portal archive”.',
  backHome: 'Back to the home page',
  seeAll: name => `See all: ${name}`,
  subscribe: 'Subscribe to the calendar (iCalendar)',
  onTheMap: 'On the map',
  latest: 'Latest',
  featured: 'Highlights',
  index: name => `${name} from A to Z`,
  related: 'See also',
  openData: 'Data',
  feeds: 'Feed',
  source: text => `Source: ${text}`,
  untitled: id => `Untitled (${id})`,
  embedTitle: 'Embed on another site',
  embedText: 'Copy these lines into the page: the content will stay up to date.',
  embedNeedsBase:
    'State the address of the site in portail.yaml (“address”) to find the lines to copy here.',
  since: date => `since ${date}`,
  until: date => `until ${date}`,
  facts: {
    period: 'Dates',
    place: 'Place',
    programme: 'Programme',
    parent: 'Part of',
    lead: 'Lead partner',
    partners: 'Partners',
    budget: 'Budget',
    funding: 'European funding',
    themes: 'Topics',
    tags: 'Keywords',
    type: 'Type',
    country: 'Country',
    authors: 'Authors',
    owners: 'Client',
    designers: 'Designers',
    organisation: 'Organisation',
    address: 'Address',
    telephone: 'Telephone',
    email: 'E-mail',
    website: 'Website',
    openingHours: 'Opening hours',
    published: 'Published',
    licence: 'Licence',
    identifier: 'Identifier',
    project: 'Project',
    generation: 'Generation',
    fund: 'Fund',
  },
  aims: 'Aims',
  results: 'Results',
  phases: 'Phases',
  phaseState: {done: 'completed', now: 'in progress', next: 'to come'},
  documents: 'Documents',
  legalPublisher: 'Publisher',
  legalDirector: 'Responsible for the content',
  legalHost: 'Hosting',
  legalContact: 'Contact',
  legalLicence: 'Licence of the data',
  legalMissing: 'To be completed in portail.yaml',
  legalPrivacy: 'Privacy',
  legalPrivacyText:
    'This site sets no cookies, does not track its visitors, and loads nothing from other sites.',
  accessibilityIntro: title =>
    `This statement applies to the site “${title}”. It follows the French accessibility standard RGAA 4.1.2, which is based on WCAG 2.1.`,
  accessibilityStates: {
    none: 'The site counts as not compliant, since no audit of the whole site has been carried out yet. Its components have been assessed one by one; photographs, PDF files and texts have not.',
    partial: 'An audit of the whole site found it partially compliant.',
    full: 'An audit of the whole site found it fully compliant.',
  },
  accessibilityGrids: 'Assessment of the components',
  accessibilityGridText: 'Number of RGAA criteria for each component of the site.',
  accessibilityTable: {
    columns: ['Component', 'Met (test)', 'Met (examination)', 'Not assessed', 'Not met'],
  },
  accessibilityRemedy: 'Report a problem',
  accessibilityRemedyText: 'If you cannot access some content, please write to us:',
  accessibilityAppeal:
    'If the answer is not satisfactory, you can contact the French Defender of Rights (defenseurdesdroits.fr).',

  tableMessages: {
    unusedColumn: n =>
      `unknown column, ${count(n, 'value', 'values')} not published: give it a name of the example, or name it in portail.yaml (“keep” or “ignore”)`,
    unknownSheet: (n, names) =>
      `unknown name of a sheet, ${count(n, 'row', 'rows')} not published: give it a known name (${names}), or name it in portail.yaml (“ignore”)`,
    noTitleColumn: () => 'no record has a title: call a column “Title”',
  },
  line: n => `line ${n}`,
  sheet: name => `sheet “${name}”`,
  cell: name => `cell ${name}`,
  notSettings: 'expected lines such as “title: Ors”, without aliases (*)',
  nestedText: 'quotations or lists are nested too deep',
  invalidYaml: reason => `the file is not valid YAML (${reason})`,
  unknownSetting: (name, known) => `“${name}” is not a known setting. There are: ${known}`,
  invalidSetting: (name, got, expected) =>
    `“${name}”: ${got} cannot be used. Expected: ${expected}`,
  expectedSetting: {
    title: 'a text, or a text for each language',
    subtitle: 'a text, or a text for each language',
    territory: 'a text, or a text for each language',
    languages: 'languages out of fr, nl, en, de',
    accent: 'a colour such as "#a3470f", in quotation marks',
    skin: 'caue, plain or dsfr',
    contact: 'an e-mail address or the address of a page',
    base: 'an address such as https://portal.example.org/',
    licence: 'a text',
    publisher: 'a text',
    director: 'a text',
    host: 'a text',
    accessibility: '“not compliant”, “partially compliant” or “fully compliant”',
    cover: 'the name of a file in the folder',
    focus: 'points such as “square.jpg: 30\u00a0% 80\u00a0%”, counted from the left and the top',
    keepsMetadata: '“keep” or “remove”',
    keep: 'a list of columns',
    ignore: 'a list of columns or sheets',
  },
  hiddenSheet: n =>
    `hidden sheet, ${count(n, 'row', 'rows')} not published: show it to publish it, or name it in portail.yaml (“ignore”)`,
  longList: (id, field, max) =>
    `the record “${id}” has more than ${max} items in “${field}”: the others are not published`,
  hiddenRows: rows => `hidden rows that are published: ${rows}. Delete them if they should not be`,
  hiddenColumns: columns =>
    `hidden columns that are published if their headings are known: ${columns}. Empty them if they should not be`,
  noFolder: path => `There is no folder ${path}. To create one: npx spass-portal new ${path}`,
  noTable: path =>
    `The folder ${path} has neither portail.xlsx, nor portail.ods, nor a CSV file. For an example: npx spass-portal new`,
  noRecords: 'There are no usable records: see the messages above.',
  folderNotEmpty: path => `The folder ${path} exists and is not empty: choose another name.`,
  foreignOut: path =>
    `The folder ${path} was not written by publish: nothing in it is replaced. Choose an empty folder with --out.`,
  outIsFile: path => `${path} is a file: name a folder with --out.`,
  fileFailure: (path, reason) => `${path}: ${reason}.`,
  fileFailures: {
    ENOSPC:
      'the disk is full, the rest is not written. Free some space, then run the command again',
    EACCES: 'access denied. Check the rights of the file and its folder',
    EROFS: 'this disk is read-only',
    EISDIR: 'expected a file, found a folder',
    ENOTDIR: 'expected a folder, found a file',
    ENOENT: 'this file does not exist, or no longer',
    EADDRINUSE: 'this port is in use. Choose another with --port',
    other: code => `system error ${code}`,
  },
  invalidAddress: got => `${got} is not an address. Write it like https://portal.example.org/`,
  invalidDate: got => `--date ${got}: expected a date such as 2026-11-30`,
  outInRead:
    'The output can be neither “fichiers” nor “textes”, nor a folder that contains the portal: choose another with --out.',
  invalidBase: got => `--base ${got}: expected an address such as https://portal.example.org/`,
  noPortal: address =>
    `there is no portal at ${address}. Give the address of the site, of its API or of a .json document`,
  incompletePortal: (address, reason) =>
    `${address}: ${reason}. Without this part the archive would be incomplete, and it is not made. Try again later, or archive what does answer with --partial`,
  unreachablePortal: (address, reason) =>
    `no readable portal: ${address}, ${reason}. Try again later`,
  missingPart: (address, reason) =>
    `${address}: ${reason}. This part is missing in the archive, and archive.json says so`,
  // Reasons, in the middle of a sentence.
  archiveFailures: {
    status: status => `the server answers ${status}`,
    noAnswer: 'no answer',
    privateAddress: host =>
      `${host} is on this machine or a private network, and the portal is not`,
    tooManyRedirects: 'too many redirects',
    absent: 'this page of the list does not exist',
    notJson: 'the answer is not JSON',
    notAList: 'the answer is not a list of records',
    noMoreRecords: (received, total) =>
      `${received} of ${total} records received, without a next page`,
    fileType: 'files of this type are not archived',
    tooLarge: megabytes => `more than ${megabytes}\u00a0MB`,
  },
  archivedWithoutPage: {
    contributions: n =>
      `published contributions without a page in the archive: ${n} (donnees/contributions.json, without their photographs)`,
    chapters: n => `chapters without a page in the archive: ${n} (donnees/chapters.json)`,
  },
  unreadableRecords: (address, name, n) =>
    `${address}: ${n} unreadable records in “${name}”, not in the archive`,
  missingRemote: (address, reason) =>
    `${address} could not be downloaded (${reason}): it is missing in the archive`,
  missingFile: name => `the file ${name} is not in the folder “fichiers”`,
  remotePicture: url =>
    `the picture ${url} is on another site and is not shown: copy it to “fichiers”`,
  unusedFile: name => `no record uses ${name}: it is not published`,
  unreadablePicture: (name, reason) => `the picture ${name} cannot be read (${reason})`,
  unreadablePdf: (name, reason) => `the PDF ${name} cannot be read (${reason})`,
  protectedPdf: name =>
    `the PDF ${name} needs a password: it is published, but the search does not read it`,
  brokenPdf: name =>
    `the PDF ${name} is damaged, or not a PDF: it is published, but many readers will not be able to open it`,
  pdfWithoutText: name =>
    `the PDF ${name} has no text (scanned pages): it is published, but the search does not read it`,
  textWithoutRecord: name => `no record has the identifier of this text: ${name} is not published`,
  linkToOutside: name =>
    `${name} is a link to the outside of the folder, or to nothing: it is not followed. Copy here what it stands for`,
  leftOutFile: name => `${name} is neither a workbook, a CSV file nor a text: it is not read`,
  noBase:
    'Without “address” in portail.yaml there is no site map, no feed, and nothing to copy for other sites, and the links of 404.html start at the root of the server.',
  created: path =>
    `The folder ${path} is ready. Open portail.xlsx to replace the examples, then:\n\n  npx spass-portal publish ${path} --open`,
  publishedPages: (pages, records, seconds) =>
    `${count(pages, 'page', 'pages')}, ${count(records, 'record', 'records')}, ${seconds}\u00a0s. `,
  changedFiles: (written, removed) =>
    `${count(written, 'file', 'files')} written, ${count(removed, 'file', 'files')} removed`,
  problems: n => `${count(n, 'point', 'points')} to correct, above.`,
  watching: 'The site follows the changes of the folder. To stop: Ctrl+C.',
};
