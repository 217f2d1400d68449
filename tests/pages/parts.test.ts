import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {cdn, openPage} from './browser-fixture.js';
import {useSite} from './use-site.js';

/** Scripts that pages name in a tag. The others are parts, which these load. */
const ENTRIES = ['spass-widgets.js', 'spass-widgets.all.js', 'embed.js', 'spass-iframe.js'];
const parts = readdirSync(cdn).filter(name => name.endsWith('.js') && !ENTRIES.includes(name));
/** Calls that load a part after others that it needs, such as `.load("spass-outlines.js","spass-map.js")`. */
const LOAD = /\.load\((?:["'`][\w.-]+["'`],?)+\)/g;
/** Parts that each part is loaded after, by file. */
const needs: Record<string, string[]> = {};
for (const name of [...ENTRIES, ...parts])
  for (const call of readFileSync(join(cdn, name), 'utf8').match(LOAD) ?? []) {
    const files = call.match(/[\w-]+\.js/g) ?? [];
    needs[files.at(-1) ?? ''] = files.slice(0, -1);
  }

const pageOf = (script: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Parts</title><script src="/cdn/${script}"></script>` +
  '<spass-resource-list api="/portail.json"></spass-resource-list>';

interface PartLoader {
  readonly hashes: Readonly<Record<string, string>>;
  load(...files: readonly string[]): Promise<object>;
}

/**
 * Loads every part in the page as the main script does: by a script element with the hash of the build, after the parts
 * that it needs. A part may bring the hashes of others. Returns the parts that ran.
 */
async function loadAllParts(
  needs: Readonly<Record<string, readonly string[]>>,
): Promise<readonly string[]> {
  const {loader} = globalThis as unknown as {loader: PartLoader};
  const done = new Set<string>();
  for (;;) {
    const next = Object.keys(loader.hashes).find(file => !done.has(file));
    if (next === undefined) return [...done];
    await loader.load(...(needs[next] ?? []), next);
    done.add(next);
  }
}

/** Keeps the object that the scripts share, which the first part receives. */
function keepLoader(): void {
  addEventListener(
    'spass-part',
    event => {
      const {detail: run} = event as CustomEvent<(shared: PartLoader) => void>;
      const keep = (shared: PartLoader): void => {
        Object.assign(globalThis, {loader: shared});
        run(shared);
      };
      Object.defineProperty(event, 'detail', {value: keep});
    },
    {capture: true, once: true},
  );
}

describe('every script of the CDN build', () => {
  const fixture = useSite({
    '/portail.json': '{"version": "1", "resources": [{"id": 1, "title": "Une"}]}',
    ...Object.fromEntries(ENTRIES.map(name => [`/${name}.html`, pageOf(name)])),
  });

  for (const name of ENTRIES)
    it(`${name} runs without an error`, async () => {
      const {page, errors} = await openPage(fixture.browser, `${fixture.site.url}/${name}.html`);
      await page.waitForLoadState('load');
      assert.deepEqual(errors, []);
      await page.context().close();
    });

  it('parts: parse, run and have their exports', async () => {
    const {page, errors, console: lines} = await openPage(fixture.browser);
    await page.addInitScript(keepLoader);
    await page.goto(`${fixture.site.url}/spass-widgets.js.html`);
    await page.getByText('Une', {exact: true}).waitFor();
    const loaded = await page.evaluate(loadAllParts, needs);
    assert.deepEqual([...loaded].sort(), [...parts].sort());
    assert.deepEqual(errors, []);
    assert.deepEqual(
      lines.filter(line => /is no part|could not be loaded|Error/.test(line)),
      [],
    );
    await page.context().close();
  });
});
