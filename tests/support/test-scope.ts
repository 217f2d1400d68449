/**
 * False in `npm test`, where tests take a choice of tags, stories, pages, languages and states: all of them take many
 * minutes more, and run in `npm run test:all`.
 */
export const isComplete: boolean = process.env['TEST_SCOPE'] !== 'short';

/** Tags with a form, a map and a list, which `npm test` takes where a check is the same for each tag. */
const TYPICAL_NOUNS: ReadonlySet<string> = new Set(['contribute', 'project-map', 'resource-list']);

/** Returns true if a check that is the same for each tag is made for this one, given without its prefix. */
export const isTypical = (noun: string): boolean => isComplete || TYPICAL_NOUNS.has(noun);

/** Returns all of some similar cases, or one of each `step` in `npm test`. */
export const sample = <T>(cases: Iterable<T>, step = 4): readonly T[] =>
  [...cases].filter((_, index) => isComplete || index % step === 0);
