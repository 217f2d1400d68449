import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {openPage, type OpenPage} from '../pages/browser-fixture.js';
import {
  pixelDifference,
  HOST_PAGES,
  widgetScreenshots,
  PRINT_PAGE,
  openHostPage,
  widgetTexts,
} from '../pages/host-pages.js';
import {prepareToPrint} from '../pages/print-page.js';
import {useSite} from '../pages/use-site.js';

/** Share of a widget's pixels that a page may change. */
const MAX_PIXEL_SHARE = 0.01;

describe('on a page with', {timeout: 1_800_000}, () => {
  const fixture = useSite({'/scales': '<!doctype html><title>Scales</title>'});
  /** Empty page in which pictures are compared. */
  let comparisonPage: OpenPage;
  const screenshots = new Map<string, Record<string, string>>();
  let texts: Record<string, string> = {};

  /** Returns pictures of the widgets on a page with only the styles they are meant to inherit. */
  const screenshotsWith = async (like: string): Promise<Record<string, string>> => {
    const known = screenshots.get(like);
    if (known) return known;
    const {page} = await openHostPage(fixture.browser, fixture.site, {inheritedCss: like});
    if (!like) texts = await widgetTexts(page);
    const seen = await widgetScreenshots(page);
    await page.context().close();
    screenshots.set(like, seen);
    return seen;
  };

  before(async () => {
    comparisonPage = await openPage(fixture.browser, `${fixture.site.url}/scales`);
    await screenshotsWith('');
  });

  for (const [name, host] of Object.entries(HOST_PAGES))
    it(
      `F-09 ${name} every widget has the same text and appearance`,
      {skip: host.skip},
      async () => {
        const {
          page,
          errors,
          console: lines,
        } = await openHostPage(fixture.browser, fixture.site, host);
        assert.deepEqual(errors, []);
        assert.deepEqual(lines, []);
        assert.deepEqual(await widgetTexts(page), texts);
        const [mine, theirs] = [
          await screenshotsWith(host.inheritedCss ?? ''),
          await widgetScreenshots(page),
        ];
        const changed: Record<string, number> = {};
        for (const [noun, look] of Object.entries(theirs)) {
          const share = await pixelDifference(comparisonPage.page, mine[noun]!, look);
          if (share > MAX_PIXEL_SHARE) changed[noun] = share;
        }
        assert.deepEqual(changed, {});
        await page.context().close();
      },
    );

  it('F-09 print styles every widget has the same text on paper', async () => {
    const print = async (host: typeof PRINT_PAGE) => {
      const {page, errors} = await openHostPage(fixture.browser, fixture.site, host);
      await prepareToPrint(page);
      await page.emulateMedia({media: 'print'});
      const said = await widgetTexts(page);
      assert.deepEqual(errors, []);
      await page.context().close();
      return said;
    };
    assert.deepEqual(await print(PRINT_PAGE), await print({}));
  });
});
