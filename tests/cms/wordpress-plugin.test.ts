import assert from 'node:assert/strict';
import {appendFileSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import type {Browser, Page} from 'playwright-core';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {findWordPress, root} from '../../scripts/setup.mjs';
import {launchChromium, openPage, type Site, startSite} from '../pages/browser-fixture.js';
import {checkMapWithoutScripts} from './check-map.js';
import {checkSheets, checkSheetsWithoutScripts, SHEET_LANGUAGES} from './check-sheet.js';
import {hostileResponse, textsWithTags} from './hostile-response.js';
import {startUnresponsiveServer} from './unresponsive-server.js';
import {
  readBlocks,
  insertBlock,
  hasUnfilteredHtml,
  openEditor,
  savePost,
  titleOfBlock,
} from './wordpress-editor.js';
import {addPeople, addPlugin, logIn, writePost} from './wordpress-pages.js';
import {startWordPress, type WordPressSite} from './wordpress-site.js';

const hostOf = (url: string) => new URL(url).host;

const skip = findWordPress()
  ? false
  : "WordPress is missing: install Debian's wordpress, php-cli and mariadb-server-core.";

describe('the plugin in a real WordPress', {timeout: 280_000, skip}, () => {
  let demo: DemoServer;
  let other: Site;
  let unresponsive: Awaited<ReturnType<typeof startUnresponsiveServer>>;
  let site: WordPressSite;
  let browser: Browser;
  /** Clean-up functions, also run if the set-up fails halfway. */
  const closing: (() => Promise<void>)[] = [];
  let api: string;

  const logInAs = (name: string): Promise<Page> => logIn(browser, site, name);
  const write = (content: string, author?: 'admin' | 'autrice'): string =>
    writePost(site, content, author);

  const visit = (url: string, javaScriptEnabled = true) =>
    openPage(browser, url, {javaScriptEnabled});

  /** Returns the titles that the widget has drawn. */
  const renderedTitles = async (page: Page, tag = 'spass-resource-list'): Promise<string[]> => {
    const links = page.locator(`${tag} [part~=link], ${tag} h3 a, ${tag} h4 a`);
    await links.first().waitFor();
    return links.allInnerTexts();
  };

  before(async () => {
    [demo, other, unresponsive] = await Promise.all([
      startServer(),
      startSite({'/hostile/resources': hostileResponse}),
      startUnresponsiveServer(),
    ]);
    for (const server of [demo, other, unresponsive]) closing.push(() => server.close());
    api = `${demo.url}api`;
    const mayAsk = [demo.url, other.url, unresponsive.url].map(hostOf).concat('127.0.0.1:9');
    site = await startWordPress({isComplete: true, allowedHosts: mayAsk});
    closing.push(() => site.stop());
    browser = await launchChromium();
    closing.push(() => browser.close());
    site.php(`switch_theme('commune');`);
    addPeople(site);
    await addPlugin(browser, site);
  });
  after(() => Promise.all(closing.reverse().map(close => close())));

  for (const who of ['autrice', 'admin'] as const)
    it(`lets ${who} add a block, shows it to a visitor, and lets it be edited again`, async () => {
      const page = await logInAs(who);
      await openEditor(page, `${site.url}/wp-admin/post-new.php`);
      await insertBlock(page);
      assert.equal(await hasUnfilteredHtml(page), who === 'admin');
      await page.getByLabel('api', {exact: true}).fill(api);
      await page.getByLabel('limit', {exact: true}).fill('4');
      await page.getByRole('button', {name: 'More settings'}).click();
      await page.getByLabel('group', {exact: true}).fill('a & <b> "c"');
      // The preview is the widget itself, in the editor's frame if there is one.
      const canvas = page.locator('iframe[name="editor-canvas"]');
      const shown = (await canvas.count()) ? canvas.contentFrame() : page;
      await shown.locator('spass-resource-list h3 a').nth(3).waitFor();

      const {link, edit, content, saved} = await savePost(page);
      assert.ok(saved);
      assert.match(content, /wp:spass-widgets\/widget \{"settings"/);

      const visitor = await visit(link);
      assert.equal((await renderedTitles(visitor.page)).length, 4);
      const group = await visitor.page.locator('spass-resource-list').getAttribute('group');
      // Anything that looks like a tag is stripped for every user; the rest is kept.
      assert.match(String(group), /^a & .*"c"$/);
      assert.deepEqual(visitor.errors, []);

      await openEditor(page, site.url + edit);
      assert.deepEqual(await readBlocks(page), [['spass-widgets/widget', true]]);
      await page.getByLabel('limit', {exact: true}).fill('2');
      assert.ok((await savePost(page)).saved);
      const again = await visit(link);
      assert.equal((await renderedTitles(again.page)).length, 2);
      await page.context().close();
    });

  it('has real links without JavaScript, the same that the script then shows', async () => {
    const url = write(`[spass widget="resource-list" api="${api}" limit="5" sort="title"]`);
    const {page} = await visit(url, false);
    const links = page.locator('main spass-resource-list li a');
    assert.equal(await links.count(), 5);
    for (const link of await links.all())
      assert.match(String(await link.getAttribute('href')), /^https?:\/\//);
    assert.deepEqual(await links.allInnerTexts(), await renderedTitles((await visit(url)).page));
  });

  it('has a list for each kind of widget with a list', async () => {
    const kinds = ['agenda', 'directory', 'portal-cards', 'programme-timeline', 'project-map'];
    const url = write(kinds.map(kind => `[spass widget="${kind}" api="${api}"]`).join('\n\n'));
    const {page} = await visit(url, false);
    for (const kind of kinds)
      assert.ok((await page.locator(`spass-${kind} li`).count()) > 1, `${kind} lists nothing`);
    // The funding statement stands below each list of funded projects.
    const statement = 'Project co-funded by the European Union';
    const funded = await page.locator(':has(> p > img[height="56"])').filter({hasText: statement});
    assert.deepEqual(await funded.evaluateAll(all => all.map(({localName}) => localName)), [
      'spass-portal-cards',
      'spass-programme-timeline',
      'spass-project-map',
    ]);
    assert.ok((await page.locator('spass-agenda time[datetime]').count()) > 0);
  });

  it('has a picture of the map and the texts of prerender without JavaScript', async () => {
    const {page} = await visit(write(`[spass widget="project-map" api="${api}"]`), false);
    await checkMapWithoutScripts(page, api);
  });

  it('has the sheet of a project in a shortcode and a block, in four languages, also without JavaScript', async () => {
    const settings = {api, project: 'clim-monts', lang: 'nl'};
    const sheets = SHEET_LANGUAGES.map(
      lang => `[spass widget="project" api="${api}" project="clim-monts" lang="${lang}"]`,
    ).concat(`<!-- wp:spass-widgets/widget ${JSON.stringify({widget: 'project', settings})} /-->`);
    const url = write(sheets.join('\n\n'), 'autrice');
    const {page} = await visit(url, false);
    assert.equal(await page.locator('spass-project').count(), 5);
    await checkSheetsWithoutScripts(page);
    const {page: drawn, errors} = await visit(url);
    await checkSheets(drawn);
    assert.deepEqual(errors, []);
  });

  it('loads nothing on a page without a widget, and its script once on a page with two', async () => {
    const {page: plain} = await visit(write('Une page sans rien.'));
    assert.equal(await plain.locator('[src*="/spass-widgets/"]').count(), 0);
    assert.equal(await plain.locator('link[href*="/spass-widgets/"]').count(), 0);
    const one = `[spass widget="portal-cards" api="${api}"]`;
    const {page} = await visit(write(`${one}\n\n${one}`));
    // The script itself adds one for each of its parts, until that has run.
    const script = page.locator('script[src*="/spass-widgets.js"]');
    assert.equal(await script.count(), 1);
    const {'spass-widgets.js': hash} = JSON.parse(
      readFileSync(join(root, 'dist/cdn/sri.json'), 'utf8'),
    ) as Record<string, string>;
    assert.equal(await script.getAttribute('integrity'), hash);
    assert.equal(await script.getAttribute('crossorigin'), 'anonymous');
  });

  it('S-11 keeps the list if the script was altered in transit', async () => {
    const script = join(site.contentFolder, 'plugins/spass-widgets/cdn/spass-widgets.js');
    const whole = readFileSync(script);
    appendFileSync(script, ' ');
    try {
      const {page} = await visit(
        write(`[spass widget="resource-list" api="${api}?changed" limit="3"]`),
      );
      assert.equal(await page.locator('spass-resource-list li a').count(), 3);
      const defined = await page.evaluate(
        () => customElements.get('spass-resource-list') !== undefined,
      );
      assert.equal(defined, false);
    } finally {
      writeFileSync(script, whole);
    }
  });

  it('works beside a plugin that serves its script from a cache folder', async () => {
    const url = write(`[spass widget="resource-list" api="${api}" limit="3"]`);
    const sources = (page: Page) =>
      page
        .locator('script[src*="spass-widgets.js"]')
        .evaluateAll(tags => tags.map(tag => tag.getAttribute('src') ?? ''));
    for (const [optimizer, isMoved] of [
      ['minify', false],
      ['merge', true],
    ] as const) {
      const {page, errors} = await visit(
        `${url}${url.includes('?') ? '&' : '?'}optimizer=${optimizer}`,
      );
      assert.equal((await renderedTitles(page)).length, 3, optimizer);
      assert.deepEqual(
        (await sources(page)).map(src => src.includes('/cache/min/')),
        [isMoved],
      );
      assert.deepEqual(errors, []);
    }
  });

  it('delivers the page if an API returns an error, is inside the network, or never responds', async () => {
    const url = write(
      [
        '[spass widget="resource-list" api="http://127.0.0.1:9/api"]',
        '[spass widget="resource-list" api="http://10.0.0.1/api"]',
        '[spass widget="resource-list" api="http://169.254.169.254/latest"]<a href="/secours">Secours</a>[/spass]',
        `[spass widget="resource-list" api="${unresponsive.url}/one"]`,
        `[spass widget="resource-list" api="${unresponsive.url}/two"]`,
        'La fin.',
      ].join('\n\n'),
    );
    const {page} = await visit(url, false);
    assert.match(await page.locator('main').innerText(), /Secours[^]*La fin\./);
    assert.equal(await page.locator('main a').count(), 1);
    // The first unresponsive server has used up the time limit, and is not requested again for some time.
    assert.deepEqual(
      unresponsive.asked.map(path => path.split('?')[0]),
      ['/one/resources'],
    );
    await visit(write(`[spass widget="resource-list" api="${unresponsive.url}/one"]`), false);
    assert.equal(unresponsive.asked.length, 1);
  });

  it('requests no host whose second look-up finds a local address', async () => {
    // WordPress checks a host before the request, as if its first look-up had found an address of the internet.
    writeFileSync(
      join(site.contentFolder, 'mu-plugins/rebind.php'),
      `<?php add_filter('http_request_host_is_external', fn ($is) => $is
        || in_array('wp_http_validate_url', array_column(debug_backtrace(), 'function'), true));`,
    );
    const rebound = `${other.url.replace('127.0.0.1', 'localhost')}/rebound`;
    const url = write(`[spass widget="resource-list" api="${rebound}"]\n\nLa fin.`);
    const {page} = await visit(url, false);
    assert.match(await page.locator('main').innerText(), /La fin\./);
    assert.ok(!other.requestedPaths.includes('/rebound/resources'));
  });

  it('delivers the page if a response is compressed twice, and larger than the memory', async () => {
    writeFileSync(
      join(site.contentFolder, 'mu-plugins/memory.php'),
      `<?php ini_set('memory_limit', '128M');`,
    );
    const bomb = gzipSync(gzipSync(Buffer.alloc(150e6, ' ')));
    other.responses.set('/bomb/resources', response => {
      response.setHeader('Content-Encoding', 'gzip').end(bomb);
    });
    const url = write(`[spass widget="resource-list" api="${other.url}/bomb"]\n\nLa fin.`);
    const {page} = await visit(url, false);
    assert.match(await page.locator('main').innerText(), /La fin\./);
    assert.ok(other.requestedPaths.includes('/bomb/resources'));
  });

  it('shows cached data when the API is down', async () => {
    const url = write(`[spass widget="resource-list" api="${other.url}/soon"]`);
    const item = {id: 1, title: 'Connu', url: 'https://example.org/'};
    other.responses.set('/soon/resources', JSON.stringify({version: '1', items: [item]}));
    await visit(url, false);
    other.responses.delete('/soon/resources');
    // Simulates that ten minutes have passed.
    site.php(`global $wpdb;
      foreach ($wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE option_name LIKE '_transient_spass_widgets_%'") as $name) {
        $value = get_option($name); $value['until'] = 0; update_option($name, $value);
      }`);
    other.requestedPaths.length = 0;
    const {page} = await visit(url, false);
    assert.deepEqual(await page.locator('spass-resource-list a').allInnerTexts(), ['Connu']);
    assert.deepEqual(
      other.requestedPaths.filter(path => path.startsWith('/soon')),
      ['/soon/resources'],
    );
  });

  it('S-01 runs no code from hostile titles, URLs and attributes', async () => {
    const url = write(
      [
        `[spass widget="resource-list" api="${other.url}/hostile"]`,
        `[spass widget="resource-list" api="${other.url}/hostile" group='"><img src=x onerror=pwned()>']`,
        `[spass widget='x"><script>pwned()</script>' api="javascript:pwned()"]`,
        `[spass widget="resource-list" api="javascript:pwned()" onclick="pwned()" style="color:red"]`,
        `<!-- wp:spass-widgets/widget {"widget":"resource-list","settings":{"api":"${other.url}/hostile","onfocus":"pwned()","q":"\\u0022\\u003e\\u003cscript\\u003epwned()\\u003c/script\\u003e"}} /-->`,
      ].join('\n\n'),
      'autrice',
    );
    const {page, errors} = await visit(url);
    await renderedTitles(page);
    const found = await page.locator('main').evaluate(main => ({
      scripts: main.querySelectorAll('script, img, iframe, svg, b').length,
      attributes: [...main.querySelectorAll('*')]
        .flatMap(element => element.getAttributeNames())
        .filter(name => !/^(?:api|group|q|skin|href|lang|datetime)$/.test(name)),
      links: [...main.querySelectorAll('a')].filter(({protocol}) => !/^https?:/.test(protocol))
        .length,
      nested: main.querySelectorAll('spass-resource-list spass-resource-list').length,
    }));
    assert.deepEqual(found, {scripts: 0, attributes: [], links: 0, nested: 0});
    // Executed code would have failed, because the function does not exist.
    assert.deepEqual(errors, []);
    const html = await (await fetch(url)).text();
    for (const text of textsWithTags(hostileResponse)) assert.ok(!html.includes(text), text);
  });

  it('understands a shortcode changed by editors', async () => {
    const forms = [
      `[spass widget=“resource-list” api=“${api}” limit=“3” q=“de la”]`,
      `[spass widget=&#8220;resource-list&#8221; api=&#8220;${api}&#8221; limit=&#8243;3&#8243; q=&#8220;de la&#8221;]`,
      `[spass widget=&quot;resource-list&quot; api=&quot;${api}&quot; limit=&amp;quot;3&amp;quot; q=&quot;de la&quot;]`,
      `[spass widget="resource-list"\u00a0api="${api}" limit="3"\u00a0q="de\u00a0la"]`,
      `[spass widget=«\u00a0resource-list\u00a0» api=«\u00a0${api}\u00a0» limit=«\u00a03\u00a0» q=«\u00a0de la\u00a0»]`,
      `[spass widget="resource-list" api="<a href="${api}">${api}</a>" limit="3" q="de la"]`,
      `[spass widget="spass-resource-list" api='${api}' limit=3 q='de la']`,
    ];
    const {page} = await visit(write(forms.join('\n\n'), 'autrice'), false);
    for (const [index, form] of forms.entries()) {
      const tag = page.locator('spass-resource-list').nth(index);
      const attributes = await Promise.all(
        ['api', 'limit', 'q'].map(name => tag.getAttribute(name)),
      );
      assert.deepEqual(attributes, [api, '3', 'de la'], form);
      assert.equal(await tag.locator('a').count(), 3, form);
    }
  });

  it('does not include the following text in an unclosed shortcode', async () => {
    const open = `[spass widget="resource-list" api="${api}" limit="2"]`;
    // No server responds there, so the fallback content stays.
    const closed = `[spass widget="agenda" api="http://127.0.0.1:9/api"]<a href="/secours">Secours</a>[/spass]`;
    const {page} = await visit(write([open, 'Entre.', open, closed, 'Fin.'].join('\n\n')), false);
    const found = await page.locator('main').evaluate(main => ({
      tags: [...main.querySelectorAll('spass-resource-list, spass-agenda')].map(
        ({localName}) => localName,
      ),
      nested: main.querySelectorAll('spass-resource-list :is(spass-resource-list, spass-agenda)')
        .length,
      inside: main.querySelector('spass-agenda')?.textContent.trim(),
      first: main.querySelectorAll('spass-resource-list')[0]?.querySelectorAll('a').length,
    }));
    assert.deepEqual(found, {
      tags: ['spass-resource-list', 'spass-resource-list', 'spass-agenda'],
      nested: 0,
      inside: 'Secours',
      first: 2,
    });
    assert.match(await page.locator('main').innerText(), /Entre\.[^]*Secours[^]*Fin\.$/);
    assert.doesNotMatch(await page.locator('main').innerText(), /\[\/?spass/);
  });

  it('reports unknown values to editors, in their language, and nothing to visitors', async () => {
    const url = write(
      `[spass widget="resource-list" api="${api}" limits="3" skin="rose"]\n\n[spass widget="carte"]`,
    );
    const visitor = await visit(url, false);
    assert.equal(await visitor.page.locator('[role=note]').count(), 0);
    assert.equal(await visitor.page.locator('[limits], [skin]').count(), 0);
    site.php(`update_user_meta(1, 'locale', 'fr_BE');
      add_filter('locale', fn() => 'fr_BE');`);
    writeFileSync(
      join(site.contentFolder, 'mu-plugins/french.php'),
      `<?php add_filter('locale', fn() => 'fr_BE');`,
    );
    const page = await logInAs('admin');
    await page.goto(url);
    const notes = await page.locator('[role=note]').allInnerTexts();
    assert.equal(notes.length, 3);
    assert.match(notes.join('\n'), /«\u202flimits\u202f» n’est pas un attribut de resource-list/);
    assert.match(notes.join('\n'), /skin="rose" \(plain, dsfr, caue\)/);
    assert.match(notes.join('\n'), /Aucun composant ne s’appelle «\u202fcarte\u202f»/);
    await openEditor(page, `${site.url}/wp-admin/post-new.php`);
    assert.equal(await titleOfBlock(page), 'Composant S-PASS');
  });

  it('inserts the two images of a comparison, without the editor’s markup', async () => {
    const image = (name: string) =>
      `<!-- wp:image --><figure class="wp-block-image"><a href="/${name}"><img src="/${name}.png" alt="${name}"/></a></figure><!-- /wp:image -->`;
    const url = write(
      `<!-- wp:spass-widgets/widget {"widget":"compare"} -->${image('hier')}${image('demain')}<!-- /wp:spass-widgets/widget -->`,
      'autrice',
    );
    const {page} = await visit(url, false);
    assert.equal(await page.locator('spass-compare > img').count(), 2);
    assert.equal(await page.locator('spass-compare > *').count(), 2);
  });

  it('writes date and credit below the images of a comparison without JavaScript', async () => {
    const image = (name: string, facts: string) =>
      `<img src="/${name}.png" alt="${name}" ${facts}/>`;
    const facts = [`data-year="1918" data-credit="Archives"`, `data-date='2011'`];
    const url = write(
      `<!-- wp:spass-widgets/widget {"widget":"compare"} -->${image('a', facts[0]!)}${image('b', facts[1]!)}<!-- /wp:spass-widgets/widget -->`,
    );
    const {page} = await visit(url, false);
    const pictures = page.locator('spass-compare > picture');
    await pictures.first().waitFor();
    const captions = await pictures.evaluateAll(all =>
      all.map(one => getComputedStyle(one, '::after').content),
    );
    assert.deepEqual(captions, ['"1918 · Archives "', '"2011"']);
    const {page: drawn} = await visit(url);
    await drawn.locator('spass-compare [part=credit]').getByText('1918').waitFor();
  });

  it('says without JavaScript that a contribution form needs it, with the contact', async () => {
    const url = write(
      [
        'lang="fr" contact="rgpd@ors.example"',
        'lang="nl" contact="https://ors.example/contact"',
        'lang="de"',
      ]
        .map(more => `[spass widget="contribute" api="${api}" ${more}]`)
        .join('\n\n'),
    );
    const {page} = await visit(url, false);
    assert.deepEqual(await page.locator('spass-contribute').allInnerTexts(), [
      'Ce formulaire nécessite JavaScript. Contact\u00a0: rgpd@ors.example',
      'Dit formulier heeft JavaScript nodig. Contact: https://ors.example/contact',
      'Dieses Formular benötigt JavaScript.',
    ]);
    const links = page.locator('spass-contribute a');
    assert.deepEqual(await links.evaluateAll(all => all.map(one => one.getAttribute('href'))), [
      'mailto:rgpd@ors.example',
      'https://ors.example/contact',
    ]);
    const {page: drawn} = await visit(url);
    await drawn.locator('spass-contribute [part=form]').first().waitFor();
    assert.equal(await drawn.getByText('nécessite JavaScript').isVisible(), false);
  });

  it('leaves no data behind after uninstalling', async () => {
    const kept = () =>
      site.php(
        `global $wpdb; echo $wpdb->get_var("SELECT count(*) FROM $wpdb->options WHERE option_name LIKE '%spass%'");`,
      );
    assert.notEqual(kept(), '0');
    const tables = () =>
      site.php(`global $wpdb; echo implode(' ', $wpdb->get_col('SHOW TABLES'));`);
    assert.doesNotMatch(tables(), /spass/);
    const log = site.php(`require ABSPATH . 'wp-admin/includes/admin.php';
      WP_Filesystem();
      deactivate_plugins('spass-widgets/spass-widgets.php');
      echo json_encode(delete_plugins(['spass-widgets/spass-widgets.php']));`);
    assert.match(log, /true$/);
    assert.equal(kept(), '0');
  });
});
