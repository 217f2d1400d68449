import {parseColourList} from '../model/colours.js';

/** Sets the colours of a list such as `link: #1f5fa6` on a widget. A policy that forbids inline styles allows it. */
export function applyColours(widget: HTMLElement, list: string): void {
  for (const [name, colour] of parseColourList(list)) widget.style.setProperty(name, colour);
}
