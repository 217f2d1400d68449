/**
 * Closes or undoes one thing with Escape, and keeps the key from a dialog of the page around the widget.
 *
 * @param close Called for Escape. Returns false if there was nothing to close: the key is left to the page.
 */
export function handleEscape(event: KeyboardEvent, close: () => unknown): void {
  if (event.key !== 'Escape' || close() === false) return;
  // A native dialog or popover heeds `preventDefault()`; many scripted ones close on any event that they hear of.
  event.preventDefault();
  event.stopPropagation();
}
