// An example of each tag: the live example of its page, and the source of its snippets. URLs belong to a site that
// has the data and the pictures of the examples in its root folder.

const link = text => `<a href="https://about.s-pass.org/projets">${text}</a>`;
const picture = (file, alt, year) =>
  `<img src="/${file}" alt="${alt}" data-year="${year}" width="800" height="500" />`;
const api = '/portail.json';

/**
 * Examples by tag: attributes, and content as lines of markup that HTML and the templates of all frameworks take.
 * `around` are the lines before and after a tag that belongs into another one; `note` is HTML below the live example.
 */
export const EXAMPLES = {
  'spass-agenda': {attributes: {api, limit: '3'}, content: [link('Events')]},
  'spass-compare': {
    attributes: {mode: 'slide'},
    content: [
      picture('drawing-goriaux-then.svg', 'Three small ponds beside the mine', 1916),
      picture('drawing-goriaux-now.svg', 'One pond with trees around it', 2026),
    ],
  },
  'spass-contribute': {
    attributes: {
      api,
      kind: 'tree',
      controller: 'Commune of Raismes',
      retention: 'one year',
      contact: 'https://about.s-pass.org/',
    },
    content: [link('Write to the town hall')],
    note: 'No server behind this page accepts contributions, so that only published ones are shown. <a href="../../portails/ors.html" lang="fr" hreflang="fr">A page of the demo</a> has the form.',
  },
  'spass-directory': {attributes: {api, limit: '4'}, content: [link('Partners')]},
  'spass-explorer': {
    attributes: {api, views: 'cards,list,map', limit: '3'},
    content: [link('All portals')],
  },
  'spass-family-filter': {attributes: {api}, content: [link('Portals by family')]},
  'spass-layer': {
    attributes: {label: 'Places of the mine', portal: '312', section: 'observatoire'},
    content: [],
    around: [
      `<spass-portal api="${api}">\n  <spass-project-map portal="312">`,
      '  </spass-project-map>\n</spass-portal>',
    ],
  },
  'spass-portal': {
    attributes: {api, skin: 'caue'},
    content: [
      '<spass-family-filter></spass-family-filter>',
      '<spass-portal-cards limit="3"></spass-portal-cards>',
    ],
  },
  'spass-portal-cards': {attributes: {api, limit: '3'}, content: [link('All portals')]},
  'spass-programme-timeline': {
    attributes: {api, from: '2014'},
    content: [link('Interreg programmes')],
  },
  'spass-project': {
    attributes: {api, project: 'eutopia'},
    content: [link('The project')],
  },
  'spass-project-map': {attributes: {api, limit: '4'}, content: [link('All projects')]},
  'spass-project-progress': {
    attributes: {api, project: 'raismes-2032'},
    content: [link('The project')],
  },
  'spass-resource-list': {
    attributes: {api, facets: 'section,theme', limit: '3'},
    content: [link('All resources')],
  },
  'spass-story': {attributes: {api, story: 'ors-wilfred-owen'}, content: [link('The story')]},
};

/** Returns the example of a tag; a new one has the data, and no more. */
export const exampleOf = tag => EXAMPLES[tag] ?? {attributes: {api}, content: []};

/** Files of demo/data/ with the records of the examples. */
export const COLLECTION_FILES = [
  'portals',
  'resources',
  'projects',
  'programmes',
  'organisations',
  'chapters',
  'events',
  'stories',
  'contributions',
];

/** Invented records for examples that the real data do not serve: an event to come, and published contributions. */
export const EXTRA_RECORDS = {
  events: [
    {
      id: 'example-2040',
      title: {en: 'Example: a walk around the pond', fr: 'Exemple : le tour de l’étang'},
      period: {start: '2040-05-12T14:00:00+02:00', end: '2040-05-12T16:00:00+02:00'},
      place: 'Raismes',
    },
    {
      id: 'example-2040-workshop',
      title: {en: 'Example: workshop in the town hall', fr: 'Exemple : atelier à la mairie'},
      period: {start: '2040-06-03', end: '2040-06-03'},
      place: 'Raismes',
    },
  ],
  contributions: [
    {
      id: 'example-oak',
      kind: 'tree',
      text: {en: 'Example: the oak at the school gate.', fr: 'Exemple : le chêne de l’école.'},
      geo: {lat: 50.389, lon: 3.483},
      created: '2026-05-02',
      state: 'published',
    },
  ],
};

/** Pictures of the examples and of their records, in demo/data/. */
export const EXAMPLE_PICTURES = [
  'drawing-goriaux-now.svg',
  'drawing-goriaux-then.svg',
  'drawing-ors-now.svg',
  'drawing-ors-then.svg',
  'drawing-raismes-15.svg',
  'drawing-raismes-700.svg',
  'drawing-raismes-chateau.svg',
  'drawing-raismes-rlab.svg',
  'emblem-eu.svg',
];
