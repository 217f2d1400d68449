import assert from 'node:assert/strict';
import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import type {Browser, Page} from 'playwright-core';
import {build, type InlineConfig, type PluginOption} from 'vite';
import {root} from '../../scripts/setup.mjs';
import {launchChromium, type Site, startSite} from '../pages/browser-fixture.js';
import {appsFolder, installFrameworks, checkTypes} from './install-frameworks.js';

const outFolder = join(root, '.cache/apps');

/** Loads the Vite plugin of a framework from the packages of the apps. */
const plugin = async (path: string, name: string, options?: object): Promise<PluginOption[]> => {
  const module = (await import(
    pathToFileURL(join(appsFolder, 'node_modules', path)).href
  )) as Record<string, (options?: object) => PluginOption>;
  return [module[name]?.(options)];
};

interface App {
  readonly name: string;
  readonly plugins: () => Promise<PluginOption[]>;
  /** Module for server-side rendering, if the framework has it. */
  readonly server?: string;
  /** Type checker, as a shell command. */
  readonly check: readonly [string, ...string[]];
}

const TSC = join(root, 'node_modules/@typescript/native/bin/tsc');
const APPS: readonly App[] = [
  {name: 'plain', plugins: async () => [], check: [TSC, '-p', 'tsconfig.json']},
  {
    name: 'react',
    plugins: async () => [],
    server: 'server.tsx',
    check: [TSC, '-p', 'tsconfig.json'],
  },
  {
    name: 'vue',
    // Vue needs to know which tags are custom elements.
    plugins: () =>
      plugin('@vitejs/plugin-vue/dist/index.mjs', 'default', {
        template: {compilerOptions: {isCustomElement: (tag: string) => tag.startsWith('spass-')}},
      }),
    server: 'server.ts',
    check: ['node_modules/vue-tsc/bin/vue-tsc.js', '-p', 'vue/tsconfig.json'],
  },
  {
    name: 'svelte',
    plugins: () => plugin('@sveltejs/vite-plugin-svelte/src/index.js', 'svelte'),
    server: 'server.ts',
    check: [
      'node_modules/svelte-check/bin/svelte-check',
      ...['--workspace', 'svelte', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
    ],
  },
];

const configOf = async ({name, plugins}: App): Promise<InlineConfig> => ({
  root: join(appsFolder, name),
  configFile: false,
  logLevel: 'error',
  base: `/${name}/`,
  plugins: await plugins(),
});

describe('the widgets in a framework', () => {
  let browser: Browser;
  let site: Site;
  before(async () => {
    installFrameworks();
    rmSync(outFolder, {recursive: true, force: true});
    site = await startSite({'/favicon.ico': ''});
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const app of APPS)
    describe(`with ${app.name}`, () => {
      it('F-10 are typed: properties, attributes and events; errors are rejected', () => {
        const [command, ...args] = app.check;
        assert.equal(checkTypes(command, ...args), '');
      });

      it('F-10 are built from the published package, and work for the reader', async () => {
        const folder = join(outFolder, app.name);
        const config = await configOf(app);
        await build({...config, build: {outDir: folder, minify: false, emptyOutDir: true}});
        for (const file of readdirSync(folder, {recursive: true, encoding: 'utf8'})) {
          if (!/\.\w+$/.test(file)) continue;
          const body = readFileSync(join(folder, file), 'utf8');
          const path = `/${app.name}/${file.replaceAll('\\', '/')}`;
          site.responses.set(path === `/${app.name}/index.html` ? `/${app.name}/` : path, body);
        }
        const page = await browser.newPage();
        const problems: string[] = [];
        page.on('pageerror', error => problems.push(error.message));
        page.on('console', message => {
          if (['warning', 'error'].includes(message.type())) problems.push(message.text());
        });
        await page.goto(`${site.url}/${app.name}/`);
        await useApp(page);
        assert.deepEqual(problems, []);
        await page.close();
      });

      if (app.server)
        it('F-10 can be rendered on a server: the output contains the page’s own links', async () => {
          const folder = join(outFolder, `${app.name}-server`);
          const config = await configOf(app);
          await build({
            ...config,
            ssr: {noExternal: true},
            build: {
              outDir: folder,
              ssr: join(appsFolder, app.name, app.server ?? ''),
              emptyOutDir: true,
            },
          });
          const [file = ''] = readdirSync(folder).filter(name => /^server\.m?js$/.test(name));
          const {render} = (await import(pathToFileURL(join(folder, file)).href)) as {
            render: () => string | Promise<string>;
          };
          const html = await render();
          assert.match(html, /<spass-resource-list[^>]*heading-level="2"/);
          assert.match(html, /<a href="https:\/\/exemple\.fr\/">Toutes les ressources<\/a>/);
        });
    });
});

/** Uses an app as a reader would, and checks the page. */
async function useApp(page: Page): Promise<void> {
  const list = page.locator('spass-resource-list');
  const links = list.locator('[part~="link"]');
  const facet = list.getByText('Bourg');
  const click = (id: string) => page.locator(`#${id}`).click();

  // Arrays as properties, and events of the element.
  await page.locator('#total').getByText('2', {exact: true}).waitFor();
  assert.equal(await links.count(), 2);
  assert.equal(await list.getByRole('heading', {level: 2}).count(), 2);
  assert.ok((await facet.count()) > 0, 'the facet that was asked for');
  await click('add');
  await page.locator('#total').getByText('3', {exact: true}).waitFor();
  await links.nth(2).waitFor();

  // A boolean attribute that is set and removed.
  assert.equal(await list.getByText('CAUE').count(), 0);
  await click('flag');
  await list.getByText('CAUE').first().waitFor();
  await click('flag');
  await list.getByText('CAUE').first().waitFor({state: 'detached'});

  // An event for a user action, with its default prevented.
  await links.first().click();
  await page.locator('#chosen').getByText('1', {exact: true}).waitFor();

  // Removed and added again, with the records of the app.
  await click('toggle');
  await list.waitFor({state: 'detached'});
  await click('toggle');
  await links.nth(2).waitFor();
  await links.nth(1).click();
  await page.locator('#chosen').getByText('2', {exact: true}).waitFor();

  // A method of the element, through the framework's own reference.
  await click('reload');
  await links.nth(2).waitFor();
}
