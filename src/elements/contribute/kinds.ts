/** Kinds of contribution. */
export const KINDS = ['idea', 'photo', 'tree', 'comment', 'place'] as const;
export type Kind = (typeof KINDS)[number];

/** Requirements of a kind of contribution. */
export interface Asks {
  /** Field that must be filled. */
  readonly needs: 'text' | 'geo' | 'photos';
  /** Maximum number of photographs, each with a field of its own. */
  readonly photos: number;
}

/** Requirements as in the portal API: an idea and a comment need text, a tree and a place need coordinates. */
export const ASKS: Readonly<Record<Kind, Asks>> = {
  idea: {needs: 'text', photos: 2},
  photo: {needs: 'photos', photos: 3},
  tree: {needs: 'geo', photos: 2},
  comment: {needs: 'text', photos: 1},
  place: {needs: 'geo', photos: 2},
};

/** Maximum length of text, author name and text alternative, in characters. */
export const LONGEST_TEXT = 5000;
export const LONGEST_NAME = 100;
export const LONGEST_ALT = 500;
