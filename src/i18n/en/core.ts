import type {MessageSections} from '../messages.js';

export const count = (n: number, shown: string, one: string, other: string): string =>
  `${shown} ${n === 1 ? one : other}`;

export const core: MessageSections['core'] = {
  loading: 'Loading…',
  failedNetwork: 'This content is out of reach for now.',
  failedTimeout: 'The server is taking too long to answer.',
  failedHttp: 'The server could not give this content.',
  failedSchema: 'This content cannot be read.',
  failedBusy: seconds => `The server is busy: try again in ${seconds} s.`,
  failedUnsupported: 'This content is not set up yet.',
  missing: names => `Missing for the moment: ${names}.`,
  tryAgain: 'Try again',
  stale: date => `The server is not answering: content from ${date}.`,
  staleUnknown: 'The server is not answering: content kept from earlier.',

  untitled: id => `Untitled (${id})`,
  inLanguage: language => `(in ${language})`,
  source: 'Source',
  licence: 'Licence',
  updated: date => `updated ${date}`,
  reportError: 'Report an error',
  copyLink: 'Copy the link to this selection',
  linkCopied: 'Link copied.',
  linkNotCopied: 'The browser refused to copy: the link is in the address bar.',

  since: date => `since ${date}`,
  until: date => `until ${date}`,
  circa: period => `around ${period}`,

  acteur: 'ACTEUR',
  theme: 'THÈME',
  projet: 'PROJET',
  acteurMeaning:
    'People who share a role or a function exchange practice and methods, pool their tools and learn from each other’s experience.',
  themeMeaning:
    'People of many backgrounds bring their resources and views together on a shared question: mobility, town centres, heritage, landscape…',
  projetMeaning:
    'The partners of a local project coordinate their action, follow its progress, let people take part and tell what is being done.',
  otherFamily: 'Other portals',
  all: 'All',
  portals: (n, shown) => count(n, shown, 'portal', 'portals'),
  resources: (n, shown) => count(n, shown, 'resource', 'resources'),
  projects: (n, shown) => count(n, shown, 'project', 'projects'),
  actors: (n, shown) => count(n, shown, 'actor', 'actors'),
  picture: 'Picture',
  showPicture: 'Show the picture',
  archived: 'Archive',
  noPortals: 'No portal matches.',
  noData: 'There is nothing here yet.',

  observatoire: 'Observatory',
  mediatheque: 'Library',
  actualite: 'News',
  missions: 'Missions',
  action: 'Actions',
  apropos: 'About',
  results: (n, shown) => count(n, shown, 'result', 'results'),
  clearAll: 'Clear all',
  more: 'Show more',
  shownOf: (shown, total) => `${shown} of ${total}`,
  added: (n, added, shown, total) =>
    `${count(n, added, 'result added', 'results added')}, ${shown} of ${total}.`,
};
