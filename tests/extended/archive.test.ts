import assert from 'node:assert/strict';
import {dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {it} from 'node:test';
import {runArchive} from '../../portal/src/publish/archive/archive-command.js';
import {launchChromium} from '../pages/browser-fixture.js';
import {filesIn, PortalFolder} from '../support/published-folder.js';

it('an archive opens from the disk without a network, with each widget in use', async t => {
  const folder = await PortalFolder.withExamples();
  t.after(() => folder.delete());
  const out = join(dirname(folder.path), 'archive');
  await runArchive([folder.path, '--out', out], {out: () => undefined, err: () => undefined});
  const browser = await launchChromium();
  t.after(() => browser.close());
  const context = await browser.newContext({offline: true, viewport: {width: 1280, height: 900}});
  const used = new Set<string>();
  for (const path of (await filesIn(out)).filter(name => name.endsWith('.html'))) {
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
    const tags = await page.evaluate(async () => {
      const widgets = [...document.querySelectorAll<HTMLElement>('*')].filter(
        ({localName}) => localName.startsWith('spass-') && localName !== 'spass-layer',
      );
      for (const widget of widgets) {
        widget.scrollIntoView();
        await customElements.whenDefined(widget.localName);
        await (widget as HTMLElement & {loadComplete?: Promise<unknown>}).loadComplete;
      }
      return widgets.map(({localName, shadowRoot}) => ({
        localName,
        text: (shadowRoot?.textContent ?? '').trim().length,
      }));
    });
    for (const {localName, text} of tags) {
      assert.ok(text > 0, `${localName} of ${path} is empty`);
      used.add(localName);
    }
    assert.deepEqual(problems, [], path);
    await page.close();
  }
  for (const tag of ['project-map', 'resource-list', 'agenda', 'directory', 'story'])
    assert.ok(used.has(`spass-${tag}`), `${tag}: ${[...used].join()}`);
});
