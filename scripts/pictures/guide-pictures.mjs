// Takes the screenshots of docs/guide/ from the built configurator and demo: node --import tsx
// scripts/pictures/guide-pictures.mjs. Those of a CMS are taken by its tests (tests/cms/guide-screenshot.ts).
/* global customElements, document */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {startServer} from '../../demo/server/server.js';
import {toWebp} from '../guide/webp.mjs';
import {launchForPictures} from './picture-browser.mjs';
import {root} from '../setup.mjs';

const folder = join(root, 'docs/images/guide');
const CSV = `Titre;Commune;Latitude;Longitude;Lien
Le moulin;Ors;50,102;3,634;https://exemple.fr/moulin
La halle;Raismes;50,39,1;3,48;https://exemple.fr/halle
Le canal;Ors;50,105;3,63;https://exemple.fr/canal
`;

mkdirSync(folder, {recursive: true});
const server = await startServer();
const browser = await launchForPictures();
const page = await browser.newPage({
  viewport: {width: 1024, height: 760},
  locale: 'fr-FR',
  reducedMotion: 'reduce',
});

const take = async name =>
  writeFileSync(join(folder, name), await toWebp(browser, await page.screenshot(), 0.75));

/** Opens a page in the style of the demo that contains a snippet. */
const paste = async (body, height = 600) => {
  await page.setViewportSize({width: 1024, height});
  await page.route(`${server.url}colle.html`, route =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="fr"><head><title>Page</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/cdn/spass-widgets.css"><link rel="stylesheet" href="/demo.css">
<script src="/cdn/spass-widgets.js" defer></script></head><body><main><p>&nbsp;</p>${body}</main></body></html>`,
    }),
  );
  await page.goto(`${server.url}colle.html`);
  await page.evaluate(async () => {
    const widgets = [...document.querySelectorAll('main *')].filter(({localName}) =>
      localName.startsWith('spass-'),
    );
    await Promise.all(widgets.map(({localName}) => customElements.whenDefined(localName)));
    for (const widget of widgets) await widget.loadComplete;
  });
  await page.unroute(`${server.url}colle.html`);
};

const cards = skin =>
  `<p><code>skin="${skin}"</code></p><spass-portal-cards api="/api" limit="3" sort="title" skin="${skin}"></spass-portal-cards>`;

try {
  await page.setViewportSize({width: 1280, height: 800});
  await page.goto(`${server.url}configurateur/?page=fr`);
  await page.frameLocator('iframe').locator('[part~=link]').first().waitFor();
  await take('configurateur-composant.webp');
  await page.getByRole('radio', {name: 'Adresse', exact: true}).check();
  await page.getByLabel('Adresse des données').fill(`${server.url}api`);
  await page.keyboard.press('Enter');
  await page.locator('#verdict .verdict').waitFor();
  await page.frameLocator('iframe').locator('[part~=link]').first().waitFor();
  await take('configurateur-donnees.webp');
  writeFileSync(
    join(folder, 'configurateur-coller.webp'),
    await toWebp(browser, await page.locator('.coller').screenshot()),
  );

  await page.goto(`${server.url}configurateur/?page=fr`);
  await page.getByRole('radio', {name: 'Fichier', exact: true}).check();
  await page.locator('input[type=file]').setInputFiles({
    name: 'fiches.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(CSV),
  });
  await page.frameLocator('iframe').locator('[part~=map] .cluster').first().waitFor();
  await take('tableur-lu.webp');

  await paste(
    '<spass-project-map api="/data/portail.json"><a href="/">Tous les projets</a></spass-project-map>',
    760,
  );
  await page.locator('spass-project-map [part~=map]').first().waitFor();
  await take('carte.webp');
  await paste(
    '<spass-project-map api="/data/portail.json" tiles="ign" height="300"></spass-project-map>',
    600,
  );
  await take('consentement.webp');
  await paste(['plain', 'dsfr', 'caue'].map(cards).join(''), 1000);
  await page.setViewportSize({width: 1024, height: 1580});
  await take('habillages.webp');
  await paste(
    '<spass-resource-list lang="nl" api="/api" limit="2" facets="section"></spass-resource-list>',
    560,
  );
  await take('langues.webp');
  await paste(
    '<spass-resource-list api="/faulty/500"><a href="/">Toutes les ressources</a></spass-resource-list>',
    330,
  );
  await take('panne.webp');
} finally {
  await browser.close();
  await server.close();
}
