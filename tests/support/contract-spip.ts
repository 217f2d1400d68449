import {appendFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {addPlugin, decide, install, logIn, openContributions, reply} from '../cms/spip-pages.js';
import {type SpipOptions, type SpipSite, startSpip} from '../cms/spip-site.js';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import type {Page} from 'playwright-core';

const ADMIN = {name: 'admin', password: 'Un-secret-de-test'};

export interface SpipWithContributions {
  readonly site: SpipSite;
  /** Page of the administrator, in the private area. */
  readonly admin: Page;
  /** Base URL of the API. */
  readonly api: string;
  readonly photoPart: 'photo[]';
  decide(id: string, state: 'published' | 'refused'): Promise<void>;
  reply(id: string, text: string): Promise<void>;
  stop(): Promise<void>;
}

/** Installs SPIP and the plugin, and switches contributions on, as an administrator does. */
export async function startSpipWithContributions(
  options: SpipOptions & {
    /** True if SPIP's `.htaccess` rewrites addresses. */
    readonly hasRewriting?: boolean;
    readonly allowedUrls?: readonly string[];
    /** True if contributions stay switched off. */
    readonly isClosed?: boolean;
  } = {},
): Promise<SpipWithContributions> {
  const site = await startSpip(options.allowedUrls, options);
  const browser = await launchChromium();
  const stop = async (): Promise<void> => {
    await browser.close();
    await site.stop();
  };
  try {
    if (options.hasRewriting) writeFileSync(join(site.folder, '.htaccess'), '');
    const {page: admin} = await openPage(browser, undefined, {locale: 'fr-FR'});
    await install(admin, site, ADMIN);
    if (!options.hasMariaDb) {
      // Debian's SQLite overwrites deleted rows by default; on most hosts it does not.
      const pragma = `$GLOBALS['db_ok']['link']->exec('PRAGMA secure_delete=OFF');\n`;
      appendFileSync(join(site.folder, 'config/connect.php'), pragma);
    }
    await logIn(admin, site, ADMIN);
    await addPlugin(admin, site);
    if (!options.isClosed) await openContributions(admin, site);
    return {
      site,
      admin,
      api: `${site.url}/${options.hasRewriting ? '' : 'spip.php/'}spass_widgets.api`,
      photoPart: 'photo[]',
      decide: (id, state) => decide(admin, site, id, state),
      reply: (id, text) => reply(admin, site, id, text),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
