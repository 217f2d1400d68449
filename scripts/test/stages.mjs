// Stages of `npm test`: the only list of what runs, in which runner, and what it needs.
import {join} from 'node:path';
import {root} from '../setup.mjs';
import {LONG_TESTS} from './long-tests.mjs';
import {nodeArguments} from './node-arguments.mjs';
import {readsBuild} from './select-files.mjs';

/** Folders of tests/ whose files run in a browser by Web Test Runner; all others run in Node. */
const BROWSER_FOLDERS = ['elements', 'controllers'];
const OTHERS = [];

const folderOf = file => file.split('/')[1];

/** Returns true if a test file runs in a browser by Web Test Runner. */
export const isBrowserTest = file => BROWSER_FOLDERS.includes(folderOf(file));

const minutes = count => count * 60_000;
const bin = name => join(root, 'node_modules/.bin', name);

/** Command of a stage with a single result. */
const program = (command, ...args) => ({start: () => [command, ...args]});

/** Command of a stage whose test files run in a process of Node each. `concurrency` of them run at the same time. */
const nodeTests = {
  start: ({files, concurrency, ...options}) => [
    process.execPath,
    ...nodeArguments(options),
    ...['--test', `--test-concurrency=${concurrency}`],
    ...files,
  ],
};

/** Command of a stage whose test files share a process of Node: they must restore what they replace. */
const sharedNodeTests = {
  start: ({files, ...options}) => [
    process.execPath,
    ...nodeArguments(options),
    'scripts/test/load-files.mjs',
    ...files,
  ],
};

/** Command of a stage whose test files run in groups, `concurrency` at the same time, and share a process of Node in each. */
const groupedNodeTests = {
  start: ({files, concurrency, report, grep}) => [
    process.execPath,
    'scripts/test/run-groups.mjs',
    `--report=${report}`,
    `--concurrency=${concurrency}`,
    ...(grep ? [`--grep=${grep}`] : []),
    ...files,
  ],
};

/** Command of a stage whose tests run in Chromium. */
const browserTests = {start: ({files}) => [bin('wtr'), '--files', ...files]};

/** Environment of tests that take all pages, languages and states with --all, and a choice of them without. */
const scopeOf = isExtended => ({
  TEST_SCOPE: process.env.TEST_SCOPE ?? (isExtended ? 'all' : 'short'),
});

/**
 * Stages in the order of their start: of those with one lane the longest first, so that none ends long after the others,
 * and then those with two. Fields of a stage:
 *
 * - `start`: returns the command and its arguments.
 * - `folders`: folders of tests/ whose files it runs, or OTHERS for those that no stage names; `readsBuild` limits the
 *   files to those that read dist/, or to those that do not.
 * - `needs`: programs and earlier stages.
 * - `lanes`: number of files that it tests at the same time, each of which keeps a processor core busy; 1 by default.
 * - `isAlone`: no other stage runs beside it.
 * - `isExtended`: part of `npm run test:all` only.
 */
