import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {findWordPress} from '../../scripts/setup.mjs';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import {PortalFolder} from '../support/published-folder.js';
import {startStaticServer, type StaticServer} from '../support/static-server.js';
import {embedPreview, insertAddress, openEditor, savePost} from './wordpress-editor.js';
import {addPeople, logIn, writePost} from './wordpress-pages.js';
import {startWordPress, type WordPressSite} from './wordpress-site.js';

const skip = findWordPress()
  ? false
  : "WordPress is missing: install Debian's wordpress, php-cli and mariadb-server-core.";

describe('the address of a published page in WordPress', {timeout: 280_000, skip}, () => {
  let folder: PortalFolder;
  let portal: StaticServer;
  let site: WordPressSite;
  let browser: Browser;
  /** Clean-up functions, also run if the set-up fails halfway. */
  const closing: (() => Promise<unknown>)[] = [];

  before(async () => {
    folder = await PortalFolder.withExamples();
    closing.push(() => folder.delete());
    portal = await startStaticServer(join(folder.path, 'site'));
    closing.push(() => portal.close());
    await folder.publish('--base', portal.url);
    site = await startWordPress({isComplete: true, allowedHosts: [new URL(portal.url).host]});
    closing.push(() => site.stop());
    addPeople(site);
    browser = await launchChromium();
    closing.push(() => browser.close());
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  it('becomes a frame in a sandbox that shows the record, as high as its content', async () => {
    const address = writePost(site, `Bonjour\n\n${portal.url}ressources/ecluse/\n\nAu revoir`);
    const {page, errors} = await openPage(browser, address);
    const frame = page.locator('iframe.wp-embedded-content');
    assert.equal(await frame.getAttribute('sandbox'), 'allow-scripts');
    const content = page.frameLocator('iframe.wp-embedded-content');
    await content.getByText('L’écluse de la Sambre').first().waitFor();
    // The frame is hidden until its content has told its height.
    await frame.waitFor({state: 'visible'});
    const height = Number(await frame.getAttribute('height'));
    const needed = await content
      .locator('html')
      .evaluate(root => root.getBoundingClientRect().height);
    assert.ok(
      Math.abs(height - Math.max(200, Math.min(1000, needed))) <= 1,
      `${height}, ${needed}`,
    );
    assert.equal(await page.locator('blockquote.wp-embedded-content').isVisible(), false);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('opens the page of the portal from the frame, in the window of the reader', async () => {
    const address = writePost(site, `${portal.url}ressources/`);
    const {page} = await openPage(browser, address);
    const link = page
      .frameLocator('iframe.wp-embedded-content')
      .getByRole('link', {name: 'L’écluse de la Sambre'});
    await link.click();
    await page.waitForURL(`${portal.url}ressources/ecluse/`);
    await page.context().close();
  });

  it('is a link for readers without JavaScript', async () => {
    const address = writePost(site, `${portal.url}projets/canal/`);
    const {page} = await openPage(browser, address, {javaScriptEnabled: false});
    const link = page.locator('blockquote.wp-embedded-content a');
    assert.equal(await link.innerText(), 'Le canal, promenade du village');
    assert.equal(await link.getAttribute('href'), `${portal.url}projets/canal/`);
    await page.context().close();
  });

  it('is shown by the block editor, and in the post that an author publishes', async () => {
    const page = await logIn(browser, site, 'autrice');
    await openEditor(page, `${site.url}/wp-admin/post-new.php`);
    const url = `${portal.url}recits/canal-hier/`;
    await insertAddress(page, 'Le récit', url);
    // WordPress asks the portal for it, for an author who may not write frames herself.
    assert.match(await embedPreview(page, url), /<iframe[^>]* sandbox="allow-scripts"/);
    const {link, saved} = await savePost(page);
    assert.ok(saved);
    await page.goto(link);
    const content = page.frameLocator('iframe.wp-embedded-content');
    await content.getByText('Le canal, d’hier à demain').first().waitFor();
    await page.context().close();
  });
});
