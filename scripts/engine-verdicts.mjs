/**
 * Judges what the browser tests of an engine reported by the list of what is known not to work there.
 * `known`: [{reason, tests: ['tests/….test.ts › suite › test', …]}]. After a whole run each of these must have been run.
 * A test that is known to fail, and does, is neither passed nor failed.
 */
export const judge = (results, known = [], {whole = true} = {}) => {
  const reasons = new Map(known.flatMap(({reason, tests}) => tests.map(test => [test, reason])));
  const seen = new Set();
  const verdicts = results.map(({file, name, result}) => {
    const test = `${file} › ${name}`;
    seen.add(test);
    const reason = reasons.get(test);
    if (reason === undefined) return {file, name, result};
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
