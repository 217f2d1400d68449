/**
 * Test files that only `npm run test:all` runs, besides the folders of its own stages. Each repeats a check over many
 * texts, servers, attributes or settings; `npm test` makes the same check once, on the demo or in another file.
 */
export const LONG_TESTS = new Set([
  'tests/elements/widgets/appearance.test.ts',
  'tests/elements/widgets/attribute-bursts.test.ts',
  'tests/elements/widgets/hostile-numbers.test.ts',
  'tests/elements/widgets/hostile-responses.test.ts',
  'tests/elements/widgets/hostile-texts.test.ts',
  'tests/journeys/announcements.test.ts',
  'tests/journeys/direction.test.ts',
  'tests/journeys/focus-rings.test.ts',
  'tests/journeys/picture-series.test.ts',
  'tests/journeys/regions.test.ts',
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
  'tests/pages/snippets.test.ts',
]);
