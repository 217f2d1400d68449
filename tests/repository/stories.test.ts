import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import storybook from '../../.storybook/main.js';
import {root} from '../../scripts/setup.mjs';
import {storyFiles} from '../support/story-files.js';

/** States of each widget with data, and ways to view it. */
const STATES = [
  'Loading',
  'Empty',
  'Filtered',
  'InvalidRecords',
  'Failed',
  'Stale',
  'One',
  'Many',
  'LongWords',
  'OtherLanguage',
  'Narrow',
  'Dark',
  'Dsfr',
  'Caue',
];
/** States that only widgets with data have. */
const DATA_STATES = ['Loading', 'Empty', 'Failed', 'Stale', 'Many'];
/** Widgets that show content of the page. */
const WITHOUT_DATA = ['compare'];
/** Widgets that cannot be filtered; the filter itself has the story `Selected`. */
const UNFILTERABLE = [
  'compare',
  'contribute',
  'family-filter',
  'layer',
  'project',
  'project-progress',
  'story',
];
/** Widgets that draw nothing themselves. */
const INVISIBLE = ['portal'];

const names = readdirSync(join(root, 'src/define'))
  .map(file => file.replace(/\.ts$/, ''))
  .filter(name => name !== 'all');
const text = (path: string): string =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';

describe('the stories', () => {
  for (const name of names)
    it(`cover every state of spass-${name}, and each is tested`, () => {
      const code = text(`stories/${name}.stories.ts`);
      const told = [...code.matchAll(/^export const (\w+)/gm)].map(([, story]) => story);
      assert.notEqual(told.length, 0, 'there are some');
      const unseen = [
        ...(WITHOUT_DATA.includes(name) ? DATA_STATES : []),
        ...(UNFILTERABLE.includes(name) ? ['Filtered'] : []),
      ];
      const states = STATES.filter(state => !unseen.includes(state));
      if (!INVISIBLE.includes(name))
        assert.deepEqual(
          states.filter(state => !told.includes(state)),
          [],
        );
      assert.match(code, /\$\{attributes\(args\)\}/, 'with a control for every attribute');
      assert.match(text(`tests/elements/${name}/stories.test.ts`), /^testStories\(stories\);$/m);
    });

  it('include no test runner in the Storybook build', () => {
    const seen = new Map<string, string>();
    const follow = (path: string, from: string): void => {
      if (seen.has(path)) return;
      seen.set(path, from);
      for (const [, name = ''] of text(path).matchAll(/(?:from|import) '([^']+)'/g))
        if (name.startsWith('.')) follow(join(path, '..', name).replace(/\.js$/, '.ts'), path);
        else seen.set(name, path);
    };
    for (const name of names) follow(`stories/${name}.stories.ts`, 'stories');
    const runners = [...seen].filter(([name]) => /^@(?:open-wc|web)\//.test(name));
    assert.deepEqual(runners, []);
  });

  describe('have static directories', () => {
    type Directories = readonly {readonly from: string; readonly to: string}[];
    type Preset = (given: undefined, options: {readonly configType: string}) => Directories;
    const {staticDirs} = storybook as unknown as {readonly staticDirs: Directories | Preset};
    const directories = (configType: string): Directories =>
      typeof staticDirs === 'function' ? staticDirs(undefined, {configType}) : staticDirs;

    it('of which none hides a source module in development: Vite serves the repository there', () => {
      assert.deepEqual(
        directories('DEVELOPMENT').filter(({to}) => existsSync(join(root, to))),
        [],
      );
    });

    it('that hold every file that a story names, once it is built', () => {
      const served = directories('PRODUCTION').map(({from, to}) => [
        join('.storybook', from),
        to.slice(1),
      ]);
      assert.notEqual(storyFiles().length, 0);
      for (const path of storyFiles())
        assert.ok(
          served.some(([from, to]) => from === to && path.startsWith(`${String(to)}/`)),
          path,
        );
    });
  });
});
