import type {DataWidget} from '../../src/elements/base/data-widget.js';
import {flatChildren, flatClosest, flatDescendants} from './flat-tree.js';

/** Returns the texts and names inside an element, without its map, which loads when it is in view. */
export function textsIn(el: DataWidget): ReadonlySet<string> {
  const texts = flatDescendants(el.closest('div')!)
    .filter(element => !flatClosest(element, one => one.matches('.stage, .in-view')))
    .flatMap(element => [
      element.ariaLabel ?? '',
      ...flatChildren(element).map(child => (child instanceof Text ? child.data.trim() : '')),
    ]);
  // Regions of several widgets of a kind are numbered.
  return new Set(
    texts.filter(text => /\p{L}/u.test(text)).map(text => text.replace(/ \(\d+\)$/, '')),
  );
}

/** Returns the texts that another set lacks. */
export const missingFrom = (texts: ReadonlySet<string>, other: ReadonlySet<string>): string[] =>
  [...texts].filter(text => !other.has(text));
