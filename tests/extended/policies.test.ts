import {after, before, describe, it} from 'node:test';
import {findFirefox} from '../../scripts/setup.mjs';
import {startFirefox} from '../engines/firefox.js';
import type {Engine} from '../engines/webkit.js';
import {type HostileSite, startChromium, startHostileSite} from '../hostile/hostile-site.js';
import {PolicyChecks, widgets} from '../hostile/policy-checks.js';

for (const [name, missing, start] of [
  ['Chromium', false, startChromium],
  ['Firefox', !findFirefox() && 'Firefox is missing', startFirefox],
] as const)
  describe(
    `the documented policy of a widget, in ${name}`,
    {skip: missing, timeout: 900_000},
    () => {
      let sites: HostileSite[];
      let engine: Engine;
      let policies: PolicyChecks;
      before(async () => {
        sites = await Promise.all([startHostileSite(), startHostileSite(), startHostileSite()]);
        engine = await start();
        const [site, portal, tiles] = sites as [HostileSite, HostileSite, HostileSite];
        policies = new PolicyChecks(engine, site, portal, tiles);
      });
      after(async () => {
        await engine.close();
        await Promise.all(sites.map(site => site.close()));
      });

      for (const widget of widgets) {
        it(`S-04 is sufficient: ${widget.noun}`, () => policies.check(widget));
        // The needs of a page are the same in each engine: once is enough.
        if (name === 'Chromium')
          it(`S-04 has no superfluous source: ${widget.noun}`, () => policies.checkNeeds(widget));
      }
    },
  );
