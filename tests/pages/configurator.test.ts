import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import type {DataOrigin} from '../../configurator/data-origin.js';
import {fr} from '../../configurator/messages-fr.js';
import type {ProbeError} from '../../configurator/probe.js';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {configuratorUrl, snippetOf, addressCheckResult} from './configurator-page.js';
import {axeViolations, headingLevels, skippedLevels} from './demo-pages.js';
import {launchChromium, reusePage, type Site, startSite} from './browser-fixture.js';
import {isComplete, sample} from '../support/test-scope.js';
import {listen, type LocalServer} from '../support/listen.js';

/** Starts a server that misbehaves in the way named by the first path segment. */
async function startMisbehaving(): Promise<LocalServer> {
  const open = {'Access-Control-Allow-Origin': '*'};
  const json = {'Content-Type': 'application/json'};
  const answers: Readonly<Record<string, [number, Record<string, string>, string]>> = {
    closed: [200, json, '{"total":0,"items":[]}'],
    page: [200, {...open, 'Content-Type': 'text/html'}, '<!doctype html><h1>Mairie</h1>'],
    missing: [404, {...open, ...json}, '{}'],
    broken: [403, {...open, ...json}, '{}'],
    nonsense: [200, {...open, ...json}, '{"bonjour":1}'],
  };
  const server = createServer(({url = ''}, response) => {
    const [status, headers, body] = answers[url.split(/[/?]/)[1] ?? ''] ?? [404, {}, ''];
    response.writeHead(status, headers).end(body);
  });
  return listen(server);
}

const drop = (page: Page, name: string, text: string): Promise<void> =>
  page.locator('.fichier').evaluate(
    (target, [fileName = '', content = '']) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      target.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
    },
    [name, text],
  );

