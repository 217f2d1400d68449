/** False in `npm test`, which walks through a choice of pages and languages; all take more than a minute. */
export const isComplete: boolean = process.env['JOURNEYS'] !== 'short';
