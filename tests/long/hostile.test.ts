import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {findFirefox} from '../../scripts/setup.mjs';
import {startFirefox} from '../engines/firefox.js';
import type {Engine} from '../engines/webkit.js';
import {type HostileSite, startChromium, startHostileSite} from '../hostile/page.js';
import {corpus, inGroups} from '../hostile/payloads.js';
import {Records} from '../hostile/records.js';

/** Payloads a page: more would be as many records in each of its widgets. */
const GROUP = 100;

for (const [name, missing, start] of [
  ['Chromium', false, startChromium],
  ['Firefox', !findFirefox() && 'Firefox is missing', startFirefox],
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
