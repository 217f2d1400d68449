// Tests that the assessments name, and their results in recorded runs.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../setup.mjs';
import {LONG_TESTS} from '../test/long-tests.mjs';
import {WIDGETS} from './widgets.mjs';

const RECORD = join(root, 'scripts/accessibility/test-results.json');
/** Results of the last `npm test` on this machine. */
export const LAST_RUN = join(root, '.cache/test-results.json');

/**
 * Tests by short name: file, id in the title and, if each widget has its own test, the part of the title that names it.
 * `{name}` stands for the name of the widget without prefix. A test without `{name}` covers what all widgets share.
 */
export const TESTS = {
  axe: {file: 'tests/elements/{name}/stories.test.ts', id: 'A-01'},
  figures: {file: 'tests/elements/{name}/stories.test.ts', id: 'A-03'},
  valid: {file: 'tests/elements/{name}/stories.test.ts', id: 'A-18'},
  headings: {file: 'tests/elements/{name}/stories.test.ts', id: 'A-11'},
  windows: {file: 'tests/elements/{name}/stories.test.ts', id: 'A-21'},
  states: {file: 'tests/elements/{name}/stories.test.ts', id: 'A-16'},
  keyboard: {file: 'tests/pages/accessibility.test.ts', id: 'A-04', title: ' {name}:'},
  stops: {file: 'tests/journeys/tab-stops.test.ts', id: 'A-04', title: '<spass-{name}>'},
  rings: {file: 'tests/journeys/focus-rings.test.ts', id: 'A-04'},
  focusKept: {file: 'tests/elements/widgets/focus.test.ts', id: 'A-04'},
  reflow: {file: 'tests/pages/accessibility.test.ts', id: 'A-06', title: ' {name}:'},
  rest: {file: 'tests/pages/accessibility.test.ts', id: 'A-12', title: ' {name}:'},
  forced: {file: 'tests/pages/accessibility.test.ts', id: 'A-13', title: ' {name}:'},
  status: {file: 'tests/elements/status-messages.test.ts', id: 'A-07', title: '<spass-{name}>'},
  announcements: {file: 'tests/journeys/announcements.test.ts', id: 'A-07'},
  languages: {file: 'tests/elements/languages.test.ts', id: 'A-10', title: '<spass-{name}>'},
  direction: {file: 'tests/journeys/direction.test.ts', id: 'I-07', title: '<spass-{name}>'},
  contrast: {file: 'tests/repository/contrast.test.ts', id: 'A-14'},
  mapKeys: {file: 'tests/elements/project-map/keyboard.test.ts', id: 'A-09'},
  mapList: {file: 'tests/elements/project-map/viewport-records.test.ts', id: 'A-08'},
  form: {file: 'tests/elements/contribute/keyboard.test.ts', id: 'A-04'},
  scriptless: {file: 'tests/pages/demo.test.ts', id: 'A-17'},
};

/** Key of a test that covers all widgets. */
const ALL = 'all';

const isPerWidget = ({file, title = ''}) => `${file}${title}`.includes('{name}');
const fillIn = (text, name) => text.replaceAll('{name}', name);

/** Returns the key of a test and a widget in the record. */
const keyOf = (test, tag) => (isPerWidget(TESTS[test]) ? tag.replace('spass-', '') : ALL);

/** Returns the file of a test for a widget. */
export const fileOf = (test, tag) => fillIn(TESTS[test].file, tag.replace('spass-', ''));

/** Returns true if the results contain the test and none of them has failed; undefined if they do not contain it. */
const passes = (results, test, key) => {
  const {file, id, title = ''} = TESTS[test];
  const own = results.filter(
    ({file: where, name, result}) =>
      result !== 'skipped' &&
      where === fillIn(file, key) &&
      name.includes(id) &&
      name.includes(fillIn(title, key)),
  );
  return own.length > 0 ? own.every(({result}) => result === 'passed') : undefined;
};

const keysOf = test =>
  isPerWidget(TESTS[test]) ? WIDGETS.map(({tag}) => keyOf(test, tag)) : [ALL];

/** Date of the last recorded pass, by test and widget. */
let record = existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : {};

/** Returns the date on which a test last passed for a widget; undefined if no pass is recorded. */
export const passDate = (test, tag) => record[test]?.[keyOf(test, tag)];

/** Returns the dates of all recorded passes. */
export const passDates = () => Object.values(record).flatMap(dates => Object.values(dates));

/**
 * Records the results of a run. Tests that it does not contain keep their entries.
 *
 * `run`: {date, results: [{file, name, result}]}.
 */
export const recordRun = ({date, results}) => {
  const dates = Object.keys(TESTS).map(test => [
    test,
    Object.fromEntries(
      keysOf(test)
        .map(key => {
          const isPassed = passes(results, test, key);
          return [key, isPassed === undefined ? record[test]?.[key] : isPassed ? date : undefined];
        })
        .filter(([, passed]) => passed),
    ),
  ]);
  record = Object.fromEntries(dates);
  writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
};

/** Returns true if `npm test` has run the test for some tags only. */
const isSampled = (results, test, key) =>
  TESTS[test].title !== undefined &&
  passes(results, test, key) === undefined &&
  Object.keys(record[test]).some(other => passes(results, test, other) !== undefined);

/**
 * Returns the recorded passes that a complete run does not confirm, as failed results. Without `isExtended`, those that
 * only `npm run test:all` can confirm are left out: of long tests, and of the tags that `npm test` leaves out.
 */
export const unconfirmedPasses = (results, {isExtended = true} = {}) =>
  Object.keys(TESTS).flatMap(test =>
    Object.keys(record[test] ?? {})
      .filter(
        key =>
          isExtended ||
          !(LONG_TESTS.has(fillIn(TESTS[test].file, key)) || isSampled(results, test, key)),
      )
      .filter(key => !passes(results, test, key))
      .map(key => ({
        file: fillIn(TESTS[test].file, key),
        name: `docs/accessibilite relies on ${TESTS[test].id} (${key}), which has not passed in this run`,
        result: 'failed',
      })),
  );
