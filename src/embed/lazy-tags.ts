import type {CollectionName} from '../model/records.js';

interface LazyTag {
  /** Imports the module of the class. */
  readonly load: () => Promise<object>;
  /** Collection of its records. */
  readonly collection?: CollectionName;
}

/**
 * Tags whose class is loaded on first use. If it cannot be loaded, the widget shows links to the records of its
 * collection, or the page's own content.
 */
export const LAZY_TAGS: Readonly<Record<string, LazyTag>> = {
  'family-filter': {load: () => import('../elements/family-filter/family-filter.js')},
  'project-map': {
    load: () => import('../elements/project-map/project-map.js'),
    collection: 'projects',
  },
  layer: {load: () => import('../elements/layer/layer.js')},
  'programme-timeline': {
    load: () => import('../elements/programme-timeline/programme-timeline.js'),
    collection: 'projects',
  },
  compare: {load: () => import('../elements/compare/compare.js')},
  'project-progress': {
    load: () => import('../elements/project-progress/project-progress.js'),
    collection: 'projects',
  },
  directory: {
    load: () => import('../elements/directory/directory.js'),
    collection: 'organisations',
  },
  contribute: {load: () => import('../elements/contribute/contribute.js')},
  explorer: {load: () => import('../elements/explorer/explorer.js'), collection: 'portals'},
};

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
