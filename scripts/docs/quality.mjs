// Reads the quality requirements of docs/quality.md: ids and evidence.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../setup.mjs';

export const QUALITY_ID = /\b[AEFIPS]-\d\d\b/g;

const ROW = /^\| ([AEFIPS]-\d\d) +\| (.+?) +\| (.+?) +\|$/;

/** Returns the requirements, in order. One may be verified by tests, by hand, or both. */
export const readRequirements = () =>
  readFileSync(join(root, 'docs/quality.md'), 'utf8')
    .split('\n')
    .map(line => ROW.exec(line))
    .filter(Boolean)
    .map(([, id, promise, held]) => ({
      id,
      promise,
      held,
      isTested: /^test\b/.test(held),
      isByHand: /\bhand \d{4}-\d\d-\d\d\b/.test(held),
      isOpen: /\bnot yet\b/.test(held),
    }));

/**
 * Returns the status of the requirements after a test run, as lines to print. A requirement is met if at least one test
 * names it and all of those passed.
 *
 * `results` are the tests by name and result.
 */
export const requirementReport = (promises, results) => {
  const verdicts = new Map();
  for (const {name, result} of results)
    for (const [id] of name.matchAll(QUALITY_ID))
      if (result !== 'skipped') verdicts.set(id, (verdicts.get(id) ?? true) && result === 'passed');
  const ids = list => list.map(({id}) => id).join(' ') || 'none';
  const tested = promises.filter(({isTested}) => isTested);
  const red = promises.filter(({id}) => verdicts.get(id) === false);
  const rare = tested.filter(({id}) => !verdicts.has(id));
  const byHand = promises.filter(({isByHand, isTested}) => isByHand && !isTested);
  const open = promises.filter(({isTested, isByHand}) => !isTested && !isByHand);
  const inPart = promises.filter(
    ({isTested, isByHand, isOpen}) => isOpen && (isTested || isByHand),
  );
  return [
    `quality: of ${promises.length} promises ${tested.length} are held by a machine, ` +
      `${byHand.length} by hand, ${open.length} not yet; ${inPart.length} of those held are so in part`,
    ...(rare.length > 0 ? [`  not in this run: ${ids(rare)}`] : []),
    ...(byHand.length > 0 ? [`  by hand: ${ids(byHand)}`] : []),
    ...(inPart.length > 0 ? [`  in part: ${ids(inPart)}`] : []),
    ...(open.length > 0 ? [`  not yet: ${ids(open)}`] : []),
    ...(red.length > 0 ? [`  broken in this run: ${ids(red)}`] : []),
  ];
};
