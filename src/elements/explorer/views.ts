import type {CheckedConverter} from '../attributes.js';

/** The ways to look at a portal, in the order in which they are shown when a page doesn't say. */
export const VIEWS = ['cards', 'list', 'map', 'timeline'] as const;
export type View = (typeof VIEWS)[number];

/** The tag that draws each of them. */
export const TAGS = {
  cards: 'spass-portal-cards',
  list: 'spass-resource-list',
  map: 'spass-project-map',
  timeline: 'spass-programme-timeline',
} as const satisfies Record<View, string>;

const wordsOf = (list: string): readonly string[] => list.split(/[\s,]+/).filter(Boolean);

export const isView = (word: unknown): word is View => VIEWS.includes(word as View);

/** The words of a list that name no view. */
export const strangers = (list: string): readonly string[] =>
  wordsOf(list).filter(word => !isView(word));

/** Names of views in the order in which they are to be shown, separated by spaces; without any, all of them. */
export const viewNames: CheckedConverter<readonly View[]> = {
  // A list of which some words are foolish is not as good as absent: the element says which.
  accepts: () => true,
  fromAttribute: value => {
    const known = new Set(wordsOf(value ?? '').filter(isView));
    return known.size ? [...known] : VIEWS;
  },
};

/**
 * Which views stand beside each other where there is room: two by two, the first alone when they are odd. A time
 * axis has a line of its own, as wide as can be.
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
