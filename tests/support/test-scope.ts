/**
 * False in `npm test`, where journeys and page tests take a choice of pages, languages and states: all of them take some
 * minutes more, and run in `npm run test:all`.
 */
export const isComplete: boolean = process.env['TEST_SCOPE'] !== 'short';
