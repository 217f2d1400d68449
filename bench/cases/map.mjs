// Points on a map: time until they are visible, one zoom step, a drag. The page of each contestant is in pages/map/.

import {BASE, MAP_CONDITIONS} from '../conditions.mjs';
import {MAP_MEASURES, measureMap} from '../map-interactions.mjs';

const contestant = (name, page, count, condition) => ({
  name,
  run: lab => lab.visit(`map/${page}`, bench => measureMap(bench, {count, condition}), {condition}),
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
  measures: MAP_MEASURES,
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
