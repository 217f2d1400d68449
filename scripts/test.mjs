// npm test: all checks with Node and Chromium. With --all also in Firefox and WebKitGTK, a map of a million points, and
// every story of the built Storybook in every language, colour scheme and width.
//
// npm test -- NAME…: only the tests of a file, a folder or a tag, such as tests/data/client.test.ts, tests/model or
// spass-agenda. With --grep=TEXT only tests whose title contains it.
//
// The last line is `N passed, N failed`.
import {availableParallelism} from 'node:os';
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {parseArgs} from 'node:util';
import {rgaaSummary} from './accessibility.mjs';
import {LAST_RUN, unconfirmedPasses} from './accessibility/tests.mjs';
import {readRequirements, requirementReport} from './docs/quality.mjs';
import {ensureModules, ensurePrograms, findChromium} from './setup.mjs';
import {runStage} from './test/run-stage.mjs';
import {schedule} from './test/schedule.mjs';
import {selectFiles, testFiles} from './test/select-files.mjs';
import {allStages, isExtendedTest, stagesOfFiles} from './test/stages.mjs';

const {values, positionals: words} = parseArgs({
  allowPositionals: true,
  options: {all: {type: 'boolean', default: false}, grep: {type: 'string'}},
});
const {all: isExtended, grep} = values;
const isSelection = words.length > 0;

/** Returns the stages to run: the stages of the named files, or all. */
const chooseStages = () => {
  if (!isSelection) return allStages(testFiles, {isExtended});
  const files = new Set(
    words.flatMap(word =>
      selectFiles(word, {isExtended: isExtendedTest, warn: text => console.log(`· ${text}`)}),
    ),
  );
  const {needed, chosen} = stagesOfFiles([...files].sort());
  return [...needed, ...chosen];
};

let stages;
try {
  stages = chooseStages();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const [missing] = await Promise.all([
  stages.some(({folders}) => folders)
    ? ensurePrograms({all: stages.some(stage => stage.isExtended)})
    : [],
  ensureModules(),
]);
for (const {how} of missing) console.log(`· ${how}`);
process.env.CHROMIUM = findChromium() ?? '';

// Without Chromium most tests cannot run; further programs are needed by extended tests only, which are skipped.
const needed = new Set(stages.flatMap(({needs = []}) => needs));
const results = missing
  .filter(({name}) => !isSelection || needed.has(name))
  .map(({name, how}) => ({name: how, result: name === 'Chromium' ? 'failed' : 'skipped'}));
/** Names of missing programs and of failed stages. */
const unavailable = new Set(missing.map(({name}) => name));

const lanes = Math.min(availableParallelism(), 4);
/** True if a single stage of tests runs: its output is printed at once, and it takes all lanes. */
const isLive = stages.filter(({name}) => name !== 'build').length === 1;
const run = async stage => {
  const lacking = stage.needs?.find(name => unavailable.has(name));
  if (lacking) {
    results.push({name: stage.name, result: 'skipped', reason: `needs ${lacking}`});
    return;
  }
  if (isLive) console.log(`\n== ${stage.name}`);
  const start = performance.now();
  const concurrency = isLive && !stage.isAlone ? lanes : (stage.lanes ?? 1);
  const {output, results: found} = await runStage(stage, {grep, concurrency, isLive});
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  for (const result of found) results.push({...result, stage: stage.name});
  if (found.some(({result}) => result === 'failed')) unavailable.add(stage.name);
  const count = wanted => found.filter(({result}) => result === wanted).length;
  if (!isLive) process.stdout.write(`\n== ${stage.name}\n${output}`);
  console.log(
    `-- ${stage.name}: ${count('passed')} passed, ${count('failed')} failed, ${seconds} s`,
  );
};
await schedule(stages, lanes, run);

if (!grep) {
  // Read by `node scripts/accessibility.mjs --record`.
  mkdirSync(dirname(LAST_RUN), {recursive: true});
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(LAST_RUN, JSON.stringify({date, results}));
}
if (!isSelection && !grep) results.push(...unconfirmedPasses(results, {isExtended}));

const of = wanted => results.filter(({result}) => result === wanted);
const describeResult = ({stage, file, name, reason}) =>
  `${file ?? stage ?? 'set-up'}: ${name}${reason ? ` (${reason})` : ''}`;
console.log('\n== summary');
for (const wanted of ['skipped', 'failed'])
  for (const result of of(wanted)) console.log(`${wanted}: ${describeResult(result)}`);
if (!isSelection) {
  for (const line of requirementReport(readRequirements(), results)) console.log(line);
  console.log(rgaaSummary());
}
process.exitCode = of('failed').length > 0 ? 1 : 0;
console.log(`${of('passed').length} passed, ${of('failed').length} failed`);
