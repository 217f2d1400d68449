import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {type HostileSite, startChromium, startHostileSite} from '../hostile/hostile-site.js';
import {PolicyChecks, widgets} from '../hostile/policy-checks.js';
import {sample} from '../support/test-scope.js';

describe('the documented policy of a widget', {timeout: 120_000}, () => {
  let sites: HostileSite[];
  let engine: Awaited<ReturnType<typeof startChromium>>;
  let policies: PolicyChecks;
  before(async () => {
    sites = await Promise.all([startHostileSite(), startHostileSite(), startHostileSite()]);
    engine = await startChromium();
    const [site, portal, tiles] = sites as [HostileSite, HostileSite, HostileSite];
    policies = new PolicyChecks(engine, site, portal, tiles);
  });
  after(async () => {
    await engine.close();
    await Promise.all(sites.map(site => site.close()));
  });

  it('S-04 exists for every standalone tag', () => assert.ok(widgets.length >= 12));

  for (const widget of sample(widgets))
    it(`S-04 is sufficient, ready and used: ${widget.noun}`, () => policies.checkReady(widget, 6));
});
