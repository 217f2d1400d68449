// Activity of an idle page during ten seconds, after it has been rendered.

const measures = {'main thread': 'ms', requests: '', 'timers and frames': ''};

/** Counts timers and animation frames. Runs before the scripts of the page. */
const count = () => {
  globalThis.wakeUps = 0;
  for (const name of [
    'setTimeout',
    'setInterval',
    'requestAnimationFrame',
    'requestIdleCallback',
  ]) {
    const own = globalThis[name];
    globalThis[name] = (act, ...others) =>
      own(
        (...given) => {
          globalThis.wakeUps += 1;
          return act(...given);
        },
        ...others,
      );
  }
};

const REST = 3000;

const contestant = (name, path, records, seconds) => ({
  name,
  run: lab => {
    let requests = 0;
    return lab.visit(
      path,
      async bench => {
        const {page} = bench;
        await page.waitForFunction(() => globalThis.contest);
        await page.evaluate(n => contest.prepare(n), records);
        await page.evaluate(() => contest.show());
        await page.waitForTimeout(REST);
        const read = () => page.evaluate(() => globalThis.wakeUps);
        const wakeUps = await read();
        requests = 0;
        const busy = await bench.mainThread();
        await page.waitForTimeout(seconds * 1000);
        return {
          'main thread': (await bench.mainThread()) - busy,
          requests,
          'timers and frames': (await read()) - wakeUps,
        };
      },
      {
        prepare: async page => {
          await page.addInitScript(count);
          page.on('request', () => (requests += 1));
        },
      },
    );
  },
});

export default {
  name: 'idle',
  measures,
  runs: 1,
  contests: quick => {
    const seconds = quick ? 2 : 10;
    const all = [
      {
        name: 'map, 1,000 points',
        contestants: [
          contestant('spass-project-map', 'map/spass.html', 1_000, seconds),
          contestant('leaflet.markercluster', 'map/markercluster.html', 1_000, seconds),
          contestant('maplibre-gl', 'map/maplibre.html', 1_000, seconds),
        ],
      },
      {
        name: 'list, 1,000 records',
        contestants: [
          contestant('spass-resource-list', 'list/spass.html', 1_000, seconds),
          contestant('list.js', 'list/listjs.html', 1_000, seconds),
        ],
      },
      {
        name: 'timeline, 30 bars',
        contestants: [
          contestant('spass-programme-timeline', 'timeline/spass.html', 30, seconds),
          contestant('vis-timeline', 'timeline/vis.html', 30, seconds),
          contestant('TimelineJS3', 'timeline/timelinejs.html', 30, seconds),
        ],
      },
    ];
    return quick ? all.slice(2) : all;
  },
};
