import type {CheckedConverter} from '../base/checked-converter.js';

/** Views in their default order. */
export const VIEWS = ['cards', 'list', 'map', 'timeline'] as const;
export type View = (typeof VIEWS)[number];

/** Tag of each view. */
export const VIEW_TAGS = {
  cards: 'spass-portal-cards',
  list: 'spass-resource-list',
  map: 'spass-project-map',
  timeline: 'spass-programme-timeline',
} as const satisfies Record<View, string>;

const splitWords = (list: string): readonly string[] => list.split(/[\s,]+/).filter(Boolean);

export const isView = (word: unknown): word is View => VIEWS.includes(word as View);

/** Returns the words of a list that are not names of views. */
export const unknownViews = (list: string): readonly string[] =>
  splitWords(list).filter(word => !isView(word));

/** View names in display order, separated by spaces. Default: all views. */
export const viewNames: CheckedConverter<readonly View[]> = {
  // Always valid: unknown names are ignored, and the element warns about them.
  accepts: () => true,
  fromAttribute: value => {
    const known = new Set(splitWords(value ?? '').filter(isView));
    return known.size ? [...known] : VIEWS;
  },
};

/**
 * Arranges the views for wide containers: in pairs, with the first one alone if their number is odd. A timeline takes a
 * full row.
 */
export function layoutRows(views: readonly View[]): readonly (readonly View[])[] {
  const rows: View[][] = [];
  let pending: View[] = [];
  const flush = (): void => {
    if (pending.length % 2) rows.push(pending.splice(0, 1));
    while (pending.length) rows.push(pending.splice(0, 2));
    pending = [];
  };
  for (const view of views) {
    if (view === 'timeline') {
      flush();
      rows.push([view]);
    } else pending.push(view);
  }
  flush();
  return rows;
}
