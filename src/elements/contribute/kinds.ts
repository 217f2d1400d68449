/** What an inhabitant can add. */
export const KINDS = ['idea', 'photo', 'tree', 'comment', 'place'] as const;
export type Kind = (typeof KINDS)[number];

/** What a kind asks for. */
export interface Asks {
  /** What it can't be without. */
  readonly needs: 'text' | 'geo' | 'photos';
  /** How many photographs it may have, in fields of their own. */
  readonly photos: number;
}

/** As the portal API has it: an idea and a comment are words, a tree and a place stand somewhere. */
export const ASKS: Readonly<Record<Kind, Asks>> = {
  idea: {needs: 'text', photos: 2},
  photo: {needs: 'photos', photos: 3},
  tree: {needs: 'geo', photos: 2},
  comment: {needs: 'text', photos: 1},
  place: {needs: 'geo', photos: 2},
};

/** Characters of a text, of a name, of what a photograph shows. */
export const LONGEST_TEXT = 5000;
export const LONGEST_NAME = 100;
export const LONGEST_ALT = 500;
