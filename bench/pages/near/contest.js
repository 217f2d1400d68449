// Timing functions of all contestants, called by the benchmark in the page.
import {runInSlices} from '/dist/data/scheduling.js';
import {makeRecords} from '../map/points.js';
import {JOINS} from './joins.js';

/** Time after which a page is idle and its long tasks have been reported, in milliseconds. */
const QUIET = 500;

let blocked = 0;
new PerformanceObserver(list => {
  for (const {duration} of list.getEntries()) blocked += Math.max(0, duration - 50);
}).observe({type: 'longtask'});

const rest = ms => new Promise(resolve => setTimeout(resolve, ms));

/** Returns the coordinates of the first `length` generated records. */
const placesOf = (records, length = records.length) => ({
  length,
  lat: Float64Array.from(records.slice(0, length), ({geo}) => geo.lat),
  lon: Float64Array.from(records.slice(0, length), ({geo}) => geo.lon),
});

let sets;
globalThis.contest = {
  /** Creates two sets of places near the same towns; of the first only a sample, if requested. */
  prepare(countA, countB, sample) {
    sets = [placesOf(makeRecords(countA), sample), placesOf(makeRecords(countB, {seed: 75}))];
  },
  /** Joins them once, in one task or in slices that keep the page responsive. */
  async join(who, metres, isSliced) {
    await rest(QUIET);
    blocked = 0;
    const start = performance.now();
    const join = JOINS[who](...sets, metres);
    if (isSliced) await runInSlices(join.steps, join.step);
    else for (let index = 0; index < join.steps; index++) join.step(index);
    const time = performance.now() - start;
    await rest(QUIET);
    const {counts, nearest} = join.result();
    let [pairs, sum] = [0, 0];
    for (const [index, count] of counts.entries()) {
      pairs += count;
      for (const {metres: far} of nearest(index)) sum += far;
    }
    return {time, blocked, pairs, metres: Math.round(sum)};
  },
};
