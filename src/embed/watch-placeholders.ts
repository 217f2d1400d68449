import {onFirstMatch} from '../controllers/page-messages/on-first-match.js';

/** Loads the code for placeholders when the page has the first one, now or later. */
export const watchPlaceholders = (): void =>
  onFirstMatch(
    '[data-spass]',
    () =>
      void import('./placeholders.js').then(
        ({fillPlaceholders}) => fillPlaceholders(),
        () => undefined, // The failure has been logged; the page keeps its content.
      ),
  );
