import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';
import {groupFiles} from '../../scripts/test/run-groups.mjs';
import {LONG_TESTS} from '../../scripts/test/long-tests.mjs';
import lines from '../../scripts/test/line-reporter.mjs';
import {schedule, type Task} from '../../scripts/test/schedule.mjs';
import {nearMatches, selectFiles, testFiles} from '../../scripts/test/select-files.mjs';
import {allStages, isExtendedTest, stagesOfFiles} from '../../scripts/test/stages.mjs';

/** Returns the names of the stages that run what a word selects, and of those that they need. */
const stageNames = (word: string) => {
  const {needed, chosen} = stagesOfFiles(selectFiles(word, {isExtended: isExtendedTest}));
  return [...needed, ...chosen].map(({name}) => name);
};

describe('npm test', () => {
  it('runs each test file once, in npm test or in npm run test:all', () => {
    const stages = allStages(testFiles, {isExtended: true});
    const files = stages
      .filter(({name}) => !/ in (?:Firefox|WebKitGTK)$/.test(name))
      .flatMap(({files: found = []}) => found);
    assert.deepEqual(files.sort(), [...testFiles]);
  });

  it('leaves extended tests out', () => {
    const names = allStages(testFiles, {isExtended: false}).map(({name}) => name);
    assert.ok(names.includes('page tests'));
    assert.ok(!names.includes('extended tests'));
  });

  it('leaves long tests out, which npm run test:all and their name run', () => {
    const filesOf = (isExtended: boolean) =>
      allStages(testFiles, {isExtended}).flatMap(({files = []}) => files);
    const all = new Set(filesOf(true));
    for (const file of LONG_TESTS) {
      assert.ok(all.has(file), file);
      assert.ok(stageNames(file).length > 0, file);
    }
    assert.deepEqual(
      filesOf(false).filter(file => LONG_TESTS.has(file)),
      [],
    );
  });
});

describe('npm test -- NAME', () => {
  it('selects a file or a folder, with or without tests/', () => {
    const file = 'tests/repository/test-runner.test.ts';
    assert.deepEqual(selectFiles(file), [file]);
    assert.deepEqual(selectFiles('repository/test-runner.test.ts'), [file]);
    assert.ok(selectFiles('tests/repository/').includes(file));
    assert.deepEqual(selectFiles('.', {cwd: `${root}tests/model`}), selectFiles('tests/model'));
  });

  it('selects a tag by its folder and by the tests that name it', () => {
    const files = selectFiles('spass-agenda');
    assert.deepEqual(selectFiles('agenda'), files);
    assert.ok(files.includes('tests/elements/agenda/agenda.test.ts'));
    assert.ok(files.includes('tests/elements/structured-data.test.ts'));
    assert.ok(!selectFiles('portal').includes('tests/elements/portal-cards/keyboard.test.ts'));
  });

  it('uses the right runner, and builds only for tests that read dist/', () => {
    assert.deepEqual(stageNames('tests/model'), ['node tests']);
    assert.deepEqual(stageNames('tests/elements/agenda'), ['browser tests']);
    assert.deepEqual(stageNames('tests/pages'), ['build', 'page tests']);
    assert.deepEqual(stageNames('tests/repository/manifest.test.ts'), [
      'build',
      'tests of built files',
    ]);
    assert.deepEqual(stageNames('tests/docs/prerender.test.ts'), ['build', 'tests of built files']);
    assert.ok(!stageNames('agenda').includes('build'));
  });

  it('selects tests by each name that CONTRIBUTING.md gives', () => {
    const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    const names = [...page.matchAll(/npm test -- ([\w./-]+)/g)].map(([, name = '']) => name);
    assert.ok(names.length >= 6);
    for (const name of names) assert.ok(selectFiles(name).length > 0, name);
  });

  it('ends with near matches after a mistyped name', () => {
    const names = ['spass-agenda', 'agenda', 'tests/model', 'tests/elements/agenda'];
    assert.deepEqual(nearMatches('spass-agnda', names), ['spass-agenda']);
    assert.deepEqual(nearMatches('tests/modle', names), ['tests/model']);
    assert.deepEqual(nearMatches('something else', names), []);
    const {status, stderr} = spawnSync(process.execPath, ['scripts/test.mjs', 'agneda'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(
      stderr,
      /^No test file, folder of tests or tag is called "agneda"\. Did you mean .*\bagenda\b/,
    );
  });
});

describe('groups of files that share a process', () => {
  const numbered = (count: number) => Array.from({length: count}, (_, n) => `${n}.test.ts`);

  it('contain each file once, at most eight in one, and one each at the end', () => {
    for (const count of [1, 2, 7, 12, 41, 96]) {
      const groups = groupFiles(numbered(count), 2);
      assert.deepEqual(groups.flat(), numbered(count));
      const sizes = groups.map(({length}) => length);
      assert.ok(Math.max(...sizes) <= 8);
      assert.deepEqual(
        sizes.slice(-2).filter(size => size > 1),
        [],
        `${count} files in groups of ${sizes.join()}`,
      );
    }
  });

  it('are none without files', () => {
    assert.deepEqual(groupFiles([], 2), []);
  });
});

describe('the report of a test', () => {
  it('says on one line why the test failed', async () => {
    const cause = new Error(`Expected no text\n\n+ 'Rien trouvé'\n${'x'.repeat(10_000)}`);
    const data = {name: 'a', nesting: 0, details: {error: new Error('failed', {cause})}};
    async function* events() {
      yield {type: 'test:start', data};
      yield {type: 'test:fail', data};
    }
    for await (const line of lines(events())) {
      const {reason} = JSON.parse(line) as {reason: string};
      assert.match(reason, /^Expected no text \+ 'Rien trouvé' x+$/);
      assert.ok(reason.length < 1000);
    }
  });
});

describe('stages in lanes', () => {
  /** Runs tasks that end one after the other, the first started first; returns which ran at the same time. */
  const run = async (tasks: readonly Task[], lanes = 2) => {
    const running: {name: string; end: () => void}[] = [];
    const together: string[] = [];
    const done = schedule(tasks, lanes, ({name}) => {
      const ended = new Promise<void>(end => void running.push({name, end}));
      together.push(running.map(task => task.name).join(' '));
      return ended;
    });
    const settled = done.then(() => true);
    while (!(await Promise.race([settled, Promise.resolve().then(() => false)]))) {
      running.shift()?.end();
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    }
    return together;
  };

  it('run at the same time, one per lane', async () => {
    assert.deepEqual(await run([{name: 'a'}, {name: 'b'}, {name: 'c'}]), ['a', 'a b', 'b c']);
  });

  it('wait for those that they need', async () => {
    const tasks = [{name: 'build'}, {name: 'pages', needs: ['build', 'Chromium']}, {name: 'lint'}];
    assert.deepEqual(await run(tasks), ['build', 'build lint', 'lint pages']);
    assert.deepEqual(await run(tasks, 1), ['build', 'pages', 'lint']);
  });

  it('have all lanes to themselves if they ask for it', async () => {
    const tasks = [{name: 'a'}, {name: 'isolated', isAlone: true}, {name: 'b'}];
    assert.deepEqual(await run(tasks), ['a', 'a b', 'isolated']);
  });

  it('do not wait for each other', async () => {
    const tasks = [
      {name: 'a', needs: ['b']},
      {name: 'b', needs: ['a']},
    ];
    await assert.rejects(run(tasks), /a, b/);
  });
});
