import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {findFirefox, findWebKit} from '../../scripts/setup.mjs';
import {startFirefox} from '../engines/firefox.js';
import {type Engine, startWebKit} from '../engines/webkit.js';
import {type HostileSite, startChromium, startHostileSite} from '../hostile/page.js';
import {corpus, inGroups} from '../hostile/payloads.js';
import {Records} from '../hostile/records.js';

/**
 * Payloads a page, each a record in each of its widgets. With a hundred of them a page that WebKitGTK draws without a
 * graphics processor took more than the four minutes that a script has, on a machine with other work.
 */
const GROUP = 50;

for (const [name, missing, start] of [
  ['Chromium', false, startChromium],
  ['Firefox', !findFirefox() && 'Firefox is missing', startFirefox],
  ['WebKitGTK', !findWebKit() && 'WebKitGTK is missing', startWebKit],
] as const)
  describe(`the whole corpus of hostile texts in ${name}`, {skip: missing}, () => {
    let site: HostileSite;
    let engine: Engine & {readonly seen?: readonly string[]};
    before(async () => {
      site = await startHostileSite();
      engine = await start();
    });
    after(async () => {
      await engine.close();
      await site.close();
    });

    it(
      'S-06 is shown as it is: nothing runs, is asked or appears',
      {timeout: 900_000},
      async () => {
        assert.ok(corpus.length > 900, String(corpus.length));
        const records = new Records(engine, site);
        for (const group of inGroups(corpus, GROUP)) await records.check(group, 12);
        assert.deepEqual(engine.seen ?? [], []);
      },
    );
  });
