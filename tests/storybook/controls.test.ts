import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import {openStory, readStories, serveStories} from '../../scripts/pictures/stories.mjs';
import {widgetText} from '../pages/configurator-page.js';
import {launchChromium, openPage, type Site, startSite} from '../pages/browser-fixture.js';
import {tagStoryFiles} from '../support/story-files.js';

interface Control {
  readonly name: string;
  readonly control?: {readonly type?: string; readonly disable?: boolean} | false;
  readonly options?: readonly string[];
  readonly table?: {readonly disable?: boolean; readonly category?: string};
}

/** Page of Storybook's preview. */
interface Preview {
  readonly __STORYBOOK_PREVIEW__: {
    readonly storyStoreValue: {
      loadStory(options: object): Promise<{readonly argTypes: Readonly<Record<string, Control>>}>;
    };
  };
  readonly __STORYBOOK_ADDONS_CHANNEL__: {
    emit(event: string, value: object): void;
    once(event: string, listen: (value: unknown) => void): void;
    last(event: string): readonly {readonly source?: string}[] | undefined;
  };
}

/** Default stories of all tags. */
const defaults = readStories().stories.filter(({id}) => /^elements-.*--(?:default|idea)$/.test(id));
const tagOf = (id: string): string => id.replace(/^elements-(.*)--.*$/, 'spass-$1');

/** Returns the controls of a story that can be used. */
const controlsOf = (page: Page, storyId: string): Promise<Control[]> =>
  page.evaluate(async id => {
    const {__STORYBOOK_PREVIEW__: preview} = window as unknown as Preview;
    const {argTypes} = await preview.storyStoreValue.loadStory({storyId: id});
    return Object.values(argTypes).filter(
      ({control, table}) => control && !control.disable && !table?.disable,
    );
  }, storyId);

/** Returns another value than any that a story has. */
const otherValue = ({name, control, options}: Control): unknown => {
  if (options) return options.at(-1);
  const {type = ''} = control || {};
  return type === 'boolean' ? true : type === 'number' ? 5 : `another-${name}`;
};

let browser: Browser;
let server: Awaited<ReturnType<typeof serveStories>>;
before(async () => {
  server = await serveStories();
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  await server.close();
});

describe('the controls of the Storybook', {timeout: 120_000}, () => {
  let page: Page;
  before(async () => void ({page} = await openPage(browser)));

  for (const {id} of defaults)
    it(`are one for each attribute, and each changes the tag: ${tagOf(id)}`, async () => {
      await openStory(page, server.url, {id});
      const controls = await controlsOf(page, id);
      const names = controls.map(({name}) => name);
      assert.ok(names.length > 1);
      assert.deepEqual(names, [...new Set(names)], 'twice');
      // A property that has an attribute would be a second control of it.
      assert.deepEqual(
        names.filter(name => /[A-Z]/.test(name)),
        [],
      );
      const values = Object.fromEntries(controls.map(one => [one.name, otherValue(one)]));
      const unchanged = await page.evaluate(
        async ([storyId, tag, updatedArgs]) => {
          const {__STORYBOOK_ADDONS_CHANNEL__: channel} = window as unknown as Preview;
          const rendered = new Promise(resolve => channel.once('storyRendered', resolve));
          channel.emit('updateStoryArgs', {storyId, updatedArgs});
          await rendered;
          const element = document.querySelector(`#storybook-root ${tag}`);
          return Object.entries(updatedArgs)
            .filter(
              ([name, value]) =>
                element?.getAttribute(name) !== (value === true ? '' : String(value)),
            )
            .map(([name]) => name);
        },
        [id, tagOf(id), values] as const,
      );
      assert.deepEqual(unchanged, [], 'dead');
    });

  it('stand in the panel only beside what can be written in a tag', async () => {
    await page.setViewportSize({width: 1280, height: 900});
    await page.goto(`${server.url}?path=/story/elements-resource-list--default`);
    const panel = page.locator('#storybook-panel-root');
    await panel.getByText('heading-level', {exact: true}).waitFor();
    for (const row of await panel.locator('tbody tr:has(td:nth-child(4))').all()) {
      const name = await row.locator('td').first().innerText();
      const controls = await row
        .locator('td')
        .nth(3)
        .locator('input, select, textarea, button')
        .count();
      assert.equal(controls > 0, /^[a-z][a-z-]*$/.test(name) && !name.startsWith('spass-'), name);
    }
  });
});

