import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import {FETCHED_ATTRIBUTES} from '../../src/data/url-attributes.js';
import {supportedLanguages} from '../../src/i18n/catalogues.js';
import {parseManifest} from '../../src/tools/snippets/catalogue.js';
import {apiResponses, PORTAL_DOCUMENT} from './all-widgets.js';
import {partsDrawn} from '../support/page-parts.js';
import {launchChromium, openPage, reusePage, type Site, startSite} from './browser-fixture.js';

const catalogue = parseManifest(
  JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8')),
  supportedLanguages(),
);

/** The small portal, with a project that is located only by a table of communes. */
const PORTAL = (() => {
  const all = JSON.parse(PORTAL_DOCUMENT) as {readonly projects: readonly unknown[]};
  const unlocated = {id: 'unlocated', title: 'Berges', commune: {name: 'Ors', insee: '59450'}};
  return JSON.stringify({...all, projects: [...all.projects, unlocated]});
})();

const ROWS = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: {type: 'Point', coordinates: [3.1, 50.6]},
      properties: {id: 'a', titre: 'Abris', site: 'http://127.0.0.1'},
    },
    {type: 'Feature', geometry: null, properties: {id: 'b', titre: 'Berges', commune: 'Ors'}},
  ],
});

describe('the URLs of a frame', {timeout: 120_000}, () => {
  let browser: Browser;
  let site: Site;
  /** Site that embed.json does not allow, except in one test. */
  let other: Site;
  before(async () => {
    browser = await launchChromium();
    site = await startSite({'/data.json': PORTAL, '/rows.geojson': ROWS, ...apiResponses('/api')});
    other = await startSite({'/data.json': PORTAL, ...apiResponses('/api')});
  });
  beforeEach(() => {
    other.requestedPaths.length = 0;
    site.responses.delete('/cdn/embed.json');
  });
  after(async () => {
    await browser.close();
    await site.close();
    await other.close();
  });

  const allow = (...apis: readonly unknown[]) =>
    site.responses.set('/cdn/embed.json', JSON.stringify({apis}));

  type Parameters = readonly (readonly [string, string])[];
  const urlOf = (parameters: Parameters) =>
    `${site.url}/cdn/embed.html?${new URLSearchParams(parameters.map(pair => [...pair])).toString()}`;
  const open = (parameters: Parameters) => openPage(browser, urlOf(parameters));

  const loaded = (page: Page) =>
    page.locator('body > :not(noscript)').evaluate(async widget => {
      widget.scrollIntoView();
      await (widget as HTMLElement & {loadComplete?: Promise<void>}).loadComplete;
      return widget.localName;
    });

  const expectRefused = async (parameters: Parameters, message: string) => {
    const {page, errors, console} = await reusePage(browser, urlOf(parameters));
    const text = await page.locator('body > p').innerText();
    assert.ok(text.includes(message), text);
    assert.equal(await page.locator('body > :not(noscript, p)').count(), 0, 'no widget');
    assert.deepEqual(errors, []);
    assert.equal(console.filter(line => line.startsWith('[spass-widgets]')).length, 1);
    assert.deepEqual(other.requestedPaths, [], JSON.stringify(parameters));
  };

  it('S-14 are given once: with a repeated parameter, the page shows only a message that names it', async () => {
    for (const [name, first, second] of [
      ['api', '/data.json', `${other.url}/data.json`],
      ['api', `${other.url}/data.json`, '/data.json'],
      ['places', '/communes.json', `${other.url}/communes.json`],
      ['widget', 'resource-list', 'contribute'],
      ['lang', 'nl', 'de'],
    ] as const)
      await expectRefused(
        [
          ...(name === 'widget' ? [] : [['widget', 'contribute'] as const]),
          ...(name === 'api' ? [] : [['api', '/data.json'] as const]),
          [name, first],
          [name, second],
        ],
        `répète le paramètre « ${name} »`,
      );
  });

  it('S-14 are all compared with embed.json, whichever attribute contains them', async () => {
    const {host} = new URL(other.url);
    for (const [name, value, ...more] of [
      ['api', `${other.url}/data.json`],
      ['api', `/data.json ${other.url}/data.json`],
      ['api', `//${host}/data.json`],
      ['places', `${other.url}/communes.json`],
      ['places', `//${host}/communes.json`],
      ['tiles', `${other.url}/{z}/{x}/{y}.png`],
      ['tiles', `//${host}/{z}/{x}/{y}.png`],
      ['tiles', `${other.url}/nord.pmtiles`],
      ['fields', `title: titre; image: "${other.url}/{id}.png"`, ['source', 'geojson']],
      ['fields', `image.src: photo | "voir ${other.url}/a.png"`, ['source', 'geojson']],
      ['fields', `image: "{site}:${host.replace(/.*:/, '')}/a.png"`, ['source', 'geojson']],
      ['fields', `cover.src: "//${host}/{id}.png"`, ['source', 'geojson']],
      ['href', `${other.url}/avis`],
    ] as const)
      await expectRefused(
        [
          ['widget', name === 'href' ? 'project-progress' : 'project-map'],
          ...(name === 'api' ? [] : [['api', '/rows.geojson'] as const]),
          [name, value],
          ['consent', 'granted'],
          ...more,
        ],
        `paramètre « ${name} »`,
      );
  });

  it('S-14 cannot leave an allowed folder by dots that only a server understands', async () => {
    allow('/api/');
    for (const path of [
      '/api/../data.json',
      '/api/..%2fdata.json',
      '/api/%2e%2e%2Fdata.json',
      '/api/.%2E%5Cdata.json',
      '/api/..;/data.json',
      '/api/%252e%252e%252fdata.json',
    ])
      await expectRefused(
        [
          ['widget', 'resource-list'],
          ['api', path],
        ],
        'paramètre « api »',
      );
  });

  it('S-14 are refused if embed.json is missing or malformed', async () => {
    for (const text of ['', 'null', '[]', '{"apis": "/"}', '{"apis": [null, "http://["]}']) {
      site.responses.set('/cdn/embed.json', text);
      await expectRefused(
        [
          ['widget', 'resource-list'],
          ['api', '/data.json'],
        ],
        'paramètre « api »',
      );
    }
  });

  // A new attribute that fetches a URL without being compared with embed.json fails here.
  it('S-14 are only in attributes that are compared with embed.json', async () => {
    site.responses.set(
      '/',
      `<!doctype html><html lang="fr"><title>Page</title><link rel="icon" href="data:,">
      <script defer src="/cdn/spass-widgets.js"></script>`,
    );
    const {page, errors} = await openPage(browser, site.url);
    const requested = new Set<string>();
    page.on('request', request => {
      const [origin, noun = '', name = ''] = request.url().split(/(?<!\/)\/(?!\/)/);
      if (origin === other.url && catalogue.has(noun)) requested.add(name);
    });
    for (const [noun, {attributes}] of catalogue) {
      const names = [...attributes.values()]
        .filter(({name, kind}) => kind === 'text' && name !== 'consent')
        .map(({name}) => name);
      await page.evaluate(
        ({tag, names, folder}) => {
          const widgets = names.map(name => {
            const widget = document.createElement(tag);
            // All on the screen, one on top of the other: a map loads when it is seen.
            widget.style = 'position: fixed; inset: 0';
            const url = `${folder}/${name}/{z}/{x}/{y}.pmtiles`;
            for (const [one, value] of Object.entries({
              api: '/data.json',
              consent: 'granted',
              [name]: url,
            }))
              widget.setAttribute(one, value);
            return widget;
          });
          document.body.replaceChildren(...widgets);
        },
        {tag: `spass-${noun}`, names, folder: `${other.url}/${noun}`},
      );
      await partsDrawn(page);
    }
    // In `fields`, only a quoted text is the URL of a picture.
    const compared = Object.keys(FETCHED_ATTRIBUTES).filter(name => name !== 'fields');
    assert.deepEqual([...requested].sort(), compared.sort());
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('S-14 may be those that embed.json allows: a table, a basemap and pictures of records', async () => {
    allow('/rows.geojson', `${other.url}/permis`);
    const {page} = await open([
      ['widget', 'project-map'],
      ['api', '/rows.geojson'],
      ['source', 'geojson'],
      ['places', `${other.url}/permis/communes.json`],
      ['tiles', `${other.url}/permis/{z}/{x}/{y}.png`],
      ['fields', `title: titre; image: "${other.url}/permis/{id}.png"; abstract: "{titre} : {id}"`],
      ['consent', 'granted'],
    ]);
    assert.equal(await loaded(page), 'spass-project-map');
    await page.waitForLoadState('networkidle');
    assert.ok(other.requestedPaths.includes('/permis/communes.json'));
    assert.ok(other.requestedPaths.some(path => /^\/permis\/\d+\/\d+\/\d+\.png$/.test(path)));
    await page.context().close();
  });

  it('S-14 do not include the names of built-in basemaps', async () => {
    allow('/data.json');
    for (const tiles of ['ign', 'none', '']) {
      const parameters: Parameters = [
        ['widget', 'project-map'],
        ['api', '/data.json'],
        ['tiles', tiles],
      ];
      const {page} = await reusePage(browser, urlOf(parameters));
      assert.equal(await loaded(page), 'spass-project-map');
    }
  });

  describe('of a form', () => {
    const RECIPIENT = {
      controller: 'Commune d’Ors',
      contact: 'mairie@ors.example',
      policy: '/donnees.html',
      retention: 'deux ans',
    };
    const FORGED = Object.entries({
      controller: 'Loterie nationale',
      contact: 'gagnez@evil.example',
      policy: 'https://evil.example/',
      retention: 'toujours',
    });
    const openForm = async (config: object, parameters: Parameters) => {
      site.responses.set('/cdn/embed.json', JSON.stringify({apis: ['/api'], ...config}));
      return open([['widget', 'contribute'], ['api', '/api'], ['no-list', ''], ...parameters]);
    };

    it('S-14 name the recipient that embed.json states, whatever the URL of the frame says', async () => {
      const {page, console} = await openForm(RECIPIENT, FORGED);
      assert.equal(await loaded(page), 'spass-contribute');
      const form = page.locator('spass-contribute');
      const text = await form.evaluate(node => node.shadowRoot!.textContent);
      assert.ok(text.includes('Commune d’Ors') && text.includes('mairie@ors.example'), text);
      for (const [, forged] of FORGED) assert.ok(!text.includes(forged), text);
      const links = await form
        .locator('a')
        .evaluateAll(all => all.map(a => a.getAttribute('href')));
      assert.ok(
        links.includes('/donnees.html') || links.some(url => url?.endsWith('/donnees.html')),
      );
      assert.ok(!links.some(url => url?.includes('evil')), links.join(' '));
      const names = FORGED.map(([name]) => name);
      for (const name of names)
        assert.ok(
          console.some(line => line.startsWith(`[spass-widgets] ${name}: in a frame`)),
          name,
        );
      await page.context().close();
    });

    it('S-14 name nobody from the URL of the frame if embed.json names nobody', async () => {
      for (const config of [{}, {controller: 3, contact: null, policy: ['x'], retention: {}}]) {
        const {page} = await openForm(config, FORGED);
        assert.equal(await loaded(page), 'spass-contribute');
        const html = await page
          .locator('spass-contribute')
          .evaluate(node => node.shadowRoot!.innerHTML);
        for (const [, forged] of FORGED) assert.ok(!html.includes(forged), forged);
        await page.context().close();
      }
    });
  });

  it('S-14 are also limited by a policy that follows from embed.json', async () => {
    site.responses.set(
      '/cdn/embed.json',
      JSON.stringify({apis: ['/data.json'], images: ['https://photos.example/']}),
    );
    const {page} = await open([
      ['widget', 'resource-list'],
      ['api', '/data.json'],
    ]);
    assert.equal(await loaded(page), 'spass-resource-list');
    // A script of the page itself, as after an injection.
    const reached = await page.evaluate(async url => {
      const attempts = [
        fetch(`${url}/data.json`).then(() => 'fetch'),
        fetch('/rows.geojson').then(() => 'fetch of a file that is not allowed'),
        new Promise((done, fail) => {
          const image = new Image();
          image.onload = () => done('picture');
          image.onerror = fail;
          image.src = `${url}/a.png`;
        }),
        new Promise((done, fail) => {
          const script = document.createElement('script');
          script.onload = () => done('script');
          script.onerror = fail;
          try {
            script.src = `${url}/data.json`;
          } catch (error) {
            fail(error as Error);
          }
          document.head.append(script);
        }),
      ];
      const results = await Promise.allSettled(attempts);
      return results.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
    }, other.url);
    assert.deepEqual(reached, []);
    assert.deepEqual(other.requestedPaths, []);
    await page.context().close();
  });
});
