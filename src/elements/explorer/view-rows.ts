import {isView, splitWords, type View} from './views.js';

export const VIEW_TAGS = {
  cards: 'spass-portal-cards',
  list: 'spass-resource-list',
  map: 'spass-project-map',
  timeline: 'spass-programme-timeline',
} as const satisfies Record<View, string>;

/** Returns the words of a list that are not names of views. */
export const unknownViews = (list: string): readonly string[] =>
  splitWords(list).filter(word => !isView(word));

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
