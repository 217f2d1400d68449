import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeEach, describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';
import {cdn, type OpenPage, openPage, pageWith, STRICT_POLICY} from './browser-fixture.js';
import {sample} from '../support/test-scope.js';
import {useSite} from './use-site.js';

const WIDGETS = `
  <spass-portal api="/data.json">
    <spass-project-map><p>What the page has without us</p></spass-project-map>
  </spass-portal>`;
const META = '<meta name="spass-base" content="/cdn/">';
const DEFERRED = '<script defer src="/cdn/spass-widgets.js"></script>';

/** Returns a page with the widgets, or what is given. */
const pageFrom = (head: string, body = WIDGETS): string => pageWith(body, head);

const DATA = JSON.stringify({
  version: '1',
  projects: [
    {id: 'a', title: 'Trame verte', url: 'https://example.org/a', geo: {lat: 50.6, lon: 3.1}},
    {id: 'b', title: 'Eurovélo', url: 'https://example.org/b', geo: {lat: 50.8, lon: 2.9}},
  ],
});

const {version: VERSION} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string;
};

describe('the script of the CDN build', {timeout: 120_000}, () => {
  const fixture = useSite({'/data.json': DATA});
  beforeEach(() => {
    fixture.site.requestedPaths.length = 0;
    fixture.site.responses.delete('/cdn/spass-map.js');
  });

  const read = (file: string) => readFileSync(join(cdn, file), 'utf8');

  /** Opens a page, and waits until its map is drawn or has failed. */
  const open = async (html: string, headers: Record<string, string> = {}): Promise<OpenPage> => {
    fixture.site.responses.set('/', {body: html, headers});
    const opened = await openPage(fixture.browser, `${fixture.site.url}/`);
    await opened.page.evaluate(async () => {
      const late = new Promise((_, reject) => setTimeout(reject, 10_000, 'no widget in 10 s'));
      await Promise.race([customElements.whenDefined('spass-project-map'), late]);
      const map = document.querySelector<HTMLElement & {loadComplete: Promise<void>}>(
        'spass-project-map',
      );
      map?.scrollIntoView();
      await Promise.race([map?.loadComplete, late]);
    });
    return opened;
  };

  const markers = ({page}: OpenPage) =>
    page.locator('spass-project-map').locator('[part~="marker"], [part~="cluster"]').count();
  const links = ({page}: OpenPage) =>
    page.locator('spass-project-map').locator('a[href^="https://example.org/"]').count();

  const drawsMap = async (opened: OpenPage) => {
    await opened.page.locator('spass-project-map [part~="map"]').waitFor();
    assert.ok((await markers(opened)) > 0, 'the map has markers');
    assert.deepEqual(opened.errors, []);
    assert.deepEqual(opened.console, []);
    await opened.page.context().close();
  };

  const keepsList = async (opened: OpenPage, warning: RegExp) => {
    assert.equal(await links(opened), 2, 'the list stands in for the map');
    const ours = opened.console.filter(line => line.includes('[spass-widgets]'));
    assert.equal(ours.length, 1, `one warning, not ${JSON.stringify(ours)}`);
    assert.match(ours[0] ?? '', warning);
    assert.deepEqual(opened.errors, []);
    await opened.page.context().close();
  };

  for (const [way, head] of [
    ['deferred', DEFERRED],
    ['async', '<script async src="/cdn/spass-widgets.js"></script>'],
    ['as a module', '<script type="module" src="/cdn/spass-widgets.js"></script>'],
    ['with a query after its name', '<script defer src="/cdn/spass-widgets.js?ver=6.4"></script>'],
  ] as const)
    it(`draws a map ${way}`, async () => {
      await drawsMap(await open(pageFrom(head)));
      assert.equal(
        fixture.site.requestedPaths.filter(path => path === '/cdn/spass-map.js').length,
        1,
      );
    });

  it('draws a map concatenated after another script, without a semicolon between', async () => {
    const inlined = `<script>${read('spass-widgets.js')}</script>`;
    await drawsMap(await open(pageFrom(META, WIDGETS + inlined)));
  });

  it('keeps the list, and warns once, inlined in a page that names no folder', async () => {
    const inlined = `<script>${read('spass-widgets.js')}</script>`;
    await keepsList(await open(pageFrom('', WIDGETS + inlined)), /<meta name="spass-base"/);
  });

  it('draws a map concatenated behind another script, without a semicolon between', async () => {
    fixture.site.responses.set('/bundle.js', `window.before = 1\n${read('spass-widgets.js')}`);
    await drawsMap(await open(pageFrom(`${META}<script defer src="/bundle.js"></script>`)));
  });

  it('draws a map without any other file as spass-widgets.all.js', async () => {
    const head = '<script defer src="/cdn/spass-widgets.all.js"></script>';
    await drawsMap(await open(pageFrom(head)));
    assert.deepEqual(
      fixture.site.requestedPaths.filter(path => path.startsWith('/cdn/')),
      ['/cdn/spass-widgets.all.js'],
    );
  });

  it('S-09 draws a map even if an image is named "currentScript"', async () => {
    const image = '<img name="currentScript" src="/cdn/none.svg" alt="">';
    const opened = await open(pageFrom('', `${image}${WIDGETS}${DEFERRED}`));
    await opened.page.locator('spass-project-map [part~="map"]').waitFor();
    assert.ok((await markers(opened)) > 0);
    await opened.page.context().close();
  });

  it('S-11 rejects a map chunk with one altered byte, and keeps the list', async () => {
    fixture.site.responses.set('/cdn/spass-map.js', `${read('spass-map.js')} `);
    await keepsList(await open(pageFrom(DEFERRED)), /could not be loaded/);
  });

  it('F-06 only warns once if the page already has a copy', async () => {
    const copies = `${DEFERRED}<script defer src="/copy.js"></script><script defer src="/copy.js?2"></script>`;
    fixture.site.responses.set('/copy.js', read('spass-widgets.js'));
    const opened = await open(pageFrom(copies));
    assert.equal(opened.console.length, 1);
    assert.match(opened.console[0] ?? '', /\[spass-widgets\] \d+\.\d+\.\d+ .* already/);
    assert.deepEqual(opened.errors, []);
    assert.ok((await markers(opened)) > 0);
    await opened.page.context().close();
  });

  for (const [first, second] of [
    [VERSION, '0.9.3'],
    ['0.9.3', VERSION],
  ] as const)
    for (const way of sample(['defer', 'type="module"']))
      it(`F-06 keeps ${first}, and names both, when ${second} is loaded after it (${way})`, async () => {
        for (const version of [first, second])
          fixture.site.responses.set(
            `/${version}.js`,
            read('spass-widgets.js').replaceAll(VERSION, version),
          );
        const copies = `${META}<script defer src="/${first}.js"></script><script ${way} src="/${second}.js"></script>`;
        // The policy would reject a second Lit, but the package's own is used.
        const policy = "require-trusted-types-for 'script'; trusted-types lit-html spass-widgets";
        const opened = await open(pageFrom(copies), {'Content-Security-Policy': policy});
        const [line = '', ...more] = opened.console;
        assert.deepEqual(more, []);
        assert.ok(
          line.includes(`${second} does nothing`) && line.includes(`already has ${first}`),
          line,
        );
        assert.deepEqual(opened.errors, []);
        assert.ok((await markers(opened)) > 0);
        await opened.page.context().close();
      });

  it('S-04 works under the strict policy without a violation', async () => {
    const head = DEFERRED + '<link rel="stylesheet" href="/cdn/spass-widgets.css">';
    fixture.site.responses.set('/', {
      body: pageFrom(head),
      headers: {'Content-Security-Policy': STRICT_POLICY},
    });
    await drawsMap(await open(pageFrom(head), {'Content-Security-Policy': STRICT_POLICY}));
  });

  for (const [how, script] of [
    ['before the page is parsed', '<script async src="/cdn/spass-widgets.js"></script>'],
    ['after it', DEFERRED],
  ] as const)
    it(`warns of a misspelt tag, run ${how}, and works beside it`, async () => {
      const stray = '<spass-project-maps>The links of the page</spass-project-maps>';
      const opened = await open(pageFrom(script, `${stray}<other-tag></other-tag>${WIDGETS}`));
      assert.equal(await markers(opened), 2);
      assert.deepEqual(opened.console, ['[spass-widgets] unknown tag <spass-project-maps>']);
    });

  it('S-05 keeps the page’s content, with one warning, if Lit’s policy is blocked', async () => {
    fixture.site.responses.set('/', {
      body: pageFrom(DEFERRED),
      headers: {
        'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types 'none'",
      },
    });
    const opened = await openPage(fixture.browser, `${fixture.site.url}/`);
    const ours = opened.console.filter(line => line.includes('[spass-widgets]'));
    assert.equal(ours.length, 1);
    assert.match(ours[0] ?? '', /lit-html/);
    assert.deepEqual(opened.errors, []);
    assert.ok(await opened.page.getByText('What the page has without us').isVisible());
    await opened.page.context().close();
  });

  it('S-05 keeps the list, with one warning, if only the policy "spass-widgets" is blocked', async () => {
    const policy = "require-trusted-types-for 'script'; trusted-types lit-html";
    const opened = await open(pageFrom(DEFERRED), {'Content-Security-Policy': policy});
    await keepsList(opened, /Trusted Types/);
  });

  it('draws a map if scripts need a nonce', async () => {
    const head = '<script defer nonce="n0nce" src="/cdn/spass-widgets.js"></script>';
    const policy = "script-src 'nonce-n0nce'";
    await drawsMap(await open(pageFrom(head), {'Content-Security-Policy': policy}));
  });

  it('reserves the space of a widget, by its style sheet, until the class of the tag is loaded', async () => {
    const head = '<link rel="stylesheet" href="/cdn/spass-widgets.css">' + DEFERRED;
    const body = '<spass-family-filter></spass-family-filter><p id="after">After</p>';
    fixture.site.responses.set('/', pageFrom(head, body));
    const opened = await openPage(fixture.browser);
    let release = (): void => {};
    const held = new Promise<void>(resolve => (release = resolve));
    await opened.page.route('**/spass-family-filter.js', async route => {
      await held;
      await route.continue();
    });
    const asked = opened.page.waitForRequest('**/spass-family-filter.js');
    await opened.page.goto(fixture.site.url, {waitUntil: 'commit'});
    await asked;
    const height = () =>
      opened.page.evaluate(() => document.querySelector('spass-family-filter')?.offsetHeight ?? 0);
    assert.equal(await height(), 136, '8.5em, with the tag defined and its class on the way');
    release();
    await opened.page.locator('spass-family-filter fieldset').first().waitFor({state: 'attached'});
    assert.notEqual(await height(), 136, 'then what it holds');
    await opened.page.context().close();
  });

  it('S-13 leaves no global, and changes no built-in', async () => {
    fixture.site.responses.set('/', pageFrom('', ''));
    const opened = await openPage(fixture.browser, `${fixture.site.url}/`);
    const added = await opened.page.evaluate(async widgets => {
      const names = () => [
        ...Object.getOwnPropertyNames(window),
        ...[window, document, document.documentElement, document.body].flatMap(object => [
          ...Object.getOwnPropertySymbols(object).map(String),
          ...Object.keys(object),
        ]),
        ...[Symbol, Object, Array, Promise, Element, HTMLElement, Document, Event].flatMap(built =>
          [built, built.prototype as object].flatMap(object =>
            Reflect.ownKeys(object).map(key => `${built.name} ${String(key)}`),
          ),
        ),
      ];
      const had = new Set(names());
      await new Promise(loaded => {
        const script = document.createElement('script');
        script.src = '/cdn/spass-widgets.js';
        script.onload = loaded;
        document.head.append(script);
      });
      document.body.append(...new DOMParser().parseFromString(widgets, 'text/html').body.children);
      const map = document.querySelector<HTMLElement & {loadComplete: Promise<void>}>(
        'spass-project-map',
      );
      await map?.loadComplete;
      return names().filter(name => !had.has(name));
    }, WIDGETS);
    assert.deepEqual(added, []);
    await opened.page.context().close();
  });
});
