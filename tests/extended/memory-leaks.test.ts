import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {WIDGETS} from '../pages/all-widgets.js';
import {
  addAndRemove,
  assertLeavesNothing,
  heapSize,
  moveRepeatedly,
  openInstrumentedPage,
} from '../pages/held-resources.js';
import {useSite} from '../pages/use-site.js';

const RUNS = 1000;
/** Warm-up runs, after which compiled code, pools and caches are filled. */
const WARM_UP_RUNS = 200;
/** Bytes that each run may leave on the heap. */
const MAX_BYTES_PER_RUN = 1024;

describe('a widget added and removed a thousand times', {timeout: 900_000}, () => {
  const fixture = useSite();

  for (const noun of WIDGETS.keys())
    it(`F-07 leaves nothing of <spass-${noun}> behind, and less than a kilobyte of memory each time`, async () => {
      const opened = await openInstrumentedPage(fixture.browser, fixture.site);
      const {page, cdp, errors} = opened;
      await addAndRemove(page, noun, WARM_UP_RUNS);
      await moveRepeatedly(page, noun, 2);
      const full = await heapSize(cdp);
      let runs = 0;
      await assertLeavesNothing(
        opened,
        async () => {
          await addAndRemove(page, noun, RUNS);
          runs += RUNS;
        },
        'after it came and went',
      );
      const slope = ((await heapSize(cdp)) - full) / runs;
      assert.ok(slope < MAX_BYTES_PER_RUN, `${slope.toFixed()} bytes a turn`);
      let height = 0;
      await assertLeavesNothing(
        opened,
        async () => (height = await moveRepeatedly(page, noun, RUNS)),
        'after it was moved',
      );
      assert.ok(height > 0, 'it is there after its moves');
      assert.deepEqual(errors, []);
      await page.context().close();
    });
});
