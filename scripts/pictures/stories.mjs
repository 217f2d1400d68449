// Serves the built Storybook and opens stories, also of a Storybook in development, for screenshots and tests.
/* global document, window */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {tsImport} from 'tsx/esm/api';
import {root} from '../setup.mjs';

/** Returns the stories and the docs pages of a Storybook's `index.json`, in its order. */
export const storiesOf = ({entries}) => {
  const of = kind => Object.values(entries).filter(({type}) => type === kind);
  return {stories: of('story'), docs: of('docs')};
};

/** Returns the stories and the docs pages of storybook-static/. */
export const readStories = () =>
  storiesOf(JSON.parse(readFileSync(join(root, 'storybook-static/index.json'), 'utf8')));

/** Serves storybook-static/ on a free port; `url` is the address of the Storybook. */
export const serveStories = async () => {
  const {startServer} = await tsImport('../../demo/server/server.ts', import.meta.url);
  const server = await startServer();
  return {url: `${server.url}storybook/`, close: () => server.close()};
};

/**
 * Runs in the page: resolves when a story has been rendered and its play function has finished. Returns Storybook's
 * message if the story cannot be shown.
 */
const drawn = async isHeld => {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  const failures = ['storyErrored', 'storyThrewException', 'storyMissing'];
  await new Promise(resolve => {
    const ends = ['storyRendered', ...failures];
    if (ends.some(end => channel.last(end))) resolve();
    else for (const end of ends) channel.once(end, resolve);
  });
  const failure = failures.find(end => channel.last(end));
  if (failure) return document.querySelector('#error-message')?.textContent || failure;
  for (const widget of document.querySelectorAll('#storybook-root *'))
    if ('loadComplete' in widget) await (isHeld ? widget.updateComplete : widget.loadComplete);
  return undefined;
};

/**
 * Opens a story of the Storybook at `url` and waits until it is rendered. Stories of a loading state stay in it.
 * @throws {Error} if the story cannot be shown.
 */
export const openStory = async (page, url, {id}) => {
  await page.goto(`${url}iframe.html?viewMode=story&id=${id}`);
  await page.waitForFunction(() => '__STORYBOOK_ADDONS_CHANNEL__' in window);
  const failure = await page.evaluate(drawn, /--loading/.test(id));
  if (failure) throw new Error(`${id}: ${failure}`);
};
