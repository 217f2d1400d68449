// Points on a map: time until they are visible, one zoom step, a drag. The page of each contestant is in pages/map/.

import {BASE, MAP_CONDITIONS} from '../conditions.mjs';
import {measureDrag, measureZoom} from '../map-interactions.mjs';

const measures = {
  painted: 'ms',
  'main thread until quiet': 'ms',
  blocked: 'ms',
  'zoom step, main thread': 'ms',
  'zoom step, worst painted': 'ms',
  'drag, frame p95': 'ms',
  'drag, worst frame': 'ms',
  'drag, main thread': 'ms',
  heap: 'MB',
  'elements in the page': '',
};

const contestant = (name, page, count, condition) => ({
  name,
  run: lab =>
    lab.visit(
      `map/${page}`,
      async bench => {
        await bench.page.evaluate(args => contest.prepare(...args), [count, condition]);
        const heapBefore = await bench.heap();
        const busyBefore = await bench.mainThread();
        const {painted, blocked} = await bench.page.evaluate(() => contest.show());
        const busy = (await bench.mainThread()) - busyBefore;
        const heap = ((await bench.heap()) - heapBefore) / 1024 / 1024;
        const elements = await bench.page.evaluate(() => contest.elements());
        return {
          painted,
          blocked,
          heap,
          'main thread until quiet': busy,
          'elements in the page': elements,
          ...(await measureZoom(bench)),
          ...(await measureDrag(bench)),
        };
      },
      {condition},
    ),
});

const contest = count => ({
  name: count.toLocaleString('en'),
  size: count,
  contestants: [
    contestant('spass-project-map', 'spass.html', count),
    contestant('leaflet + supercluster', 'supercluster.html', count),
    contestant('leaflet.markercluster', 'markercluster.html', count),
    contestant('leaflet.markercluster, chunked', 'markercluster.html?chunked', count),
    contestant('maplibre-gl', 'maplibre.html', count),
  ],
});

/** Conditions are compared with the quickest library for elements only. */
const conditionContest = (count, [name, condition]) => ({
  name: `${count.toLocaleString('en')}, ${name}`,
  runs: 3,
  contestants: [
    contestant('spass-project-map', 'spass.html', count, condition),
    contestant('leaflet + supercluster', 'supercluster.html', count, condition),
  ],
});

export default {
  name: 'map',
  measures,
  growth: 'painted',
  contests: quick =>
    quick
      ? [contest(10_000)]
      : [
          ...[1_000, 10_000, BASE, 200_000].map(contest),
          ...[1_000, BASE].flatMap(count =>
            Object.entries(MAP_CONDITIONS).map(entry => conditionContest(count, entry)),
          ),
        ],
};
