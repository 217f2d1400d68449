import type {ContributionKind} from './records.js';

export interface KindRequirements {
  /** Field that must be filled. */
  readonly required: 'text' | 'geo' | 'photos';
  /** Maximum number of photographs, each with a field of its own. */
  readonly maxPhotos: number;
}

/** Requirements as in the portal API: an idea and a comment need text, a tree and a place need coordinates. */
export const REQUIREMENTS: Readonly<Record<ContributionKind, KindRequirements>> = {
  idea: {required: 'text', maxPhotos: 2},
  photo: {required: 'photos', maxPhotos: 3},
  tree: {required: 'geo', maxPhotos: 2},
  comment: {required: 'text', maxPhotos: 1},
  place: {required: 'geo', maxPhotos: 2},
};

/** Maximum length of text, author name and text alternative, in characters. */
export const MAX_TEXT_LENGTH = 5000;
export const MAX_NAME_LENGTH = 100;
export const MAX_ALT_LENGTH = 500;
/** Maximum number of points of a line or area. */
export const MAX_VERTICES = 500;

/** Error message of the server about one field, such as `geo` or `photos[1]` for the second photograph. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}
