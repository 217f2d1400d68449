/**
 * Test files that only `npm run test:all` runs, besides the folders of its own stages. Most repeat a check over many
 * texts, servers, attributes or settings, which `npm test` makes once; a few follow a whole page for half a minute, of
 * which `npm test` checks the parts.
 */
export const LONG_TESTS = new Set([
  'tests/elements/widgets/appearance.test.ts',
  'tests/elements/widgets/attribute-bursts.test.ts',
  'tests/elements/widgets/hostile-numbers.test.ts',
  'tests/elements/widgets/hostile-responses.test.ts',
  'tests/elements/widgets/hostile-texts.test.ts',
  'tests/journeys/announcements.test.ts',
  'tests/journeys/covered-focus.test.ts',
  'tests/journeys/direction.test.ts',
  'tests/journeys/focus-rings.test.ts',
  'tests/journeys/languages.test.ts',
  'tests/journeys/picture-series.test.ts',
  'tests/journeys/project-sheet.test.ts',
  'tests/journeys/regions.test.ts',
  'tests/pages/configurator-files.test.ts',
  'tests/pages/ecodesign.test.ts',
  'tests/pages/environments.test.ts',
  'tests/pages/faulty-server.test.ts',
  'tests/pages/frame-urls.test.ts',
  'tests/pages/hostile-page.test.ts',
  'tests/pages/hostile-pages.test.ts',
  'tests/pages/hostile.test.ts',
  'tests/pages/layout-shifts.test.ts',
  'tests/pages/memory-leaks.test.ts',
  'tests/pages/pmtiles-basemap.test.ts',
  'tests/pages/published-site.test.ts',
  'tests/pages/snippets.test.ts',
  'tests/pages/time-and-territory.test.ts',
  'tests/pages/zoomed-out-points.test.ts',
  'tests/repository/recipes.test.ts',
  'tests/tools/cli/prerender-data.test.ts',
]);
