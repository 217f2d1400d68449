// Home page of the demo at a quarter of the processor's speed: total blocking time, and the longest interactions.
import {untilQuiet, watchPage} from '../observe.mjs';

const measures = {
  'total blocking time': 'ms',
  'longest task': 'ms',
  'main thread': 'ms',
  'layout shift': '',
  'choosing families, to next paint': 'ms',
  'zoom of the timeline, to next paint': 'ms',
  'a key in the list, to next paint': 'ms',
};

/** Returns the longest time to the next paint of an interaction, in milliseconds; 0 if below 16. */
const longestOf = async (page, act) => {
  await page.evaluate(untilQuiet);
  await page.evaluate(() => (globalThis.seen.longestInteraction = 0));
  await act();
  await page.evaluate(untilQuiet);
  return page.evaluate(() => globalThis.seen.longestInteraction);
};

const contestant = {
  name: 'spass-widgets',
  async run(lab) {
    const {tsImport} = await import('tsx/esm/api');
    const {startServer} = await tsImport('../../demo/server/server.ts', import.meta.url);
    const server = await startServer();
    try {
      return await lab.visit(
        server.url,
        async bench => {
          const {page} = bench;
          await page.evaluate(untilQuiet);
          const {blocked, longestTask, shift} = await page.evaluate(() => globalThis.seen);
          const busy = await bench.mainThread();
          const families = await longestOf(page, async () => {
            for (const family of ['acteur', 'theme', 'acteur', 'theme'])
              await page.locator(`spass-family-filter .toggle.${family}`).click();
          });
          const timeline = page.locator('spass-programme-timeline');
          await timeline.scrollIntoViewIfNeeded();
          const zoom = await longestOf(page, async () => {
            for (let i = 0; i < 3; i++) await timeline.locator('button.zoom').first().click();
          });
          const field = page.locator('spass-resource-list input[type=search]');
          await field.scrollIntoViewIfNeeded();
          const key = await longestOf(page, () => field.pressSequentially('paysage', {delay: 100}));
          return {
            'total blocking time': blocked,
            'longest task': longestTask,
            'main thread': busy,
            'layout shift': shift,
            'choosing families, to next paint': families,
            'zoom of the timeline, to next paint': zoom,
            'a key in the list, to next paint': key,
          };
        },
        {condition: {isSlow: true}, prepare: page => page.addInitScript(watchPage)},
      );
    } finally {
      await server.close();
    }
  },
};

export default {
  name: 'demo home',
  measures,
  contests: () => [{name: 'at a quarter of the speed', contestants: [contestant]}],
};
