import type {CheckedConverter} from '../attributes.js';

/** Views in their default order. */
export const VIEWS = ['cards', 'list', 'map', 'timeline'] as const;
export type View = (typeof VIEWS)[number];

/** Tag of each view. */
export const TAGS = {
  cards: 'spass-portal-cards',
  list: 'spass-resource-list',
  map: 'spass-project-map',
  timeline: 'spass-programme-timeline',
} as const satisfies Record<View, string>;

const wordsOf = (list: string): readonly string[] => list.split(/[\s,]+/).filter(Boolean);

export const isView = (word: unknown): word is View => VIEWS.includes(word as View);

/** Returns the words of a list that are not names of views. */
export const strangers = (list: string): readonly string[] =>
  wordsOf(list).filter(word => !isView(word));

/** View names in display order, separated by spaces. Default: all views. */
export const viewNames: CheckedConverter<readonly View[]> = {
  // Always valid: unknown names are ignored, and the element warns about them.
  accepts: () => true,
  fromAttribute: value => {
    const known = new Set(wordsOf(value ?? '').filter(isView));
    return known.size ? [...known] : VIEWS;
  },
};

/**
 * Arranges the views for wide containers: in pairs, with the first one alone if their number is odd. A timeline takes a
 * full row.
 */
export function pairsOf(views: readonly View[]): readonly (readonly View[])[] {
  const rows: View[][] = [];
  let run: View[] = [];
  const close = (): void => {
    if (run.length % 2) rows.push(run.splice(0, 1));
    while (run.length) rows.push(run.splice(0, 2));
    run = [];
  };
  for (const view of views) {
    if (view === 'timeline') {
      close();
      rows.push([view]);
    } else run.push(view);
  }
  close();
  return rows;
}
