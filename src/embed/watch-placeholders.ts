import {loadPlaceholders} from './load-placeholders.js';

/** Fetches what fills placeholders when the page has the first of them, now or later. */
export function watchPlaceholders(): void {
  const look = (): void => {
    if (!document.querySelector('[data-spass]')) return;
    observer.disconnect();
    void loadPlaceholders().then(
      ({fillPlaceholders}) => fillPlaceholders(),
      () => undefined, // The console has been told, and the page keeps what it has.
    );
  };
  const observer = new MutationObserver(look);
  observer.observe(document, {childList: true, subtree: true});
  look();
}
