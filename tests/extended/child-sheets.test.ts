import assert from 'node:assert/strict';
import {it} from 'node:test';
import {startPreview} from '../../portal/src/publish/preview-server.js';
import {launchChromium} from '../pages/browser-fixture.js';
import {PortalFolder} from '../support/published-folder.js';

it('widgets show the phases, partners and dated photographs of a published workbook', async t => {
  const folder = await PortalFolder.withExamples();
  t.after(() => folder.delete());
  await folder.publish();
  const site = await startPreview(`${folder.path}/site`, 0);
  t.after(() => site.close());
  const browser = await launchChromium();
  t.after(() => browser.close());
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  const problems: string[] = [];
  page.on('console', one => {
    if (['warning', 'error'].includes(one.type())) problems.push(one.text());
  });
  await page.route('**/essai.html', route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="fr"><title>Essai</title>
        <script src="/cdn/spass-widgets.js" defer></script>
        <spass-project api="/api/portail.json" project="canal"></spass-project>
        <spass-project-progress api="/api/portail.json" project="canal"></spass-project-progress>
        <spass-compare api="/api/portail.json" record="ecluse"></spass-compare>`,
    }),
  );
  await page.goto(`${site.url}essai.html`);
  const project = page.locator('spass-project');
  for (const text of [
    'Entretien des berges',
    'Belgique',
    'Délibération du conseil municipal (exemple)',
    'Compte rendu de l’atelier',
  ])
    await project.getByText(text).first().waitFor();
  for (const text of ['Marches et ateliers avec les habitants', 'Ponton et points d’eau'])
    await page.locator('spass-project-progress').getByText(text).first().waitFor();
  const lead = project.locator('.partner').first();
  assert.match(await lead.innerText(), /Commune de Bellerive\s+Chef de file\s· France/);
  const compare = page.locator('spass-compare');
  for (const text of [/vers 1910/, /Dessin d’exemple/, /Domaine public/])
    await compare.getByText(text).first().waitFor();
  assert.equal(await compare.getByRole('img', {name: /Dessin .* canal/}).count(), 2);
  assert.deepEqual(problems, []);
});
