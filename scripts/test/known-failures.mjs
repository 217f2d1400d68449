/** End of the message of a command that an engine lacks. */
export const UNSUPPORTED = 'in this engine';

/**
 * Compares the test results of a browser engine with its list of known failures.
 *
 * `known`: [{reason, tests: ['tests/….test.ts › suite › test', …]}]. In a complete run, each of these tests must have
 * been run. A test that fails as expected counts neither as passed nor as failed, and so does one that needs a command
 * that the engine lacks: the launchers of tests/engines say so with UNSUPPORTED.
 */
export const compareWithKnownFailures = (results, known = [], {whole = true} = {}) => {
  const reasons = new Map(known.flatMap(({reason, tests}) => tests.map(test => [test, reason])));
  const seen = new Set();
  const verdicts = results.map(({file, name, result, reason: message}) => {
    const test = `${file} › ${name}`;
    seen.add(test);
    const reason = reasons.get(test);
    if (result === 'failed' && message?.includes(UNSUPPORTED))
      return {file, name, result: 'known', reason: message};
    if (reason === undefined) return {file, name, result, reason: message};
    if (result === 'failed') return {file, name, result: 'known', reason};
    return {
      file,
      name: `${name}: it ${result}, and tests/engines/known.json says that it can't`,
      result: 'failed',
    };
  });
  if (whole)
    for (const test of reasons.keys())
      if (!seen.has(test))
        verdicts.push({
          name: `${test}: tests/engines/known.json names it, and no test is called so`,
          result: 'failed',
        });
  return verdicts;
};
