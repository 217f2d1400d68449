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
  'project-map': {
    load: () => import('../elements/project-map/project-map.js'),
    collection: 'projects',
  },
  'programme-timeline': {
    load: () => import('../elements/programme-timeline/programme-timeline.js'),
    collection: 'projects',
  },
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
  'consent',
  'detail',
  'facets',
  'fit',
  'group-by',
  'height',
  'load',
  'near',
  'no-list',
  'paging',
  'show-publisher',
  'tiles',
  'views',
  'zoom',
];
