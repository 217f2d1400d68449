import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import {
  openStory,
  storiesOf,
  type StoryEntry,
  type StoryIndex,
} from '../../scripts/pictures/stories.mjs';
import {storyFiles} from '../support/story-files.js';
import {freePort, waitForOutput, stopProcess} from '../support/processes.js';
import {launchChromium, openPage} from '../pages/browser-fixture.js';

const FILES = readdirSync(join(root, 'stories')).filter(name => name.endsWith('.stories.ts'));

// The built Storybook bundles each story and its pictures; in development every module has an address of its own.
describe('npm run storybook', {timeout: 180_000}, () => {
  let browser: Browser;
  let storybook: ChildProcess;
  let url: string;
  let stories: readonly StoryEntry[];
  before(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${String(port)}/`;
    storybook = spawn(process.execPath, [join(root, 'scripts/storybook.mjs'), 'dev'], {
      cwd: root,
      env: {...process.env, PORT: String(port)},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    [browser] = await Promise.all([launchChromium(), waitForOutput(storybook, url)]);
    const index = (await (await fetch(`${url}index.json`)).json()) as StoryIndex;
    ({stories} = storiesOf(index));
  });
  after(async () => {
    await browser.close();
    await stopProcess(storybook);
  });

  for (const file of FILES)
    it(`shows the first story of ${file}`, async () => {
      const story = stories.find(({importPath}) => basename(importPath) === file);
      assert.ok(story, 'the index lists the file');
      const {page, errors} = await openPage(browser);
      await openStory(page, url, story);
      assert.notEqual(await page.locator('#storybook-root > *').count(), 0);
      assert.deepEqual(errors, []);
      await page.context().close();
    });

  it('serves the pictures and maps that stories name by their address', async () => {
    for (const path of storyFiles()) {
      const file = readFileSync(join(root, path));
      const whole = await fetch(`${url}${path}`);
      assert.equal(whole.status, 200, path);
      assert.ok(file.equals(Buffer.from(await whole.arrayBuffer())), path);
      // Tile archives are read by ranges.
      const part = await fetch(`${url}${path}`, {headers: {Range: 'bytes=2-9'}});
      assert.equal(part.status, 206, path);
      assert.ok(file.subarray(2, 10).equals(Buffer.from(await part.arrayBuffer())), path);
    }
  });
});
