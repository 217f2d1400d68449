/**
 * Tags whose class is a part of its own, `spass-<noun>.js`, each with the collection of its records. If the part cannot
 * be loaded, the widget shows links to these records, or the page's own content. The build creates a part per tag.
 */
export const LAZY_TAGS = {
  'family-filter': undefined,
  'resource-list': 'resources',
  'project-map': 'projects',
  layer: undefined,
  'programme-timeline': 'projects',
  compare: undefined,
  'project-progress': 'projects',
  directory: 'organisations',
  contribute: undefined,
  explorer: 'portals',
} as const;

/**
 * Attributes of these tags, without those that all widgets have. A browser needs the list before the classes are
 * loaded; attributes of another tag do no harm. A test compares the list with the classes.
 */
export const LAZY_ATTRIBUTES = [
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
  'of',
  'paging',
  'policy',
  'retention',
  'show-publisher',
  'state',
  'tiles',
  'until',
  'views',
  'zoom',
];
