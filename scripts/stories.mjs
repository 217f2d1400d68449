// The built Storybook, served and opened story by story: for pictures and for tests.
/* global document, window */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {tsImport} from 'tsx/esm/api';
import {root} from './setup.mjs';

/** Every story of storybook-static/, in its order; the docs pages apart. */
export const readStories = () => {
  const {entries} = JSON.parse(readFileSync(join(root, 'storybook-static/index.json'), 'utf8'));
  const of = kind => Object.values(entries).filter(({type}) => type === kind);
  return {stories: of('story'), docs: of('docs')};
};

/** Serves storybook-static/ on a free port. */
export const serveStories = async () => {
  const {startServer} = await tsImport('../demo/server/server.ts', import.meta.url);
  return startServer();
};

/** Runs in the page: resolves when a story is drawn and what it plays has been played. */
const drawn = async isHeld => {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  await new Promise(resolve => {
    if (channel.last('storyRendered')) resolve();
    else
      for (const end of ['storyRendered', 'storyErrored', 'storyThrewException'])
        channel.once(end, resolve);
  });
  for (const widget of document.querySelectorAll('#storybook-root *'))
    if ('loadComplete' in widget) await (isHeld ? widget.updateComplete : widget.loadComplete);
};

/** Opens a story and waits until it is drawn. One that is told in a loading state stays in it. */
export const openStory = async (page, url, {id}) => {
  await page.goto(`${url}storybook/iframe.html?viewMode=story&id=${id}`);
  await page.waitForFunction(() => '__STORYBOOK_ADDONS_CHANNEL__' in window);
  await page.evaluate(drawn, /--loading/.test(id));
};
