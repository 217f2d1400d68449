// Memory leaked per insertion and removal: slope over fifty samples, 500 repetitions in all. pages/leak/.

const LOOKS = 50;
const TIMES = 10;
const WARM = 3;

/** V8 keeps lists of what compiled code depends on, which grow with each compilation: no leak of a page. */
const INTERPRETED = 'heap a time, without optimizing compilers';

const measures = {
  'heap a time': 'B',
  [INTERPRETED]: 'B',
  'nodes a time': '',
  'listeners a time': '',
};

/** Returns the median slope of all pairs (Theil–Sen): a collection that is late once does not count. */
const slope = values => {
  const slopes = values.flatMap((value, i) =>
    values.slice(0, i).map((other, j) => (value - other) / (i - j)),
  );
  return slopes.sort((a, b) => a - b)[Math.floor(slopes.length / 2)] / TIMES;
};

/** Returns the increase of heap, nodes and listeners a time. */
const measureLeak = (lab, page, what, looks, options = {}) =>
  lab.visit(
    `leak/${page}`,
    async bench => {
      await bench.page.waitForFunction(() => globalThis.contest);
      await bench.page.evaluate(kind => contest.prepare(kind), what);
      const seen = [];
      for (let look = -WARM; look < looks; look++) {
        await bench.page.evaluate(n => contest.cycle(n), TIMES);
        const heap = await bench.heap();
        const {nodes, jsEventListeners} = await bench.counters();
        if (look >= 0) seen.push({heap, nodes, listeners: jsEventListeners});
      }
      return {
        'heap a time': slope(seen.map(({heap}) => heap)),
        'nodes a time': slope(seen.map(({nodes}) => nodes)),
        'listeners a time': slope(seen.map(({listeners}) => listeners)),
      };
    },
    options,
  );

const contestant = (name, page, what, looks) => ({
  name,
  run: async lab => {
    const leak = await measureLeak(lab, page, what, looks);
    const interpreted = await measureLeak(lab, page, what, looks, {isUnoptimized: true});
    return {...leak, [INTERPRETED]: interpreted['heap a time']};
  },
});

const contest = (name, tag, peers, looks) => ({
  name,
  contestants: [
    contestant(`spass-${tag}`, 'spass.html', `spass-${tag}`, looks),
    contestant('an empty element', 'peers.html', 'empty', looks),
    ...peers.map(([peer, what]) => contestant(peer, 'peers.html', what, looks)),
  ],
});

export default {
  name: 'leak',
  measures,
  runs: 1,
  contests: quick => {
    const looks = quick ? 5 : LOOKS;
    const all = [
      contest('list', 'resource-list', [['list.js', 'listjs']], looks),
      contest('map', 'project-map', [['leaflet.markercluster', 'leaflet']], looks),
      contest('timeline', 'programme-timeline', [['vis-timeline', 'vis']], looks),
    ];
    return quick ? all.slice(0, 1) : all;
  },
};
