import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {findWordPress} from '../../scripts/setup.mjs';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import {jpeg} from '../support/pictures.js';
import {insertBlock, openEditor} from './wordpress-editor.js';
import {addPeople, addPlugin, logIn, writePost} from './wordpress-pages.js';
import {startWordPress, type WordPressSite} from './wordpress-site.js';

const skip = findWordPress() ? false : "WordPress is missing: install Debian's wordpress.";

describe('the team of a WordPress site', {skip, timeout: 280_000}, () => {
  let site: WordPressSite;
  let browser: Browser;
  let team: Page;
  let api: string;

  const list = () => `${site.url}/wp-admin/edit.php?post_type=spass_contribution`;

  /** Presses Tab until an element with this name has the focus. */
  const tabTo = async (page: Page, name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 120; presses++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const labels = element instanceof HTMLInputElement ? element.labels : null;
        const label = element?.getAttribute('aria-label') ?? labels?.[0]?.textContent;
        return label ?? element?.textContent ?? (element as HTMLInputElement | null)?.value ?? '';
      });
      const value = await page.evaluate(
        () => (document.activeElement as HTMLInputElement | null)?.value,
      );
      if (name.test(focused.trim()) || name.test(value ?? '')) return;
    }
    assert.fail(`${String(name)} cannot be reached`);
  };

  /** Sends a contribution from the page of a visitor, with two photographs; returns its reference. */
  const contribute = async (text: string): Promise<string> => {
    const url = writePost(site, '[spass widget="contribute" no-list]');
    const {page, errors} = await openPage(browser, url, {locale: 'fr-FR'});
    const form = page.locator('spass-contribute');
    await form.locator('#text').fill(text);
    for (const index of [0, 1])
      await form
        .locator(`#photo-${index}`)
        .setInputFiles({name: `${index}.jpg`, mimeType: 'image/jpeg', buffer: PHOTO});
    await form.locator('#alt-1').fill('Vu du chemin');
    await form.locator('#consent').check();
    await form.getByRole('button', {name: /^(?:Send|Envoyer)/}).click();
    const receipt = form.locator('a[href*="/receipts/"]');
    await receipt.waitFor();
    assert.deepEqual(errors, []);
    const href = String(await receipt.getAttribute('href'));
    await page.goto(href);
    assert.equal(await page.locator('img').count(), 2);
    const words = await page.locator('main').innerText();
    await page.context().close();
    return /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words)?.[0] ?? assert.fail(words);
  };
  const publicText = async (): Promise<string> => (await fetch(`${api}/contributions`)).text();

  before(async () => {
    site = await startWordPress({isComplete: true});
    api = `${site.url}/wp-json/spass-widgets/v1`;
    browser = await launchChromium();
    site.php(`switch_theme('commune');`);
    addPeople(site);
    site.php(
      `wp_insert_user(['user_login' => 'equipe', 'user_pass' => 'x', 'user_email' => 'e@b.example', 'role' => 'editor']);`,
    );
    await addPlugin(browser, site);
  });
  after(async () => {
    await browser.close();
    await site.stop();
  });

  it('switches contributions on with the keyboard, and sees which settings are missing', async () => {
    const page = await logIn(browser, site, 'admin');
    await page.goto(`${site.url}/wp-admin/options-general.php?page=spass-widgets`);
    await tabTo(page, /Take contributions/);
    await page.keyboard.press('Space');
    await tabTo(page, /Data controller/);
    await page.keyboard.type('Commune d’Ors');
    await page.keyboard.press('Enter');
    await page.getByText('Data controller and contact are needed').waitFor();
    assert.equal((await fetch(`${api}/contributions`)).status, 404);
    await tabTo(page, /Take contributions/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Contact/);
    await page.keyboard.type('rgpd@ors.example');
    await page.keyboard.press('Enter');
    await page.getByText('Settings saved.').waitFor();
    assert.equal((await fetch(`${api}/contributions`)).status, 200);
    await page.context().close();
  });

  it('publishes a contribution of a visitor, seen with its photographs, with the keyboard', async () => {
    const id = await contribute('Un banc <img src=x onerror=alert(1)> & de l’ombre');
    assert.ok(!(await publicText()).includes(id));
    team = await logIn(browser, site, 'equipe');
    assert.match(await team.locator('#adminmenu').innerText(), /Contributions\s*1/);
    await team.goto(list());
    const row = team.locator('tr.type-spass_contribution');
    assert.match(await row.innerText(), /Un banc <img src=x onerror=alert\(1\)> & de l’ombre/);
    assert.equal(await row.locator('img').count(), 2);
    for (const image of await row.locator('img').all())
      await image.evaluate(
        (picture: HTMLImageElement) =>
          picture.naturalWidth > 0 ||
          new Promise((resolve, reject) => {
            picture.loading = 'eager';
            picture.onload = resolve;
            picture.onerror = () => reject(new Error('not shown'));
          }),
      );
    await tabTo(team, new RegExp(`^Publish: .*${id}`));
    await team.keyboard.press('Enter');
    await team.getByRole('status').getByText('Published: 1.').waitFor();
    const {items} = JSON.parse(await publicText()) as {
      items: {id: string; photos: {src: string}[]}[];
    };
    assert.deepEqual(
      items.map(item => [item.id, item.photos.length]),
      [[id, 2]],
    );
    await tabTo(team, new RegExp(`^Refuse: .*${id}`));
    await team.keyboard.press('Enter');
    await team.getByRole('status').getByText('Refused: 1.').waitFor();
    assert.ok(!(await publicText()).includes(id));
  });

  it('replies to a contribution with the keyboard, and takes the reply back', async () => {
    const id = await contribute('Un abri pour les vélos');
    await team.goto(list());
    await tabTo(team, new RegExp(`^Reply to .*${id}`));
    await team.keyboard.press('Enter');
    await team.waitForURL(/post\.php/);
    const page = team.url();
    const field = team.locator('#spass-reply');
    await field.focus();
    await team.keyboard.type('Merci <b>à vous</b> & à \\ bientôt');
    await team.keyboard.press('Tab');
    await team.keyboard.press('Enter');
    await team.getByRole('status').getByText('The reply is saved.').waitFor();
    const box = team.locator('#spass-contribution');
    assert.match(await box.innerText(), /Reply of the team\s+Merci <b>à vous<\/b> & à \\ bientôt/);
    assert.match(await box.innerText(), /Un abri pour les vélos/);
    assert.equal(await box.locator('img').count(), 2);
    // The form of the field is at the end of the page.
    await team.waitForLoadState();
    await field.evaluate((area: HTMLTextAreaElement) => {
      area.removeAttribute('maxlength');
      area.value = 'x'.repeat(2001);
    });
    await team.getByRole('button', {name: 'Save the reply'}).click();
    await team.getByText('A reply has at most 2000 characters.').waitFor();
    await team.goto(page);
    await field.fill('');
    await team.getByRole('button', {name: 'Save the reply'}).click();
    await team.getByRole('status').getByText('The reply is saved.').waitFor();
    assert.doesNotMatch(await box.innerText(), /Reply of the team/);
  });

  it('sees the series of a retaken photograph and its direction, in the language of the moderator', async () => {
    const form = new FormData();
    const record = {kind: 'photo', text: 'La place', resource: 'place <b>', direction: 0};
    form.append('contribution', new Blob([JSON.stringify(record)]), 'blob');
    form.append('photo[]', new Blob([new Uint8Array(PHOTO)]), 'x.jpg');
    const headers = {'Idempotency-Key': 'retaken-photograph'};
    const sent = await fetch(`${api}/contributions`, {method: 'POST', headers, body: form});
    assert.equal(sent.status, 201, await sent.clone().text());
    const {id} = (await sent.json()) as {id: string};
    for (const [locale, series, direction] of [
      ['', 'Series: place <b>', 'Direction of the view: 0°'],
      ['fr_FR', 'Série\u00a0: place <b>', 'Direction de la prise de vue\u00a0: 0°'],
      ['nl_BE', 'Reeks: place <b>', 'Richting van de opname: 0°'],
      ['de_DE', 'Reihe: place <b>', 'Blickrichtung: 0°'],
    ] as const) {
      site.php(`update_user_meta(get_user_by('login', 'equipe')->ID, 'locale', '${locale}');`);
      await team.goto(list());
      const words = await team.locator('tr.type-spass_contribution', {hasText: id}).innerText();
      for (const fact of [series, direction])
        assert.ok(words.includes(fact), `${fact} in ${words}`);
    }
    site.php(`delete_user_meta(get_user_by('login', 'equipe')->ID, 'locale');`);
    site.php(
      `wp_delete_post(get_posts(['post_type' => 'spass_contribution', 'post_status' => 'pending', 's' => '${id}', 'fields' => 'ids'])[0], true);`,
    );
  });

  it('decides about several at once, finds one by its words, and deletes it for good', async () => {
    const ids = [await contribute('Le verger communal'), await contribute('La mare aux tritons')];
    await team.goto(list());
    await team.locator('#cb-select-all-1').check();
    await team.locator('#bulk-action-selector-top').selectOption('published');
    await team.locator('#doaction').click();
    await team.getByRole('status').getByText('Published: 4.').waitFor();
    for (const id of ids) assert.ok((await publicText()).includes(id));
    await team.locator('#post-search-input').fill('tritons');
    await team.locator('#search-submit').click();
    const row = team.locator('tr.type-spass_contribution');
    assert.equal(await row.count(), 1);
    await tabTo(team, /^Delete permanently/);
    await team.keyboard.press('Enter');
    await team.waitForURL(/deleted=1/);
    assert.ok(!(await publicText()).includes(ids[1] ?? '?'));
    assert.equal(
      site.php(
        `global $wpdb; echo $wpdb->get_var("SELECT count(*) FROM wp_posts WHERE post_content LIKE '%tritons%'");`,
      ),
      '0',
    );
  });

  it('sees a contribution on its own page, and pending photographs in the media library', async () => {
    const id = await contribute('Un puits oublié');
    await team.goto(list());
    await team.locator('a.row-title', {hasText: id}).click();
    const box = team.locator('#spass-contribution');
    assert.match(await box.innerText(), /Un puits oublié/);
    assert.equal(await team.locator('#submitdiv').count(), 0);
    await team.goto(`${site.url}/wp-admin/upload.php?mode=list`);
    const thumbnail = team
      .locator('tr', {hasText: `${id} 1`})
      .locator('img')
      .first();
    await thumbnail.waitFor();
    const address = String(await thumbnail.getAttribute('src'));
    assert.match(address, /admin-post\.php\?action=spass_photo/);
    assert.match((await team.request.get(address)).headers()['content-type'] ?? '', /^image\/webp/);
    const visitor = await fetch(address, {redirect: 'manual'});
    assert.doesNotMatch(visitor.headers.get('content-type') ?? '', /^image/);
    assert.notEqual(visitor.status, 200);
  });

  it('is the only one to decide: not an author, not a link of another site', async () => {
    const author = await logIn(browser, site, 'autrice');
    assert.doesNotMatch(await author.locator('#adminmenu').innerText(), /Contributions/);
    const post = site.php(
      `echo get_posts(['post_type' => 'spass_contribution', 'post_status' => 'pending', 'fields' => 'ids'])[0];`,
    );
    const decision = (nonce: string) =>
      `${site.url}/wp-admin/admin-post.php?action=spass_decide&post=${post}&state=published&_wpnonce=${nonce}`;
    const nonce = site.php(
      `wp_set_current_user(get_user_by('login', 'autrice')->ID); echo wp_create_nonce('spass_decide_${post}');`,
    );
    for (const [page, url] of [
      [author, list()],
      [author, `${site.url}/wp-admin/post.php?post=${post}&action=edit`],
      [author, decision(nonce)],
      [author, `${site.url}/wp-admin/admin-post.php?action=spass_photo&post=${post}&number=1`],
      [team, decision('0123456789')],
      [team, `${site.url}/wp-admin/admin-post.php?action=spass_reply&post=${post}&reply=x`],
    ] as const)
      assert.ok((await page.goto(url))?.status() !== 200, url);
    assert.equal(site.php(`echo get_post_status(${post});`), 'pending');
    await author.context().close();
  });

  it('sees the form in the editor without an address', async () => {
    await openEditor(team, `${site.url}/wp-admin/post-new.php`);
    await insertBlock(team);
    await team.getByLabel('Widget', {exact: true}).selectOption('contribute');
    const canvas = team.locator('iframe[name="editor-canvas"]');
    const shown = (await canvas.count()) ? canvas.contentFrame() : team;
    const form = shown.locator('spass-contribute');
    await form.locator('#text').waitFor();
    assert.equal(await form.getAttribute('api'), api);
    assert.equal(await form.getAttribute('controller'), 'Commune d’Ors');
  });
});

/** Photograph that a browser can decode. */
const PHOTO = jpeg();
