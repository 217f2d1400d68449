// Steps of a person in the pages of a SPIP site.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {unzipSync} from 'fflate';
import type {Page} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import type {SpipSite} from './spip-site.js';

const ZIP = join(root, 'dist/integrations/spass-widgets-spip.zip');

export interface Account {
  readonly name: string;
  readonly password: string;
}

const submit = async (page: Page, form = 'form'): Promise<void> => {
  await page
    .locator(`${form} [type=submit]`)
    .filter({visible: true})
    .last()
    .click({noWaitAfter: true});
  await page.waitForEvent('domcontentloaded');
};

/** Goes through the installer, from the first page to the last, with a database in a file or on the site's server. */
export async function install(page: Page, site: SpipSite, admin: Account): Promise<void> {
  await page.goto(`${site.url}/ecrire/?exec=install`);
  await submit(page);
  if (site.database === undefined) {
    await page.check('[name=server_db][value=sqlite3]');
    await submit(page);
  } else {
    await page.check('[name=server_db][value=mysql]');
    await page.fill('[name=adresse_db]', site.database);
    await page.fill('[name=login_db]', 'root');
    await page.fill('[name=pass_db]', 'x');
    await submit(page);
    await page.check('[name=choix_db][value=new_spip]');
    // Another prefix of the tables than `spip`, as on a database that several sites share.
    await page.fill('[name=tprefix]', 'ors');
  }
  await submit(page);
  await page.fill('[name=nom]', admin.name);
  await page.fill('[name=email]', `${admin.name}@commune.example`);
  await page.fill('[name=login]', admin.name);
  for (const field of ['pass', 'pass_verif']) await page.fill(`[name=${field}]`, admin.password);
  await submit(page);
  await submit(page);
  await submit(page);
}

export async function logIn(page: Page, site: SpipSite, account: Account): Promise<void> {
  await page.goto(`${site.url}/ecrire/`);
  if ((await page.locator('[name=var_login]').count()) === 0) return;
  await page.fill('[name=var_login]', account.name);
  await page.fill('[name=password]', account.password);
  await page.click('.formulaire_login [type=submit]');
  await page.waitForURL(url => url.pathname === '/ecrire/');
}

/** Unpacks our zip into SPIP's plugin folder, as its installer or a file transfer does, and activates it. */
export async function addPlugin(page: Page, site: SpipSite): Promise<void> {
  for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(readFileSync(ZIP))))) {
    const path = join(site.folder, 'plugins', name);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, bytes);
  }
  await page.goto(`${site.url}/ecrire/?exec=admin_plugin&voir=tous`);
  await page.getByRole('button', {name: 'Activer', exact: true}).click();
  await page.locator('[name^="actions[off]"]').first().waitFor({state: 'attached'});
}

/** Adds a writer, who may propose articles but not publish them. */
export async function addWriter(page: Page, site: SpipSite, writer: Account): Promise<void> {
  await page.goto(`${site.url}/ecrire/?exec=auteur_edit&new=oui`);
  await page.fill('[name=nom]', writer.name);
  await page.fill('[name=new_login]', writer.name);
  for (const field of ['new_pass', 'new_pass2'])
    await page.fill(`[name=${field}]`, writer.password);
  await page.click('.formulaire_editer_auteur [value=Enregistrer]');
  await page.waitForURL(/id_auteur=\d/);
}

export async function addSection(page: Page, site: SpipSite): Promise<void> {
  await page.goto(`${site.url}/ecrire/?exec=rubrique_edit&new=oui`);
  await page.fill('[name=titre]', 'Une rubrique');
  await page.click('.formulaire_editer_rubrique [type=submit]');
  await page.waitForURL(/id_rubrique=\d/);
}

/** Creates or updates an article; returns its number. */
export async function writeArticle(
  page: Page,
  site: SpipSite,
  text: string,
  {id, title = 'Un article'}: {id?: number; title?: string | undefined} = {},
): Promise<number> {
  const which = id === undefined ? 'new=oui&id_rubrique=1' : `id_article=${id}`;
  await page.goto(`${site.url}/ecrire/?exec=article_edit&${which}`);
  await page.fill('[name=titre]', title);
  await page.fill('[name=texte]', text);
  await page.click('.formulaire_editer_article [name=save]');
  await page.waitForURL(/exec=article&id_article=\d/);
  return Number(new URL(page.url()).searchParams.get('id_article'));
}

/** Returns the text field of an article's form. */
export async function articleText(page: Page, site: SpipSite, id: number): Promise<string> {
  await page.goto(`${site.url}/ecrire/?exec=article_edit&id_article=${id}`);
  return page.locator('[name=texte]').inputValue();
}

export async function publish(page: Page, site: SpipSite, id: number): Promise<void> {
  await page.goto(`${site.url}/ecrire/?exec=article&id_article=${id}`);
  const form = page.locator('.instituer_objet');
  await form.locator('.btn_modifier').click();
  // By keys: the form unfolds, and a click could hit what stood in this place a moment before.
  await form.locator('[value=publie]').press('Space');
  await form.locator('[name=changer]').press('Enter');
  await form.locator('.statut_actuel .statut--publie').waitFor();
}

/** Switches contributions on, on the configuration page. */
export async function openContributions(page: Page, site: SpipSite): Promise<void> {
  await page.goto(`${site.url}/ecrire/?exec=configurer_spass_widgets`);
  await page.check('#recevoir');
  await page.fill('#responsable', 'Commune d’Ors');
  await page.fill('#contact', 'rgpd@ors.example');
  await page.click('.formulaire_configurer_spass_widgets [type=submit]');
  await page.locator('.reponse_formulaire_ok').waitFor();
}

/** Opens the page of a contribution. Returns false if it is gone. */
async function openContribution(page: Page, site: SpipSite, id: string): Promise<boolean> {
  await page.goto(`${site.url}/ecrire/?exec=spass_contributions`);
  const row = page.locator('.liste-objets.spass_contributions tr').filter({hasText: id});
  if ((await row.count()) === 0) return false;
  await row.locator('td.titre a').click();
  return true;
}

/** Writes the team's reply to a contribution, or removes it with an empty text. */
export async function reply(page: Page, site: SpipSite, id: string, text: string): Promise<void> {
  await openContribution(page, site, id);
  const form = page.locator('.formulaire_repondre_spass_contribution');
  await form.locator('textarea').fill(text);
  await form.locator('[type=submit]').click();
  await form.locator('.reponse_formulaire_ok').waitFor();
}

/** Publishes or refuses a contribution, if it is still there. */
export async function decide(
  page: Page,
  site: SpipSite,
  id: string,
  state: 'published' | 'refused',
): Promise<void> {
  if (!(await openContribution(page, site, id))) return;
  const form = page.locator('.instituer_objet');
  await form.locator('.btn_modifier').click();
  const [label, status] =
    state === 'published' ? ['publié en ligne', 'publie'] : ['refusé', 'refuse'];
  await form.locator('label').filter({hasText: label}).click();
  await form.locator('[name=changer]').click();
  await form.locator(`.statut_actuel .statut--${status}`).waitFor();
}
