/** Returns the arguments of Node for tests that print and report their results. */
export const nodeArguments = ({report, grep}) => [
  ...['--import', 'tsx'],
  ...(process.env.TEST_DELAYS ? ['--import', './scripts/test/delays.mjs'] : []),
  ...(grep ? [`--test-name-pattern=${grep}`] : []),
  ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
  '--test-reporter=./scripts/test/line-reporter.mjs',
  `--test-reporter-destination=${report}`,
];
