import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {demoPages, scrollThrough} from '../pages/demo-pages.js';
import {ThreeOriginSite, storedData, NOTHING_STORED} from '../pages/three-origin-site.js';

describe('the demo with every other host unreachable', {timeout: 300_000}, () => {
  let everything: ThreeOriginSite;
  before(async () => {
    everything = await ThreeOriginSite.start();
  });
  after(() => everything.close());

  for (const path of demoPages.keys())
    it(`P-01 P-02 ${path} works completely, and stores nothing on the visitor’s device`, async () => {
      const {api} = everything;
      const {page, hosts, errors} = await everything.open();
      await page.goto(api.url + path);
      await scrollThrough(page);
      assert.deepEqual(hosts(), [api.url]);
      assert.deepEqual(await storedData(page), NOTHING_STORED);
      assert.deepEqual(errors, []);
      await page.context().close();
    });
});