describe('the configurator', () => {
  let browser: Browser;
  let server: DemoServer;
  let misbehaving: Awaited<ReturnType<typeof startMisbehaving>>;
  let site: Site;

  before(async () => {
    browser = await launchChromium();
    server = await startServer();
    misbehaving = await startMisbehaving();
    site = await startSite();
  });
  after(async () => {
    await browser.close();
    await Promise.all([server.close(), misbehaving.close(), site.close()]);
  });

  const open = (settings: Readonly<Record<string, string>>, options = {}) =>
    reusePage(browser, configuratorUrl(server.url, settings), options);
  const demo = () => ({widget: 'resource-list', api: `${server.url}api`});

  const choose = (page: Page, origin: DataOrigin): Promise<void> =>
    page.getByRole('radio', {name: fr.dataOrigins[origin], exact: true}).check();
  const states: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    // Something to look at from the first second.
    start: page => page.frameLocator('iframe').locator('[part~=link]').first().waitFor(),
    probed: async page => {
      await choose(page, 'address');
      await page.getByLabel(fr.attributes['api'] ?? '').fill(`${server.url}api`);
      await page.keyboard.press('Enter');
      assert.match(await addressCheckResult(page), /peut être lue/);
      for (const summary of await page.locator('summary').all()) await summary.click();
    },
    failed: async page => {
      await choose(page, 'address');
      await page.getByLabel(fr.attributes['api'] ?? '').fill(`${misbehaving.url}/closed`);
      await page.keyboard.press('Enter');
      await addressCheckResult(page);
    },
    file: async page => {
      await choose(page, 'file');
      await drop(page, 'fiches.csv', 'Titre;Lien;Rien\nLe canal;https://exemple.fr/canal;x\n');
      await page.frameLocator('iframe').getByText('Le canal').waitFor();
      for (const summary of await page.locator('summary').all()) await summary.click();
    },
    pasted: async page => {
      await page.getByText(fr.importer.title).click();
      await page.getByLabel(fr.importer.label).fill('<spass-ressource-list limt="six" api="/api">');
      await page.getByRole('button', {name: fr.importer.read}).click();
      await page.locator('#faults li').first().waitFor();
    },
  };
  const screens = [
    ['dark', 1280],
    ['light', 320],
  ] as const;
  for (const [index, [state, reach]] of sample(Object.entries(states).entries()))
    for (const [colorScheme, width] of isComplete ? screens : [screens[index % 2]!])
      it(`A-01 has no axe violations: ${state}, ${colorScheme}, ${width} px`, async () => {
        const {page} = await open({}, {colorScheme, viewport: {width, height: 800}});
        await reach(page);
        assert.deepEqual(await axeViolations(page), []);
        assert.deepEqual(skippedLevels(await headingLevels(page)), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${wide}`);
      });

  it('keeps the preview in view on a phone, below the setting that is changed', async () => {
    const {page} = await open({}, {viewport: {width: 360, height: 740}});
    const preview = page.locator('.apercu iframe');
    await preview.waitFor();
    assert.equal(await page.locator('.reglages > details[open]').count(), 0);
    const isInView = () =>
      preview.evaluate(one => {
        const {top, bottom} = one.getBoundingClientRect();
        return top > 0 && bottom < innerHeight && bottom - top > 150;
      });
    assert.ok(await isInView(), 'on the first screen');
    for (const summary of await page.locator('.reglages > details > summary').all()) {
      await summary.focus();
      assert.ok(await isInView());
      const gap = await summary.evaluate(
        one =>
          document.querySelector('.apercu')!.getBoundingClientRect().top -
          one.getBoundingClientRect().bottom,
      );
      assert.ok(gap >= 0, `${String(await summary.textContent())}: ${gap}`);
    }
    await page.setViewportSize({width: 360, height: 480});
    assert.ok(!(await isInView()), 'in a low window it would leave no room');
  });

  it('shows the most used settings of a map at once, whole, and the others in a closed group', async () => {
    const {page} = await open({widget: 'project-map'}, {viewport: {width: 1280, height: 800}});
    const groups = page.locator('.reglages > details');
    await groups.first().waitFor();
    assert.equal(await groups.locator('.champs > *:visible').count(), 4);
    const others = groups.filter({hasText: 'Autres réglages'});
    await others.locator('summary').click();
    assert.ok((await others.locator('.champs > *:visible').count()) >= 4);
    const cut = await page.locator('.reglages select:visible').evaluateAll(all =>
      all.flatMap(one => {
        const select = one as HTMLSelectElement;
        const {fontSize, fontFamily, paddingInlineStart} = getComputedStyle(select);
        const text = document.createElement('canvas').getContext('2d')!;
        text.font = `${fontSize} ${fontFamily}`;
        const words = select.selectedOptions[0]!.text.trim();
        // The arrow takes about 20 pixels.
        const room = select.clientWidth - 2 * parseFloat(paddingInlineStart) - 20;
        return text.measureText(words).width > room ? [words] : [];
      }),
    );
    assert.deepEqual(cut, []);
  });

  it('shows the preview of a small laptop in the size of the page, not smaller', async () => {
    const {page} = await open({widget: 'project-map'}, {viewport: {width: 1280, height: 800}});
    const frame = page.locator('.apercu iframe');
    await frame.waitFor();
    assert.equal(await frame.evaluate(one => getComputedStyle(one).scale), '1');
  });

  it('opens with large drawings of the components in rows, and whole lines of code', async () => {
    const {page} = await open({}, {viewport: {width: 1280, height: 800}});
    await page.locator('.coller .code').first().waitFor();
    const boxes = await page.locator('.composant').evaluateAll(all =>
      all.map(one => {
        const {width} = one.querySelector('.vignette')!.getBoundingClientRect();
        return {width, top: one.getBoundingClientRect().top, height: one.clientHeight};
      }),
    );
    assert.ok(boxes.length > 10 && boxes.every(({width}) => width >= 158), JSON.stringify(boxes));
    assert.equal(new Set(boxes.map(({height}) => height)).size, 1, 'names on one line');
    const code = page.locator('.suite-code > .code');
    assert.ok(await code.evaluate(one => one.scrollWidth <= one.clientWidth), 'no line is cut');
    assert.equal(await page.locator('.reglages > details[open]').count(), 1, 'its settings');
    for (const width of [1280, 768, 320]) {
      await page.setViewportSize({width, height: 800});
      const {lines, below, origins} = await page.evaluate(() => {
        const [code, main] = ['.suite-code > .code', '.etabli'].map(one =>
          document.querySelector(one)!,
        );
        const labels = [...document.querySelectorAll('.segments:has([name=donnees]) label')];
        return {
          lines: code!.clientHeight / parseFloat(getComputedStyle(code!).lineHeight),
          below: document.documentElement.scrollHeight - main!.getBoundingClientRect().bottom,
          origins: labels.map(one => one.getBoundingClientRect().top),
        };
      });
      assert.ok(Math.abs(lines - Math.round(lines)) < 0.05 && lines < 7, `${width}: ${lines}`);
      assert.ok(below < 1, `nothing below, ${width}: ${below}`);
      const rows = [...new Set(origins)].map(top => origins.filter(one => one === top).length);
      assert.deepEqual(rows, [2, 2], `pairs, ${width}`);
      await page.waitForFunction(() => {
        const {left, right} = document
          .querySelector('.composant:has(:checked)')!
          .getBoundingClientRect();
        return left >= 0 && right <= innerWidth;
      });
    }
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({colorScheme});
      const scheme = page.getByRole('group', {name: fr.schemes.label});
      await scheme.locator('[aria-pressed=true]').getByText(fr.schemes[colorScheme]).waitFor();
    }
  });

  it('A-04 can be used from the widget to the copied snippet by keyboard alone', async () => {
    const {page} = await open({}, {permissions: ['clipboard-read', 'clipboard-write']});
    await page.locator('form').waitFor();
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press('Tab');
        const text = await page.evaluate(() => {
          const focused = document.activeElement as HTMLInputElement | null;
          if (focused === document.body) return '';
          return focused?.labels?.[0]?.textContent ?? focused?.textContent ?? '';
        });
        if (name.test(text)) return;
      }
      assert.fail(`${name} is not reached`);
    };
    await tabTo(/Liste de ressources/);
    await page.keyboard.press('ArrowDown');
    await tabTo(new RegExp(fr.dataOrigins.demo));
    await page.keyboard.press('ArrowRight');
    await tabTo(/Adresse des données/);
    await page.keyboard.type(`${server.url}api`);
    await page.keyboard.press('Enter');
    assert.match(await addressCheckResult(page), /\d+\sprojets/);
    await tabTo(/^\s*WordPress\s*$/);
    await page.keyboard.press('Enter');
    await tabTo(/^\s*Copier/);
    await page.keyboard.press('Enter');
    await page.getByText(fr.copied).first().waitFor();
    assert.equal(await page.locator('#said').textContent(), fr.copied);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, `[spass widget="project-map" api="${server.url}api"]`);
  });

  const troubles: Readonly<Partial<Record<ProbeError, () => string>>> = {
    noAddress: () => 'ftp://exemple.fr/api',
    noCors: () => `${misbehaving.url}/closed`,
    // Port 49 is unassigned, and not blocked by browsers.
    unreachable: () => 'http://127.0.0.1:49/api',
    page: () => `${misbehaving.url}/page`,
    notFound: () => `${misbehaving.url}/missing`,
    refused: () => `${misbehaving.url}/broken`,
    notAsPromised: () => `${misbehaving.url}/nonsense`,
  };
  for (const [trouble, address] of sample(Object.entries(troubles)))
    it(`explains an error of an address, and what to do: ${trouble}`, async () => {
      const {page} = await open({widget: 'resource-list', api: address()});
      await page.getByRole('button', {name: fr.link.load}).click();
      const told = await addressCheckResult(page);
      const [sentence, fix] = fr.probeErrors[trouble as ProbeError];
      assert.ok(told.includes(sentence) && told.includes(fix), told);
    });

  it('sends requests only to its own server, logs nothing, and violates no rule of its policy', async () => {
    const {page, console: lines, errors} = await reusePage(browser);
    const hosts = new Set<string>();
    page.on('request', request => hosts.add(new URL(request.url()).origin));
    await page.goto(configuratorUrl(server.url, demo()));
    await addressCheckResult(page);
    await page.frameLocator('iframe').locator('spass-resource-list [part~=link]').first().waitFor();
    await page.waitForLoadState('networkidle');
    assert.deepEqual([...hosts], [new URL(server.url).origin]);
    assert.deepEqual([...lines, ...errors], []);
  });

  it('shows the widget at the requested width, and the values in the data', async () => {
    const {page} = await open({...demo(), width: '320'});
    await addressCheckResult(page);
    const frame = page.frames()[1];
    assert.equal(await frame?.evaluate(() => innerWidth), 320);
    await page.getByText(fr.filters).click();
    await page.getByRole('checkbox', {name: /^ACTEUR/i}).check();
    assert.match(await snippetOf(page), / family="acteur"/);
    await page.getByRole('button', {name: '1280 px'}).click();
    await page.locator('iframe.w1280').waitFor();
  });

  if (isComplete)
    it('puts links to the widget’s records inside the tag, and follows its filters', async () => {
      const {page} = await open({...demo(), family: 'acteur'});
      await addressCheckResult(page);
      const linked = async () => [...(await snippetOf(page)).matchAll(/<a href="([^"]+)"/g)];
      const urls = async () => (await linked()).map(([, url = '']) => url.replaceAll('&amp;', '&'));
      const shownFor = async (query: string) => {
        const answer = await fetch(`${server.url}api/resources?limit=6&${query}`);
        const {items} = (await answer.json()) as {items: {url?: string}[]};
        return items.flatMap(({url}) => url ?? []);
      };
      assert.deepEqual(await urls(), await shownFor('family=acteur'));
      for (const summary of await page.locator('summary').all()) await summary.click();
      await page.getByLabel(fr.attributes['sort'] ?? '').selectOption('-title');
      const sorted = await shownFor('family=acteur&sort=-title');
      await page.waitForFunction(
        first => document.querySelector('.coller .code')?.textContent.includes(`href="${first}"`),
        sorted[0]?.replaceAll('&', '&amp;'),
      );
      assert.deepEqual(await urls(), sorted);
    });

  describe('the links inside a tag', () => {
    const at = (name: string) => `https://exemple.fr/${name}`;
    const record = (id: number, name: string, insee?: string, lieu = at(name)) => ({
      id,
      title: name,
      url: lieu,
      commune: {name, ...(insee ? {insee} : {})},
    });
    const data = {
      '/territoires.json': {
        version: '1',
        resources: [
          record(1, 'Lille', '59350'),
          // Only the table of communes names this one.
          record(2, 'Ors'),
          record(3, 'Ajaccio', '2A004'),
          record(4, 'Amiens', '80021'),
          record(5, 'Ailleurs', '59350', 'https://ailleurs.example/'),
        ],
      },
      '/communes.json': {
        version: '1',
        code: ['59450', '59350'],
        name: ['Ors', 'Lille'],
        lat: [50.1, 50.6],
        lon: [3.6, 3.1],
        epci: ['200030633', '200093201'],
      },
    };
    before(() => {
      for (const [path, json] of Object.entries(data))
        site.responses.set(path, {
          body: JSON.stringify(json),
          headers: {'Content-Type': 'application/json'},
        });
    });

    const elsewhere = 'https://ailleurs.example/';
    for (const [attributes, linked] of sample([
      [{}, [at('Lille'), at('Ors'), at('Ajaccio'), at('Amiens'), elsewhere]],
      [{commune: '59350'}, [at('Lille'), elsewhere]],
      [{departement: '2A'}, [at('Ajaccio')]],
      [{departement: '59'}, [at('Lille'), at('Ors'), elsewhere]],
      [{region: '32'}, [at('Lille'), at('Ors'), at('Amiens'), elsewhere]],
      [{region: '32', departement: '80,2A'}, [at('Amiens')]],
      [{epci: '200030633'}, [at('Ors')]],
      [{departement: '59', 'link-origin': 'https://exemple.fr'}, [at('Lille'), at('Ors')]],
    ] as const))
      it(`are those of the widget's own records: ${JSON.stringify(attributes)}`, async () => {
        const {page} = await open({
          widget: 'resource-list',
          api: `${site.url}/territoires.json`,
          places: `${site.url}/communes.json`,
          ...attributes,
        });
        // The URL of the configurator names data of another host: they are loaded after a click.
        await page.getByRole('button', {name: fr.link.load}).click();
        await addressCheckResult(page);
        const snippet = await snippetOf(page);
        assert.deepEqual(
          [...snippet.matchAll(/<a href="([^"]+)"/g)].map(([, url]) => url),
          linked,
        );
        // The live preview shows the same number.
        const links = page.frameLocator('iframe').locator('spass-resource-list [part~=link]');
        await page.frameLocator('iframe').locator('spass-resource-list [role=status]').waitFor({
          state: 'attached',
        });
        await page.frames()[1]?.evaluate(async () => {
          const list = document.querySelector('spass-resource-list');
          await (list as HTMLElement & {loadComplete?: Promise<void>}).loadComplete;
        });
        assert.equal(await links.count(), linked.length);
      });
  });

  it('warns of illegible colours, and writes the rule for a site that forbids inline styles', async () => {
    const {page} = await open(demo());
    await page.getByText(fr.colours.title, {exact: true}).first().click();
    await page.getByLabel(fr.colours.names['--spass-link'] ?? '', {exact: true}).fill('#cccccc');
    assert.match(String(await page.locator('#colour-link-contrast').textContent()), /insuffisant/);
    await page.getByLabel(fr.colours.names['--spass-link'] ?? '', {exact: true}).fill('#1f5fa6');
    assert.match(String(await page.locator('#colour-link-contrast').textContent()), /suffisant/);
    assert.ok((await snippetOf(page)).includes(' style="--spass-link: #1f5fa6"'));
    await page.getByText(fr.policy.title, {exact: true}).click();
    await page.getByText('spass-resource-list {').waitFor();
  });

  if (isComplete)
    it('restores its settings from its URL, in the three languages', async () => {
      const {page} = await open({...demo(), limit: '3', shape: 'spip', width: '480'});
      await addressCheckResult(page);
      await page.getByRole('button', {name: 'Nederlands'}).click();
      const before = await snippetOf(page);
      await page.reload();
      await addressCheckResult(page);
      assert.equal(await snippetOf(page), before);
      assert.equal(before, `<spass|widget=resource-list|api=${server.url}api|limit=3>`);
      assert.equal(await page.locator('html').getAttribute('lang'), 'nl');
      assert.equal(await page.locator('h1').textContent(), 'Configurator');
      await page.locator('iframe.w480').waitFor();
    });

  if (isComplete)
    it('offers records in the snippet, an own template, message overrides and languages, and shows them', async () => {
      const {page, errors} = await open({widget: 'resource-list', page: 'fr'});
      await choose(page, 'inline');
      const {texts} = fr.blocks;
      const records =
        '[{"id": 1, "title": {"fr": "La halle </script>", "nl": "De hal"}}, {"id": 2, "title": "Le lavoir"}]';
      await page.getByLabel(texts.items.label).fill('[{"id": 1,}]');
      await page.getByLabel(texts.items.label).blur();
      await page.locator('#block-items-faults li').waitFor();
      await page.getByLabel(texts.items.label).fill(records);
      await page.getByLabel(texts.items.label).blur();
      await page.getByText(fr.blocks.title, {exact: true}).click();
      await page
        .getByLabel(texts.row.label)
        .fill('<p class="nom" onclick="x()">Lieu : <b data-field="title"></b></p>');
      await page
        .getByLabel(texts.messageOverrides.label)
        .fill('{"results": {"one": "{shown} lieu", "other": "{shown} lieux"}, "moer": "x"}');
      await page.getByLabel(texts.messageOverrides.label).blur();
      await page.locator('#sentences-page-faults').waitFor();
      await page.getByText(fr.steps.appearance, {exact: true}).click();
      const languages = page.getByRole('group', {name: fr.attributes['languages'] ?? ''});
      await languages.getByLabel('Nederlands').check();
      await languages.getByLabel('Français').check();
      const faults = await page.locator('[id$="-faults"] li').allTextContents();
      assert.deepEqual(faults.length, 2, faults.join());
      assert.match(faults.join(), /Onclick="x\(\)" est retiré.*moer n’est pas une phrase/);

      const preview = page.frameLocator('iframe');
      await preview.getByText('2 lieux').waitFor();
      await preview.locator('[part=nom]').getByText('La halle </script>').waitFor();
      await preview.getByRole('button', {name: 'Nederlands'}).click();
      await preview.locator('[part=nom]').getByText('De hal').waitFor();

      const snippet = await snippetOf(page);
      assert.match(
        snippet,
        /<spass-portal languages="fr nl">\s+<spass-resource-list>\s+<template data-for="row">\s+<p class="nom">Lieu : <b data-field="title"><\/b><\/p>\s+<\/template>\s+<script type="application\/json">/,
      );
      // Nothing of it is sent to the server with the address of the page.
      assert.doesNotMatch(new URL(page.url()).search, /halle|lieux|nom/);
      await page.reload();
      await preview.getByText('2 lieux').waitFor();
      assert.equal(await snippetOf(page), snippet);

      const {page: other} = await open({});
      await other.getByText(fr.importer.title).click();
      await other.getByLabel(fr.importer.label).fill(snippet);
      await other.getByRole('button', {name: fr.importer.read}).click();
      await other.locator('#faults li').filter({hasText: 'moer'}).waitFor();
      assert.equal(await other.locator('#faults li').count(), 1);
      assert.equal(await snippetOf(other), snippet);
      assert.deepEqual(errors, []);
    });

  it('names the mistakes of a snippet and corrects them', async () => {
    const {page} = await open({});
    await page.getByText(fr.importer.title).click();
    await page
      .getByLabel(fr.importer.label)
      .fill(`&lt;spass-ressource-list apii=“${server.url}api” limit=“six”&gt;`);
    await page.getByRole('button', {name: fr.importer.read}).click();
    const faults = page.locator('#faults li');
    await faults.first().waitFor();
    const told = (await faults.allTextContents()).join('\n');
    for (const part of [
      '«\u202fresource-list\u202f»',
      '«\u202fapi\u202f»',
      '«\u202fsix\u202f»',
      'guillemets',
    ])
      assert.ok(told.includes(part), told);
    assert.match(await addressCheckResult(page), /\d+\sressources/);
    assert.ok((await snippetOf(page)).includes(`<spass-resource-list api="${server.url}api">`));
  });

  it('A-04 leads from its start and from the preview to the button that copies, in two keys', async () => {
    const {page} = await open(demo());
    await page.locator('iframe').waitFor();
    await page.keyboard.press('Tab');
    const skips = page.getByRole('button', {name: fr.steps.snippet, exact: true});
    for (const index of [0, 1]) {
      const skip = skips.nth(index);
      if (index > 0) await skip.focus();
      // Opaque and on top: it is over the header or other buttons.
      assert.match(
        await skip.evaluate(one => {
          const {x, y, width, height} = one.getBoundingClientRect();
          const top = document.elementFromPoint(x + width / 2, y + height / 2);
          return `${one.matches(':focus')} ${top === one} ${getComputedStyle(one).backgroundColor}`;
        }),
        /^true true rgb\(/,
      );
      await page.keyboard.press('Enter');
      const copy = page.locator('.copier').first();
      assert.equal(await copy.evaluate(one => one.matches(':focus')), true);
    }
  });

  it('A-13 underlines only what is pressed with forced colours', async () => {
    const {page} = await open(demo(), {forcedColors: 'active'});
    await page.locator('iframe').waitFor();
    const lineOf = (isPressed: boolean) =>
      page
        .locator(`.langues [aria-pressed=${isPressed}]`)
        .first()
        .evaluate(one => getComputedStyle(one).borderBlockEndColor);
    const paper = await page.evaluate(() => {
      document.body.style.backgroundColor = 'Canvas';
      return getComputedStyle(document.body).backgroundColor;
    });
    assert.equal(await lineOf(false), paper);
    assert.notEqual(await lineOf(true), paper);
  });

  it('completes a relative URL, and adds a missing https://', async () => {
    const {page} = await open({widget: 'resource-list', api: '/api'});
    await addressCheckResult(page);
    assert.ok((await snippetOf(page)).includes(`api="${server.url}api"`));
    await page.getByLabel(fr.attributes['api'] ?? '').fill('mairie.invalid/api');
    await page.keyboard.press('Tab');
    assert.ok((await snippetOf(page)).includes('api="https://mairie.invalid/api"'));
  });

  it('converts a dropped file to a valid portal, with errors by line and column', async () => {
    const {page} = await open({widget: 'resource-list'});
    await choose(page, 'file');
    await drop(
      page,
      'fiches.csv',
      'Titre,Nom,Lien\nLe canal,,https://exemple.fr/canal\nL’écluse,x,https://exemple.fr/ecluse\n',
    );
    const converted = page.locator('#converted');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      converted.getByRole('link', {name: fr.file.download}).click(),
    ]);
    assert.match(String(await converted.textContent()), /fiches\.csv:1:2/);
    assert.match(String(await converted.textContent()), /2\sfiches converties/);
    site.responses.set('/portail.json', {
      body: readFileSync(await download.path(), 'utf8'),
      headers: {'Content-Type': 'application/json'},
    });
    await choose(page, 'address');
    await page.getByLabel(fr.attributes['api'] ?? '').fill(`${site.url}/portail.json`);
    await page.keyboard.press('Enter');
    assert.match(await addressCheckResult(page), /2\sressources/);
    await page.frameLocator('iframe').getByRole('link', {name: 'Le canal'}).waitFor();
  });

  if (isComplete)
    it('prints the poster of the project, that of the demonstration and that of a dropped file', async () => {
      const {page} = await open({widget: 'project'});
      const widget = page.frameLocator('iframe').locator('spass-project');
      /** Returns the size, the title and the parts of the poster that the browser would print. */
      const printed = async (size: string): Promise<string> => {
        await widget.locator('.head .title').waitFor();
        await widget.evaluate(element => {
          window.print = () => {
            const poster = element.shadowRoot!.querySelector<HTMLElement>('.poster')!;
            const parts = [...poster.querySelectorAll('.emblem, .qr-code')].length;
            const title = poster.querySelector('.poster-head > .title')!.textContent.trim();
            window.name = [poster.dataset['size'], title, parts].join(' · ');
            window.dispatchEvent(new Event('afterprint'));
          };
        });
        await page.getByRole('button', {name: size, exact: true}).click();
        return widget.evaluate(async () => {
          while (!window.name) await new Promise(requestAnimationFrame);
          return window.name;
        });
      };
      assert.match(await printed('A3'), /^a3 · .+ · 2$/);
      assert.doesNotMatch(await snippetOf(page), /poster/, 'the snippet stays that of the sheet');
      await choose(page, 'file');
      await drop(page, 'projets.csv', 'Titre;Lien\nLa halle;https://exemple.fr/halle\n');
      await page.frameLocator('iframe').getByText('La halle').waitFor();
      assert.equal(await printed('A4'), 'a4 · La halle · 1');
      await page.getByRole('link', {name: fr.poster.example}).click();
      await page.locator('spass-project[poster]').waitFor();
    });

  it('preselects the kind of record of the chosen widget, whatever was chosen before', async () => {
    const {page} = await open({widget: 'agenda'});
    await choose(page, 'file');
    const kind = page.getByLabel(fr.file.recordKind);
    const chooseWidget = (widget: string) => page.locator(`input[value="${widget}"]`).check();
    assert.equal(await kind.inputValue(), 'events');
    const expected = {directory: 'organisations', agenda: 'events', 'project-map': 'projects'};
    // Options that were selected by hand no longer follow their attribute.
    for (const one of Object.values(expected)) await kind.selectOption(one);
    for (const [widget, preselected] of Object.entries(expected)) {
      await kind.selectOption('portals');
      await chooseWidget(widget);
      assert.equal(await kind.inputValue(), preselected);
    }
  });

  if (isComplete)
    it('keeps the hash if another folder has the same files, and reports if it cannot tell', async () => {
      const {page} = await open(demo());
      await addressCheckResult(page);
      const hashOf = async () => /integrity="([^"]+)"/.exec(await snippetOf(page))?.[1];
      const own = await hashOf();
      await page.getByText(fr.host.title).click();
      const base = page.getByLabel(fr.host.base);
      await base.fill(`${site.url}/cdn`);
      await page.keyboard.press('Tab');
      await page.getByText(fr.host.sameHashes).waitFor();
      assert.equal(await hashOf(), own);
      await base.fill(`${site.url}/ailleurs/`);
      await page.keyboard.press('Tab');
      await page.locator('#folder .faute').waitFor();
      assert.equal(await hashOf(), own);
      assert.ok((await snippetOf(page)).includes(`src="${site.url}/ailleurs/spass-widgets.js"`));
      const zip = await page.request.get(`${server.url}configurateur/spass-widgets.zip`);
      assert.equal(zip.headers()['content-type'], 'application/zip');
    });

  it('offers a line that requests the data of another site before the script', async () => {
    const data = JSON.stringify({version: '1', portals: [{id: 'ors', title: 'Ors'}]});
    site.responses.set('/portail.json', data);
    const address = `${site.url}/portail.json?a=1&b=2`;
    const {page} = await reusePage(browser);
    await page.goto(configuratorUrl(server.url, {widget: 'portal-cards', api: address}));
    await page.getByRole('button', {name: fr.link.load}).click();
    await page.frameLocator('.apercu iframe').getByText('Ors', {exact: true}).first().waitFor();
    const lines = page.locator('#avance');
    await lines.getByText(fr.preload.title).first().click();
    const line = String(await lines.locator('.code').textContent());
    assert.match(line, /^<link rel="preload" as="fetch" .* href="[^"]*a=1&amp;b=2">$/);
    // A page with this line and the snippet asks once.
    site.requestedPaths.length = 0;
    const snippet = await snippetOf(page);
    const body = `<!doctype html><html lang="fr"><title>Page</title>${line}${snippet}`;
    const town = await startSite({'/page.html': body});
    await page.goto(`${town.url}/page.html`);
    await page.getByText('Ors', {exact: true}).first().waitFor();
    assert.deepEqual(site.requestedPaths, ['/portail.json']);
    await town.close();
    // Nothing is to be added for data that the page has from its own site.
    await page.goto(configuratorUrl(server.url, {widget: 'portal-cards', api: `${server.url}api`}));
    await page.frameLocator('.apercu iframe').locator('spass-portal-cards li').first().waitFor();
    assert.equal(await lines.locator('.code').count(), 0);
  });

  describe('opened by a link of somebody else', () => {
    it('loads nothing from the hosts that the link names before a click', async () => {
      const {page} = await reusePage(browser);
      const hosts = new Set<string>();
      page.on('request', request => hosts.add(new URL(request.url()).host));
      const own = new URL(server.url).host;
      const foreign = new URL(site.url).host;
      await page.goto(
        configuratorUrl(server.url, {
          widget: 'project-map',
          api: `${site.url}/data.json`,
          places: `${site.url}/communes.json`,
        }),
      );
      await page.getByText(fr.link.data(foreign)).waitFor();
      await page.waitForLoadState('networkidle');
      assert.deepEqual([...hosts], [own]);
      assert.deepEqual(await axeViolations(page), []);
      await page.getByRole('button', {name: fr.link.load}).click();
      await addressCheckResult(page);
      assert.ok(hosts.has(foreign));
      // The person has confirmed it: it is not asked again when the page is reloaded.
      await page.reload();
      await addressCheckResult(page);
      assert.equal(await page.getByText(fr.link.data(foreign)).count(), 0);
    });

    it('shows no snippet with a script of another site before it is confirmed', async () => {
      const host = new URL(site.url).host;
      const {page} = await open({...demo(), base: `${site.url}/cdn`});
      const question = page.getByRole('alert').filter({hasText: host});
      await question.waitFor();
      assert.deepEqual(await axeViolations(page), []);
      assert.ok(!(await page.locator('.coller').innerText()).includes('<script'));
      await page.getByRole('button', {name: fr.link.foreignScript(host)}).click();
      assert.ok((await snippetOf(page)).includes(`src="${site.url}/cdn/spass-widgets.js"`));
      const {page: another} = await open({...demo(), base: 'https://evil.example/cdn'});
      await another.getByRole('button', {name: fr.link.ownScript}).click();
      const snippet = await snippetOf(another);
      assert.ok(snippet.includes(`src="${server.url}cdn/spass-widgets.js"`), snippet);
    });

    it('writes no code of the link into the snippet', async () => {
      const content =
        '<p data-state="done">Diagnostic</p><script src="https://evil.example"></script><img src=x onerror=alert(1)>';
      const {page} = await open({widget: 'project-progress', content});
      const snippet = await snippetOf(page);
      assert.ok(snippet.includes('<p data-state="done">Diagnostic</p>'), snippet);
      assert.ok(!/evil|onerror/.test(snippet), snippet);
    });
  });
});
