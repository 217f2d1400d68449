import assert from 'node:assert/strict';
import {dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {it, type TestContext} from 'node:test';
import {runArchive} from '../../portal/src/publish/archive/archive-command.js';
import {MIN_TILED} from '../../portal/src/publish/tiles/record-tiles.js';
import {launchChromium} from '../pages/browser-fixture.js';
import {mapContent} from '../support/pmtiles-map.js';
import {filesIn, PortalFolder} from '../support/published-folder.js';

/** Archives a folder, opens its pages from the disk without a network, and returns the tags in use. */
async function openArchive(
  t: TestContext,
  folder: PortalFolder,
  isOpened: (path: string) => boolean = () => true,
) {
  t.after(() => folder.delete());
  const out = join(dirname(folder.path), 'archive');
  await runArchive([folder.path, '--out', out], {out: () => undefined, err: () => undefined});
  const browser = await launchChromium();
  t.after(() => browser.close());
  const context = await browser.newContext({offline: true, viewport: {width: 1280, height: 900}});
  await context.addInitScript('globalThis.__name = value => value');
  const used = new Set<string>();
  const open = async (path: string) => {
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', one => {
      if (['warning', 'error'].includes(one.type())) problems.push(one.text());
    });
    page.on('pageerror', error => problems.push(error.message));
    page.on('request', request => {
      if (!/^(?:file|data|blob):/.test(request.url())) problems.push(request.url());
    });
    page.on('requestfailed', request => problems.push(request.url()));
    await page.goto(pathToFileURL(join(out, path)).href);
    const tags = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .map(({localName}) => localName)
        .filter(name => name.startsWith('spass-') && name !== 'spass-layer'),
    );
    for (const [i, tag] of tags.entries()) {
      used.add(tag);
      const nth = tags.slice(0, i).filter(one => one === tag).length;
      const widget = page.locator(tag).nth(nth);
      await widget.scrollIntoViewIfNeeded();
      await page.waitForFunction(
        ([name, position]) => {
          const element = document.querySelectorAll(name)[position];
          return (element?.shadowRoot?.textContent ?? '').trim() !== '';
        },
        [tag, nth] as const,
      );
    }
    return {page, problems};
  };
  for (const path of (await filesIn(out)).filter(
    name => name.endsWith('.html') && isOpened(name),
  )) {
    const {page, problems} = await open(path);
    assert.deepEqual(problems, [], path);
    await page.close();
  }
  return {used, open};
}

it('an archive opens from the disk without a network, with each widget in use', async t => {
  const {used} = await openArchive(t, await PortalFolder.withExamples());
  for (const tag of ['project-map', 'resource-list', 'agenda', 'directory', 'story'])
    assert.ok(used.has(`spass-${tag}`), `${tag}: ${[...used].join()}`);
});

it('an archive of more places than one document has shows them all on outlines, without tiles', async t => {
  const rows = Array.from(
    {length: MIN_TILED},
    (_, i) => `r${i};Lieu ${i};${50 + ((i * 17) % 1000) / 1000};${2 + ((i * 29) % 1000) / 1000}`,
  );
  const folder = await PortalFolder.create({
    'ressources.csv': `id;titre;latitude;longitude\n${rows.join('\n')}\n`,
  });
  const {open} = await openArchive(t, folder, path => path === 'index.html');
  const {page, problems} = await open('index.html');
  const map = page.locator('spass-project-map');
  await map.scrollIntoViewIfNeeded();
  await map.locator('.cluster').first().waitFor();
  const {markedRecords} = await mapContent(page);
  assert.equal(markedRecords, MIN_TILED);
  assert.equal(await page.locator('[tiles]').count(), 0);
  assert.ok((await page.locator('spass-project-map svg path').count()) > 0, 'no outlines');
  // Zooming and moving ask for nothing either.
  await map.locator('.cluster').first().click();
  await page.keyboard.press('ArrowRight');
  await map.locator('.cluster, .marker').first().waitFor();
  assert.deepEqual(problems, []);
});
