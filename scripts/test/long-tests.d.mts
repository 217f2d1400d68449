export const LONG_TESTS: ReadonlySet<string>;
