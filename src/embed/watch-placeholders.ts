/** Loads the code for placeholders when the page has the first one, now or later. */
export function watchPlaceholders(): void {
  const check = (): void => {
    if (!document.querySelector('[data-spass]')) return;
    observer.disconnect();
    void import('./placeholders.js').then(
      ({fillPlaceholders}) => fillPlaceholders(),
      () => undefined, // The failure has been logged; the page keeps its content.
    );
  };
  const observer = new MutationObserver(check);
  observer.observe(document, {childList: true, subtree: true});
  check();
}
