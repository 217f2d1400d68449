import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {openPage} from '../pages/browser-fixture.js';
import {useDemo} from '../pages/use-demo.js';

/** Maximum distance searched for a shift between placeholder and map, in pixels. */
const MAX_SHIFT = 4;
/** Maximum share of pixels that differ: names of towns, numbers of clusters and controls are of the map alone. */
const MAX_CHANGED = 0.25;

// To look at the pictures: PICTURES=/tmp/pictures npm test -- tests/extended/map-placeholder.test.ts
const kept = process.env['PICTURES'];

/** Shares of differing pixels of two pictures, for each shift of the first. */
interface Differences {
  readonly unmoved: number;
  readonly least: readonly [x: number, y: number];
}

describe('a map that waits for a click', {timeout: 120_000}, () => {
  const demo = useDemo();

  it('has its button, and its error, also if its drawing never arrives', async () => {
    const {page} = await openPage(demo.browser);
    await page.route('**/spass-facade*.js', () => undefined);
    await page.route('**/spass-map*.js', route => route.abort());
    await page.goto(new URL('/widgets/carte-projets.html', demo.url).href);
    const facade = page.locator('spass-project-map[load=click] .facade');
    await facade.getByRole('button', {name: 'Afficher la carte'}).click();
    await facade.getByRole('alert').waitFor();
    await facade.getByRole('button', {name: 'Réessayer'}).waitFor();
    await page.context().close();
  });

  for (const width of [360, 768, 1280])
    for (const colorScheme of ['light', 'dark'] as const)
      it(`shows coasts and places where the map draws them, ${width} pixels wide, ${colorScheme}`, async () => {
        const {page} = await openPage(
          demo.browser,
          new URL('/widgets/carte-projets.html', demo.url).href,
          {viewport: {width, height: 900}, colorScheme, reducedMotion: 'reduce'},
        );
        const stage = page.locator('spass-project-map[load=click] .stage:not(.bone)');
        await stage.scrollIntoViewIfNeeded();
        await stage.locator('.facade .land').first().waitFor({state: 'attached'});
        const before = await stage.screenshot();
        await stage.locator('.facade button').click();
        await stage.locator('.cluster, .marker').first().waitFor();
        await page.mouse.move(0, 0);
        const after = await stage.screenshot();
        if (kept) {
          writeFileSync(join(kept, `${width}-${colorScheme}-before.png`), before);
          writeFileSync(join(kept, `${width}-${colorScheme}-after.png`), after);
        }
        const {unmoved, least} = await page.evaluate(
          async ([one, other, most]): Promise<Differences> => {
            const decode = async (png: string): Promise<ImageData> => {
              const bytes = Uint8Array.from(atob(png), letter => letter.charCodeAt(0));
              const bitmap = await createImageBitmap(new Blob([bytes]));
              const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
              if (!context) throw new Error('no canvas');
              context.drawImage(bitmap, 0, 0);
              return context.getImageData(0, 0, bitmap.width, bitmap.height);
            };
            const [first, second] = await Promise.all([decode(one), decode(other)]);
            const share = (right: number, down: number): number => {
              let [changed, all] = [0, 0];
              for (let y = most; y < first.height - most; y++)
                for (let x = most; x < first.width - most; x++) {
                  const from = ((y - down) * first.width + x - right) * 4;
                  const to = (y * second.width + x) * 4;
                  all++;
                  if (
                    [0, 1, 2].some(i => Math.abs(first.data[from + i]! - second.data[to + i]!) > 12)
                  )
                    changed++;
                }
              return changed / all;
            };
            let least: readonly [number, number] = [0, 0];
            const unmoved = share(0, 0);
            let lowest = unmoved;
            for (let right = -most; right <= most; right++)
              for (let down = -most; down <= most; down++) {
                const changed = share(right, down);
                if (changed < lowest) [lowest, least] = [changed, [right, down]];
              }
            return {unmoved, least};
          },
          [before.toString('base64'), after.toString('base64'), MAX_SHIFT] as const,
        );
        await page.context().close();
        assert.deepEqual(least, [0, 0], 'nothing moves');
        assert.ok(unmoved < MAX_CHANGED, `${(unmoved * 100).toFixed(1)} % of the pixels change`);
      });
});
