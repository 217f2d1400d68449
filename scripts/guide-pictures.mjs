// Makes the pictures of docs/guide/premier-composant.md from the built configurator: node --import tsx scripts/guide-pictures.mjs
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {startServer} from '../demo/server/server.js';
import {findChromium, root} from './setup.mjs';

const folder = join(root, 'docs/images/guide');
mkdirSync(folder, {recursive: true});
const server = await startServer();
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({viewport: {width: 1024, height: 760}, locale: 'fr-FR'});
const take = name => page.screenshot({path: join(folder, name)});
try {
  await page.goto(`${server.url}configurateur/?page=fr`);
  await page.locator('.vide').waitFor();
  await take('configurateur-composant.png');
  await page.getByRole('button', {name: 'Essayer avec les données de démonstration'}).click();
  await page.locator('#verdict .verdict').waitFor();
  await page.frameLocator('iframe').locator('[part~=link]').first().waitFor();
  await page.locator('.etape:nth-of-type(2)').evaluate(element => element.scrollIntoView());
  await take('configurateur-donnees.png');
  await page.setViewportSize({width: 1024, height: 600});
  await page.locator('.coller').evaluate(element => element.scrollIntoView());
  await take('configurateur-coller.png');
} finally {
  await browser.close();
  await server.close();
}
