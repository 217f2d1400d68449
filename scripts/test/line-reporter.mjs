// Reporter for `node --test` that writes one JSON line per test, counted by scripts/test.mjs.
import {readFileSync} from 'node:fs';
import {relative} from 'node:path';

/** Reads the results in a report; empty if there is no report: the program that failed to write it has reported why. */
export const readReport = path => {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line));
  } catch {
    return [];
  }
};

/** Length in characters to which the message of a failed test is cut in the summary. */
const MESSAGE_LENGTH = 600;

/** Returns the message of an error on one line, cut to the length of the summary. */
export const shortMessage = text => text?.replace(/\s+/g, ' ').trim().slice(0, MESSAGE_LENGTH);

const testResult = (type, {details, skip, todo}) => {
  if (skip !== undefined || todo !== undefined) return 'skipped';
  if (details?.type === 'suite') {
    // Suites are not counted, except if their own hook fails: nothing else reports it.
    const cause = details.error?.failureType;
    return type === 'test:fail' && cause !== 'subtestsFailed' ? 'failed' : undefined;
  }
  return type === 'test:pass' ? 'passed' : 'failed';
};

export default async function* lines(events) {
  const open = [];
  for await (const {type, data} of events) {
    if (type === 'test:start') open.splice(data.nesting, open.length, data.name);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const result = testResult(type, data);
    if (!result) continue;
    const names = [...open.slice(0, data.nesting), data.name];
    const error = data.details?.error;
    const message =
      result === 'failed' ? shortMessage((error?.cause ?? error)?.message) : undefined;
    const reason = [data.skip, data.todo, message].find(
      text => typeof text === 'string' && text !== '',
    );
    const file = data.file && relative(process.cwd(), data.file);
    const ms = Math.round(data.details?.duration_ms ?? 0);
    yield JSON.stringify({file, name: names.join(' › '), result, reason, ms}) + '\n';
  }
}
