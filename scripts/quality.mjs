// The promises of docs/quality.md: their ids, and what holds each.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from './setup.mjs';

export const QUALITY_ID = /\b[AEFIPS]-\d\d\b/g;

const ROW = /^\| ([AEFIPS]-\d\d) +\| (.+?) +\| (.+?) +\|$/;

/** Every promise, in order. One may be held by a test and by hand at once, or in part. */
export const readPromises = () =>
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
 * How the promises stand after a run, as lines to print. `results` are its tests, by name and result: a promise is
 * held in this run where at least one test names it and all of those passed.
 */
export const tellPromises = (promises, results) => {
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
