/**
 * False in `npm test`, where journeys and page tests take a choice of pages, languages and states: all of them take some
 * minutes more, and run in `npm run test:all`.
 */
export const isComplete: boolean = process.env['TEST_SCOPE'] !== 'short';

/** Returns all of some similar cases, or every third in `npm test`. */
export const sample = <T>(cases: Iterable<T>): readonly T[] =>
  [...cases].filter((_, index) => isComplete || index % 3 === 0);