const createStages = ({isExtended, scope = scopeOf(isExtended)}) => [
  {
    name: 'build',
    ...program(process.execPath, 'scripts/build.mjs', '--if-changed'),
    limit: minutes(10),
  },
  {name: 'type check', ...program(bin('tsc'), '-p', 'tsconfig.test.json'), limit: minutes(3)},
  {
    name: 'node tests',
    ...sharedNodeTests,
    folders: OTHERS,
    readsBuild: false,
    limit: minutes(15),
    env: scope,
  },
  {
    name: 'tests of built files',
    ...groupedNodeTests,
    folders: OTHERS,
    readsBuild: true,
    needs: ['build'],
    limit: minutes(15),
    env: scope,
  },
  {
    name: 'lint of templates',
    ...program(bin('eslint'), '.', '--max-warnings=0'),
    limit: minutes(5),
  },
  {name: 'lint', ...program(bin('oxlint')), limit: minutes(3)},
  {
    name: 'format',
    ...program(process.execPath, 'scripts/test/check-format.mjs'),
    limit: minutes(5),
  },
  {
    // Random values: a few in each run, many with --all.
    name: 'fuzz',
    ...nodeTests,
    folders: ['fuzz'],
    limit: minutes(isExtended ? 30 : 5),
    env: {FUZZ_RUNS: isExtended ? '100000' : '1000'},
  },
  {
    // Servers as processes: the contract of contributions, full disk, slow clients.
    name: 'server tests',
    ...nodeTests,
    folders: ['server'],
    limit: minutes(5),
  },
  {
    name: 'page tests',
    ...groupedNodeTests,
    folders: ['pages'],
    needs: ['Chromium', 'build'],
    lanes: 2,
    limit: minutes(25),
    env: scope,
  },
  {
    // Whole pages by keyboard: tab stops, focus, announcements, history. Every page and language with --all, and with
    // npm run test:journeys.
    name: 'journeys',
    ...groupedNodeTests,
    folders: ['journeys'],
    needs: ['Chromium', 'build'],
    lanes: 2,
    limit: minutes(10),
    env: scope,
  },
  {
    name: 'browser tests',
    ...browserTests,
    folders: BROWSER_FOLDERS,
    needs: ['Chromium'],
    lanes: 2,
    limit: minutes(15),
    env: scope,
  },
  {
    name: 'extended tests',
    ...nodeTests,
    folders: ['extended'],
    needs: ['Chromium', 'build'],
    isExtended: true,
    isAlone: true,
    limit: minutes(60),
  },
  {
    // Servers that are killed again and again, or get ten thousand requests.
    name: 'server load tests',
    ...nodeTests,
    folders: ['load'],
    needs: ['faketime'],
    isExtended: true,
    limit: minutes(5),
  },
  {
    // Each fault of tests/faults/, in a copy of the repository: its test must find it.
    name: 'planted faults',
    ...nodeTests,
    folders: ['faults'],
    needs: ['Chromium', 'build'],
    isExtended: true,
    isAlone: true,
    limit: minutes(30),
  },
  {
    // The packed package in small apps, and the files to host on a server; also by npm run test:integrations.
    name: 'integration tests',
    ...nodeTests,
    folders: ['integrations'],
    needs: ['Chromium', 'build'],
    isExtended: true,
    isAlone: true,
    limit: minutes(15),
  },
  ...['Firefox', 'WebKitGTK'].map(engine => ({
    name: `browser tests in ${engine}`,
    ...program(process.execPath, 'scripts/test/engine.mjs', engine),
    folders: BROWSER_FOLDERS,
    needs: [engine],
    isExtended: true,
    isAlone: true,
    limit: minutes(30),
  })),
  {
    name: 'engine tests',
    ...nodeTests,
    folders: ['engines'],
    needs: ['build'],
    isExtended: true,
    isAlone: true,
    limit: minutes(10),
  },
  {
    name: 'CMS tests',
    ...nodeTests,
    folders: ['cms'],
    needs: ['Chromium', 'build'],
    isExtended: true,
    isAlone: true,
    limit: minutes(15),
  },
  {
    // Most of the time goes into the generation of the file, once.
    name: 'large tests',
    ...nodeTests,
    folders: ['large'],
    needs: ['Chromium', 'build', 'tippecanoe'],
    isExtended: true,
    isAlone: true,
    limit: minutes(20),
  },
  {
    name: 'Storybook',
    ...program(process.execPath, 'scripts/storybook.mjs', 'build'),
    needs: ['build'],
    isExtended: true,
    limit: minutes(5),
  },
  {
    name: 'sources',
    ...program(process.execPath, '--import', 'tsx', 'scripts/test/check-sources.ts'),
    isExtended: true,
    limit: minutes(5),
  },
  {
    name: 'story tests',
    ...nodeTests,
    folders: ['storybook'],
    needs: ['Chromium', 'Storybook'],
    isExtended: true,
    isAlone: true,
    limit: minutes(60),
  },
];

/** Returns a predicate for the files that a stage runs. */
const fileFilter = stages => {
  const named = new Set(stages.flatMap(({folders = []}) => folders));
  return ({folders, ...stage}, file) =>
    (folders === OTHERS ? !named.has(folderOf(file)) : folders.includes(folderOf(file))) &&
    (stage.readsBuild === undefined || stage.readsBuild === readsBuild(file));
};

/** Returns all stages with their files; without `isExtended` the stages of `npm test`. */
export const allStages = (files, {isExtended}) => {
  const stages = createStages({isExtended});
  const accepts = fileFilter(stages);
  const wanted = files.filter(file => isExtended || !LONG_TESTS.has(file));
  return stages
    .filter(stage => isExtended || !stage.isExtended)
    .map(stage =>
      stage.folders ? {...stage, files: wanted.filter(file => accepts(stage, file))} : stage,
    )
    .filter(({files: found}) => found?.length !== 0);
};

/** Returns the stages that run these files, each file once, and the stages that those need. */
export const stagesOfFiles = files => {
  const stages = createStages({isExtended: false});
  const accepts = fileFilter(stages);
  const tests = stages.filter(({folders}) => folders);
  const stageOf = new Map(files.map(file => [file, tests.find(stage => accepts(stage, file))]));
  const chosen = tests
    .map(stage => ({...stage, files: files.filter(file => stageOf.get(file) === stage)}))
    .filter(({files: found}) => found.length > 0);
  const needed = new Set();
  const addNeeds = ({needs = []}) => {
    for (const stage of stages.filter(({name}) => needs.includes(name))) {
      needed.add(stage);
      addNeeds(stage);
    }
  };
  chosen.forEach(addNeeds);
  return {needed: stages.filter(stage => needed.has(stage)), chosen};
};

/** Returns true if a file runs in `npm run test:all` only. */
export const isExtendedTest = file =>
  LONG_TESTS.has(file) || stagesOfFiles([file]).chosen.some(stage => stage.isExtended);
