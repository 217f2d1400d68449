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
};

/**
 * Attributes of these tags, without those that all widgets have. A browser needs the list before the classes are
 * loaded; attributes of another tag do no harm. A test compares the list with the classes.
 */
export const LAZY_ATTRIBUTES = [
  'attribution',
  'center',
  'consent',
  'fit',
  'height',
  'load',
  'near',
  'no-list',
  'tiles',
  'zoom',
];