describe('the desk of the Storybook', {timeout: 60_000}, () => {
  it('changes the widget with the CSS that is typed, and names its parts', async () => {
    const {page, errors} = await openPage(browser);
    await openStory(page, server.url, {id: 'tokens-and-skins-tokens-and-parts--desk'});
    const link = page.locator('spass-resource-list [part~=link]').first();
    await page
      .getByLabel('CSS of the page')
      .fill(
        'spass-resource-list { --spass-link: #00aa11 }\nspass-resource-list::part(title) { font-style: italic } }{',
      );
    await page.waitForFunction(
      () =>
        getComputedStyle(document.querySelector('spass-resource-list') as Element).getPropertyValue(
          '--spass-link',
        ) === '#00aa11',
    );
    assert.equal(await link.evaluate(one => getComputedStyle(one).color), 'rgb(0, 170, 17)');
    await page.getByRole('button', {name: 'chips', exact: true}).click();
    assert.match(await page.getByLabel('CSS of the page').inputValue(), /::part\(chips\) \{/);
    await page.getByLabel('Tag').selectOption({label: 'spass-project-map'});
    await page.locator('spass-project-map').waitFor();
    assert.deepEqual(errors, []);
  });
});

describe('the code of a story', {timeout: 120_000}, () => {
  let site: Site;
  before(async () => void (site = await startSite()));
  after(() => site.close());

  for (const {id} of defaults)
    it(`shows the widget when it is pasted into a page: ${tagOf(id)}`, async () => {
      const {page, errors} = await openPage(browser);
      await openStory(page, server.url, {id});
      // Text that “Show code” shows and copies.
      const code = await page.evaluate(() => {
        const {__STORYBOOK_ADDONS_CHANNEL__: channel} = window as unknown as Preview;
        return String(channel.last('storybook/docs/snippet-rendered')?.[0]?.source);
      });
      assert.match(code, /<script src="http[^"]*\/cdn\/spass-widgets\.js" defer>/);
      // As a tag around, or inside, the one that the page is about.
      assert.ok(code.includes(`<${tagOf(id)}`), code);
      const path = `/${id}`;
      site.responses.set(
        path,
        `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page</title><body>${code}</body></html>`,
      );
      await page.goto(site.url + path);
      const noun = tagOf(id).slice(6);
      const shown = {layer: 'project-map', portal: 'portal-cards'}[noun] ?? noun;
      const text = await widgetText(page, shown);
      assert.ok(text.trim().length > 20, `${text}\n${code}`);
      assert.deepEqual(errors, []);
      await page.context().close();
    });
});

describe('the stories of a tag', () => {
  const STATES = ['Default', 'Loading', 'Empty', 'Failed', 'Stale', 'InvalidRecords'];
  /** These have no data of their own. */
  const WITHOUT_DATA = ['compare', 'portal'];
  for (const name of tagStoryFiles().filter(one => !WITHOUT_DATA.includes(one)))
    it(`show every state: ${name}`, () => {
      const code = readFileSync(join(root, 'stories', `${name}.stories.ts`), 'utf8');
      const found = [...code.matchAll(/^export const (\w+)/gm)].map(([, story]) => story);
      const wanted = name === 'contribute' ? ['Idea', ...STATES.slice(1)] : STATES;
      assert.deepEqual(
        wanted.filter(state => !found.includes(state)),
        [],
      );
    });
});
