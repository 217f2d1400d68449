import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {cdn, openPage} from './browser-fixture.js';
import {useSite} from './use-site.js';

/** Rewrites code that browsers before 2022 cannot parse, so that no browser can parse it. */
const unparsable = (file: string): string => {
  const text = readFileSync(join(cdn, file), 'utf8');
  assert.match(text, /static\s?\{/, `${file} has a word of 2022`);
  return text.replace(/static\s?\{/, 'static ~{');
};

const pageWith = (file: string) => `<!doctype html><html lang="fr"><head><meta charset="utf-8">
  <title>Page</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/cdn/spass-resource-list.css">
  <script defer src="/cdn/${file}"></script></head><body>
  <spass-portal api="/data.json"><spass-resource-list><a href="/liste">La liste</a></spass-resource-list></spass-portal>
  <spass-project-map api="/data.json"><a href="/carte">La carte</a></spass-project-map>
  <div data-spass="portal-cards" data-api="/data.json"><a href="/portails">Les portails</a></div>
  </body></html>`;

describe('an outdated browser', {timeout: 60_000}, () => {
  const fixture = useSite();

  for (const file of ['spass-widgets.js', 'spass-widgets.all.js'])
    it(`F-15 reports one SyntaxError in ${file}, and the page’s links stay`, async () => {
      fixture.site.responses.set(`/cdn/${file}`, unparsable(file)).set('/', pageWith(file));
      const {page, errors, console} = await openPage(fixture.browser, `${fixture.site.url}/`);
      assert.equal(errors.length, 1);
      assert.match(errors[0] ?? '', /Unexpected token/);
      assert.deepEqual(console, []);
      const links = page.locator('a:visible');
      assert.deepEqual(await links.allTextContents(), ['La liste', 'La carte', 'Les portails']);
      await links.last().click();
      assert.equal(new URL(page.url()).pathname, '/portails');
      assert.ok(!fixture.site.requestedPaths.includes('/data.json'));
      await page.context().close();
    });
});
