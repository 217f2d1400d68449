// Serves the built Storybook and opens its stories, for screenshots and tests.
/* global document, window */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {tsImport} from 'tsx/esm/api';
import {root} from './setup.mjs';

/** Returns the stories of storybook-static/ in order, and the docs pages separately. */
export const readStories = () => {
  const {entries} = JSON.parse(readFileSync(join(root, 'storybook-static/index.json'), 'utf8'));
  const of = kind => Object.values(entries).filter(({type}) => type === kind);
  return {stories: of('story'), docs: of('docs')};
};

/** Stories and docs pages of storybook-static/. */
export const readStories = () =>
  storiesOf(JSON.parse(readFileSync(join(root, 'storybook-static/index.json'), 'utf8')));

/** Serves storybook-static/ on a free port; `url` is the address of the Storybook. */
export const serveStories = async () => {
  const {startServer} = await tsImport('../demo/server/server.ts', import.meta.url);
  const server = await startServer();
  return {url: `${server.url}storybook/`, close: () => server.close()};
};

/** Runs in the page: resolves when a story has been rendered and its play function has finished. */
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

/** Opens a story and waits until it is rendered. Stories of a loading state stay in it. */
export const openStory = async (page, url, {id}) => {
  await page.goto(`${url}iframe.html?viewMode=story&id=${id}`);
  await page.waitForFunction(() => '__STORYBOOK_ADDONS_CHANNEL__' in window);
  const failure = await page.evaluate(drawn, /--loading/.test(id));
  if (failure) throw new Error(`${id}: ${failure}`);
};
