// Steps of a person in the pages of a WordPress site.
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import {openPage} from '../pages/browser-fixture.js';
import type {WordPressSite} from './wordpress-site.js';

const ZIP = join(root, 'dist/integrations/spass-widgets-wordpress.zip');

/** Logs in as a user of the site, whose password is `x`. */
export async function logIn(browser: Browser, site: WordPressSite, name: string): Promise<Page> {
  const {page} = await openPage(browser, `${site.url}/wp-login.php`);
  await page.fill('#user_login', name);
  await page.fill('#user_pass', 'x');
  await page.click('#wp-submit');
  await page.waitForURL(/wp-admin/);
  return page;
}

/** Adds two users without the editor's welcome guide: `admin`, and `autrice`, who may write and publish articles. */
export function addPeople(site: WordPressSite): void {
  site.php(`
    $id = wp_insert_user(['user_login' => 'autrice', 'user_pass' => 'x', 'user_email' => 'a@b.example',
      'role' => 'author']);
    foreach ([1, $id] as $user) {
      update_user_meta($user, 'wp_persisted_preferences', ['core/edit-post' => ['welcomeGuide' => false],
        'core' => ['welcomeGuide' => false]]);
    }`);
}

/** Uploads and activates the plugin, as the administrator does. */
export async function addPlugin(browser: Browser, site: WordPressSite): Promise<void> {
  const page = await logIn(browser, site, 'admin');
  await page.goto(`${site.url}/wp-admin/plugin-install.php?tab=upload`);
  await page.setInputFiles('#pluginzip', ZIP);
  await page.click('#install-plugin-submit');
  await page.click('a:has-text("Activate Plugin")');
  await page.waitForURL(/plugins\.php/);
  await page.context().close();
}

/** Saves a post as this user, with WordPress's filtering; returns its address. */
export const writePost = (
  site: WordPressSite,
  content: string,
  author: 'admin' | 'autrice' = 'admin',
  title = 'Page',
): string =>
  site.php(`
    wp_set_current_user(get_user_by('login', '${author}')->ID);
    $id = wp_insert_post(wp_slash(['post_title' => '${title}', 'post_status' => 'publish',
      'post_content' => base64_decode('${Buffer.from(content).toString('base64')}')]));
    echo get_permalink($id);`);
