import {DataWidget} from '../elements/widget.js';

/** What a browser must be told of before the class is there; a test holds them against the classes. */
export const LATE_ATTRIBUTES = {
  'spass-resource-list': [...DataWidget.observedAttributes, 'facets', 'paging', 'show-publisher'],
  'spass-project-map': [
    ...DataWidget.observedAttributes,
    'tiles',
    'attribution',
    'consent',
    'center',
    'zoom',
    'fit',
    'no-list',
    'height',
    'load',
  ],
  'spass-programme-timeline': DataWidget.observedAttributes,
  'spass-agenda': DataWidget.observedAttributes,
  'spass-compare': ['mode', 'skin'],
} as const satisfies Record<string, readonly string[]>;
