// Transferred files before a widget is visible, without data: their size raw, with gzip -9 and with brotli 11.
// Deterministic, so one run is enough.
import {brotliCompressSync, gzipSync} from 'node:zlib';

const measures = {requests: '', raw: 'kB', gzip: 'kB', brotli: 'kB'};

/** Returns true for files of the library; the page itself and its data do not count. */
const isCode = url => /\/(?:dist|peers)\/|\.bundle\.js$/.test(new URL(url).pathname);

/** Returns the files that a page loads until it is idle. */
const filesOf = async (lab, path, begin) => {
  const files = new Map();
  const coming = [];
  const listen = page =>
    page.on('response', response => {
      if (isCode(response.url()))
        coming.push(response.body().then(body => files.set(response.url(), body)));
    });
  await lab.visit(
    path,
    async ({page}) => {
      await begin(page);
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(700);
      await Promise.all(coming);
    },
    {prepare: listen},
  );
  return files;
};

const weigh = files => {
  const kB = pack => [...files.values()].reduce((sum, body) => sum + pack(body).length, 0) / 1024;
  return {
    requests: files.size,
    raw: kB(body => body),
    gzip: kB(body => gzipSync(body, {level: 9})),
    brotli: kB(body => brotliCompressSync(body)),
  };
};

const ours = tag => ({
  name: `spass-${tag}`,
  run: async lab =>
    weigh(
      await filesOf(lab, `weight/widget.html?spass-${tag}`, page =>
        page.waitForFunction(() => globalThis.isDrawn),
      ),
    ),
});

/** Page of another case, with a few records. */
const shown = path => ({
  path,
  begin: async page => {
    await page.waitForFunction(() => globalThis.contest);
    await page.evaluate(() => contest.prepare(30));
    await page.evaluate(() => contest.show());
  },
});
const PAGES = {
  leaflet: shown('map/markercluster.html'),
  maplibre: shown('map/maplibre.html'),
  vis: shown('timeline/vis.html'),
  timelinejs: shown('timeline/timelinejs.html'),
  instantsearch: {
    path: 'weight/instantsearch.html',
    begin: page => page.waitForSelector('.ais-Hits-item'),
  },
  instantsearchCdn: {
    path: 'cards/instantsearch-cdn.html',
    begin: page => page.waitForSelector('.ais-Hits-item'),
  },
};

/** Results by page: the same for each widget that it is compared with. */
const known = new Map();

const peer = (name, ...pages) => ({
  name,
  async run(lab) {
    const files = new Map();
    for (const {path, begin} of pages) {
      if (!known.has(path)) known.set(path, await filesOf(lab, path, begin));
      for (const [url, body] of known.get(path)) files.set(url.replace(/^.*?:\d+/, ''), body);
    }
    return weigh(files);
  },
});

const instantsearch = () => [
  peer('instantsearch.js, bundled', PAGES.instantsearch),
  peer('instantsearch.js, its CDN file', PAGES.instantsearchCdn),
];
const timelines = () => [peer('vis-timeline', PAGES.vis), peer('TimelineJS3', PAGES.timelinejs)];

const CONTESTS = {
  'portal-cards': instantsearch(),
  'family-filter': instantsearch(),
  'resource-list': instantsearch(),
  'project-map': [
    peer('leaflet.markercluster', PAGES.leaflet),
    peer('maplibre-gl', PAGES.maplibre),
  ],
  'programme-timeline': timelines(),
  agenda: [],
  story: [peer('TimelineJS3', PAGES.timelinejs)],
  explorer: [
    peer(
      'instantsearch.js + leaflet.markercluster + vis-timeline',
      PAGES.instantsearch,
      PAGES.leaflet,
      PAGES.vis,
    ),
  ],
};

export default {
  name: 'weight',
  measures,
  runs: 1,
  contests: quick =>
    Object.entries(CONTESTS)
      .filter(([tag]) => !quick || tag === 'portal-cards' || tag === 'programme-timeline')
      .map(([tag, peers]) => ({
        name: tag,
        contestants: [ours(tag), ...peers],
      })),
};
