import assert from 'node:assert/strict';
import {appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {findSpip, root} from '../../scripts/setup.mjs';
import {launchChromium, openPage, type Site, startSite} from '../pages/browser-fixture.js';
import {checkMapWithoutScripts} from './check-map.js';
import {checkSheets, checkSheetsWithoutScripts, SHEET_LANGUAGES} from './check-sheet.js';
import {hostileResponse, textsWithTags} from './hostile-response.js';
import {startUnresponsiveServer} from './unresponsive-server.js';
import {
  addPlugin,
  addSection,
  addWriter,
  install,
  logIn,
  publish,
  articleText,
  writeArticle,
} from './spip-pages.js';
import {type SpipSite, startSpip} from './spip-site.js';

const ADMIN = {name: 'admin', password: 'Un-secret-de-test'};
const WRITER = {name: 'lise', password: 'Un-autre-secret'};
const skip = findSpip() ? false : "SPIP is missing: install Debian's spip and php-sqlite3.";

describe('the plugin in a real SPIP', {timeout: 280_000, skip}, () => {
  let demo: DemoServer;
  let other: Site;
  let unresponsive: Awaited<ReturnType<typeof startUnresponsiveServer>>;
  let site: SpipSite;
  let browser: Browser;
  /** Clean-up functions, also run if the set-up fails halfway. */
  const closing: (() => Promise<void>)[] = [];
  let api: string;
  let admin: Page;
  let writer: Page;

  const visit = (id: number, javaScriptEnabled = true) =>
    openPage(browser, `${site.url}/spip.php?article${id}`, {javaScriptEnabled});

  /** Creates an article that the writer wrote and the administrator published. */
  const article = async (text: string): Promise<number> => {
    const id = await writeArticle(writer, site, text);
    await publish(admin, site, id);
    return id;
  };

  before(async () => {
    [demo, other, unresponsive] = await Promise.all([
      startServer(),
      startSite({'/hostile/resources': hostileResponse}),
      startUnresponsiveServer(),
    ]);
    for (const server of [demo, other, unresponsive]) closing.push(() => server.close());
    api = `${demo.url}api`;
    const mayAsk = [demo.url, other.url, unresponsive.url, 'http://127.0.0.1:9'];
    site = await startSpip(mayAsk);
    closing.push(() => site.stop());
    browser = await launchChromium();
    closing.push(() => browser.close());
    const options = {locale: 'fr-FR'};
    admin = (await openPage(browser, undefined, options)).page;
    writer = (await openPage(browser, undefined, options)).page;
    await install(admin, site, ADMIN);
    await logIn(admin, site, ADMIN);
    await addPlugin(admin, site);
    await addWriter(admin, site, WRITER);
    await addSection(admin, site);
    await logIn(writer, site, WRITER);
  });
  after(() => Promise.all(closing.reverse().map(close => close())));

  it('shows a writer’s widget to a visitor, and lets it be edited again', async () => {
    const text = `Bonjour.\n\n<spass|widget=resource-list|api=${api}|limit=4|q=de la>\n\nLa fin.`;
    const id = await article(text);
    const {page, errors} = await visit(id);
    const links = page.locator('spass-resource-list h3 a, spass-resource-list h4 a');
    await links.nth(3).waitFor();
    assert.equal(await links.count(), 4);
    assert.deepEqual(errors, []);
    assert.equal(await articleText(admin, site, id), text);
    await writeArticle(admin, site, text.replace('limit=4', 'limit=2|sync-url'), {id});
    const {page: again} = await visit(id, false);
    assert.equal(await again.locator('spass-resource-list li a').count(), 2);
    assert.equal(await again.locator('spass-resource-list').getAttribute('sync-url'), '');
    assert.equal(await again.locator('spass-resource-list').getAttribute('q'), 'de la');
  });

  it('is readable without JavaScript: the same titles, with real links', async () => {
    const id = await article(`<spass|widget=resource-list|api=${api}|limit=5|sort=title>`);
    const {page} = await visit(id, false);
    const links = page.locator('spass-resource-list li a');
    assert.equal(await links.count(), 5);
    for (const link of await links.all())
      assert.match(String(await link.getAttribute('href')), /^https?:\/\//);
    const titles = await links.allInnerTexts();
    const drawn = (await visit(id)).page.locator('spass-resource-list h3 a');
    await drawn.nth(4).waitFor();
    assert.deepEqual(titles, await drawn.allInnerTexts());
  });

  it('has a picture of the map and the texts of prerender without JavaScript', async () => {
    const {page} = await visit(await article(`<spass|widget=project-map|api=${api}>`), false);
    await checkMapWithoutScripts(page, api);
  });

  it('has the sheet of a project, in four languages, also without JavaScript', async () => {
    const sheets = SHEET_LANGUAGES.map(
      lang => `<spass|widget=project|api=${api}|project=clim-monts|lang=${lang}>`,
    );
    const id = await article(sheets.join('\n\n'));
    await checkSheetsWithoutScripts((await visit(id, false)).page);
    const {page, errors} = await visit(id);
    await checkSheets(page);
    assert.deepEqual(errors, []);
  });

  it('loads nothing on a page without a widget, and its script once on a page with two', async () => {
    const one = `<spass|widget=portal-cards|api=${api}>`;
    const [without, twice] = [await article('Rien.'), await article(`${one}\n\n${one}`)];
    const ours = (page: Page) => page.locator('[src*="spass"], link[href*="spass"]');
    assert.equal(await ours((await visit(without)).page).count(), 0);
    const {page} = await visit(twice);
    assert.equal(await page.locator('spass-portal-cards').count(), 2);
    const script = page.locator('script[src*="spass-widgets.js"]');
    assert.equal(await script.count(), 1);
    const {'spass-widgets.js': hash} = JSON.parse(
      readFileSync(join(root, 'dist/cdn/sri.json'), 'utf8'),
    ) as Record<string, string>;
    assert.equal(await script.getAttribute('integrity'), hash);
    assert.equal(await script.getAttribute('crossorigin'), 'anonymous');
  });

  it('S-11 keeps the list if the script was altered in transit', async () => {
    const id = await article(`<spass|widget=resource-list|api=${api}|limit=3|sort=-title>`);
    const script = join(site.folder, 'plugins/spass_widgets/cdn/spass-widgets.js');
    const whole = readFileSync(script);
    appendFileSync(script, ' ');
    try {
      const {page} = await visit(id);
      assert.equal(await page.locator('spass-resource-list li a').count(), 3);
      const defined = await page.evaluate(
        () => customElements.get('spass-resource-list') !== undefined,
      );
      assert.equal(defined, false);
    } finally {
      writeFileSync(script, whole);
    }
  });

  it('delivers the page if an API returns an error, is inside the network, or never responds', async () => {
    const addresses = ['http://127.0.0.1:9', 'http://10.0.0.1', 'http://169.254.169.254'].concat(
      `${unresponsive.url}/one`,
      `${unresponsive.url}/two`,
    );
    const text = addresses.map(address => `<spass|widget=resource-list|api=${address}/api>`);
    const id = await article([...text, 'La fin.'].join('\n\n'));
    const {page} = await visit(id, false);
    assert.equal(await page.locator('spass-resource-list').count(), 5);
    assert.equal(await page.locator('spass-resource-list a').count(), 0);
    assert.match(await page.locator('main').innerText(), /La fin\./);
    // Requested once by the pages of the two authors or by this one, and not again for some time.
    assert.ok(unresponsive.asked.length > 0);
    assert.equal(
      new Set(unresponsive.asked).size,
      unresponsive.asked.length,
      unresponsive.asked.join(),
    );
  });

  it('requests no host that SPIP accepts without an address, or that has a local one', () => {
    const hosts = ['１２７.０.０.１', '2130706433', 'localhost.'];
    const urls = [...hosts.map(host => `http://${host}:8080/`), `${demo.url}api`];
    const found = site.php(`include_spip('spass_widgets_fonctions'); include_spip('inc/distant');
      echo json_encode(array_map('spass_widgets_destination', json_decode('${JSON.stringify(urls)}')));`);
    assert.deepEqual(JSON.parse(found), [...hosts.map(() => null), '']);
  });

  it('S-01 runs no code from hostile titles, URLs and arguments', async () => {
    const id = await article(
      [
        `<spass|widget=resource-list|api=${other.url}/hostile>`,
        `<spass|widget=resource-list|api=${other.url}/hostile|group="onfocus="pwned()|q='">`,
        `<spass|widget=resource-list|api=javascript:pwned()|onclick=pwned()|style=color:red>`,
        `<spass|widget=x"onclick=pwned()>`,
        `<spass|widget=resource-list|api=${other.url}/hostile|group=&quot;onfocus=&quot;pwned()>`,
      ].join('\n\n'),
    );
    const {page, errors} = await visit(id);
    const widgets = page.locator('spass-resource-list');
    await widgets.first().locator('h3 a').first().waitFor();
    assert.equal(await widgets.count(), 4);
    const found = await page.locator('main').evaluate(main => {
      const all = [...main.querySelectorAll('spass-resource-list, spass-resource-list *')];
      return {
        scripts: main.querySelectorAll('script, spass-resource-list :is(img, iframe, svg, b)')
          .length,
        attributes: all
          .flatMap(element => element.getAttributeNames())
          .filter(name => !/^(?:api|group|q|skin|href|lang|datetime)$/.test(name)),
        links: [...main.querySelectorAll('a')].filter(({protocol}) => !/^https?:/.test(protocol))
          .length,
        nested: main.querySelectorAll('spass-resource-list spass-resource-list').length,
      };
    });
    assert.deepEqual(found, {scripts: 0, attributes: [], links: 0, nested: 0});
    assert.deepEqual(errors, []);
    const html = await (await fetch(`${site.url}/spip.php?article${id}`)).text();
    for (const text of textsWithTags(hostileResponse)) assert.ok(!html.includes(text), text);
  });

  it('encodes an & and a quotation mark exactly once', async () => {
    const query = `a=1&b=deux`;
    const forms = [query, query.replace('&', '&amp;'), query.replace('&', '&amp;amp;')];
    const id = await article(
      forms.map(form => `<spass|widget=agenda|api=${api}?${form}|group=le "pont">`).join('\n\n'),
    );
    const {page} = await visit(id, false);
    for (const tag of await page.locator('spass-agenda').all()) {
      assert.equal(await tag.getAttribute('api'), `${api}?${query}`);
      assert.equal(await tag.getAttribute('group'), 'le "pont"');
    }
    assert.equal(await page.locator('spass-agenda').count(), 3);
  });

  it('reports unknown values to the writer, and nothing to visitors', async () => {
    const id = await article(
      `<spass|widget=resource-list|api=${api}|limits=3>\n\n<spass|widget=carte>`,
    );
    const {page} = await visit(id, false);
    assert.doesNotMatch(await page.locator('main').innerText(), /limits|carte/);
    await writer.goto(`${site.url}/ecrire/?exec=article&id_article=${id}`);
    const said = await writer.locator('#wysiwyg .erreur_message').allInnerTexts();
    assert.equal(said.length, 2);
    assert.match(String(said[0]), /«\u202flimits\u202f» n’est pas un attribut de resource-list/);
    assert.match(String(said[1]), /Aucun composant ne s’appelle «\u202fcarte\u202f»/);
  });

  it('shows cached data when the API is down', async () => {
    const item = {id: 1, title: 'Connu', url: 'https://example.org/'};
    other.responses.set('/soon/resources', JSON.stringify({version: '1', items: [item]}));
    const id = await article(`<spass|widget=resource-list|api=${other.url}/soon>`);
    await visit(id, false);
    other.responses.delete('/soon/resources');
    // Simulates that ten minutes have passed, for the data and for SPIP's own pages.
    const cache = join(site.folder, 'tmp/cache');
    const kept = join(cache, 'spass');
    for (const name of readdirSync(kept).filter(one => one.endsWith('.json'))) {
      const value = JSON.parse(readFileSync(join(kept, name), 'utf8')) as object;
      writeFileSync(join(kept, name), JSON.stringify({...value, jusque: 0}));
    }
    rmSync(join(cache, 'calcul'), {recursive: true});
    other.requestedPaths.length = 0;
    const {page} = await visit(id, false);
    assert.deepEqual(await page.locator('spass-resource-list a').allInnerTexts(), ['Connu']);
    assert.deepEqual(
      other.requestedPaths.filter(path => path.startsWith('/soon')),
      ['/soon/resources'],
    );
  });
});
