import type {CheckedConverter} from '../base/attribute-converters.js';

/** Views in their default order. */
export const VIEWS = ['cards', 'list', 'map', 'timeline'] as const;
export type View = (typeof VIEWS)[number];

/** Returns the words of a list, separated by spaces or commas. */
export const splitWords = (list: string): readonly string[] => list.split(/[\s,]+/).filter(Boolean);

export const isView = (word: unknown): word is View => VIEWS.includes(word as View);

/** View names in display order, separated by spaces. Default: all views. */
export const viewNames: CheckedConverter<readonly View[]> = {
  // Always valid: unknown names are ignored, and the element warns about them.
  accepts: () => true,
  fromAttribute: value => {
    const known = new Set(splitWords(value ?? '').filter(isView));
    return known.size ? [...known] : VIEWS;
  },
};
