import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {demoPages, readThrough} from '../pages/demo-pages.js';
import {Everything, keptBy, NOTHING_KEPT} from '../pages/everything.js';

describe('the demo with every other host unreachable', {timeout: 300_000}, () => {
  let everything: Everything;
  before(async () => {
    everything = await Everything.start();
  });
  after(() => everything.close());

  for (const path of demoPages.keys())
    it(`P-01 P-02 ${path} works completely, and stores nothing on the visitor’s device`, async () => {
      const {api} = everything;
      const {page, hosts, errors} = await everything.visit();
      await page.goto(api.url + path);
      await readThrough(page);
      assert.deepEqual(hosts(), [api.url]);
      assert.deepEqual(await keptBy(page), NOTHING_KEPT);
      assert.deepEqual(errors, []);
      await page.context().close();
    });
});
