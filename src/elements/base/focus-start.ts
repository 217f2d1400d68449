/** Focuses a block and shows its start. Of a block higher than the window, `focus()` shows the middle or the end. */
export function focusStart(block: HTMLElement | null | undefined): void {
  block?.focus();
  if (block && block.offsetHeight > innerHeight) block.scrollIntoView();
}
