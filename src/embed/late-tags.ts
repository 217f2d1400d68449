/**
 * The tags whose class is a part of its own, `spass-<noun>.js`, and what their records are: where the part can't be
 * had, the widget shows their links, or what the page has put in it. The build makes a part of each.
 */
export const LATE_TAGS = {
  'family-filter': undefined,
  'resource-list': 'resources',
  'project-map': 'projects',
  layer: undefined,
  'programme-timeline': 'projects',
  agenda: 'events',
  compare: undefined,
  'project-progress': 'projects',
  directory: 'organisations',
  contribute: undefined,
  story: 'stories',
  explorer: 'portals',
} as const;

/**
 * Every attribute that some of these tags have besides those of all widgets. A browser must be told of them before
 * the class is there; that it tells a tag of another's does no harm. A test holds them against the classes.
 */
export const LATE_ATTRIBUTES = [
  'attribution',
  'center',
  'chapters',
  'color',
  'consent',
  'contact',
  'controller',
  'detail',
  'draft',
  'facets',
  'fit',
  'group-by',
  'height',
  'hidden',
  'href',
  'kind',
  'label',
  'load',
  'min-zoom',
  'mode',
  'multiple',
  'near',
  'no-list',
  'no-map',
  'of',
  'paging',
  'policy',
  'retention',
  'show-publisher',
  'state',
  'step',
  'story',
  'tiles',
  'until',
  'views',
  'zoom',
];
