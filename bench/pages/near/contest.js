// The clock of all contestants: what the bench calls in a page.
import {inSlices} from '/dist/data/slices.js';
import {makeRecords} from '../map/points.js';
import {JOINS} from './joins.js';

/** Milliseconds after which a page is quiet, and the browser has told of its long tasks. */
const QUIET = 500;

let blocked = 0;
new PerformanceObserver(list => {
  for (const {duration} of list.getEntries()) blocked += Math.max(0, duration - 50);
}).observe({type: 'longtask'});

const rest = ms => new Promise(resolve => setTimeout(resolve, ms));

/** Places of made records, the first `length` of them. */
const placesOf = (records, length = records.length) => ({
  length,
  lat: Float64Array.from(records.slice(0, length), ({geo}) => geo.lat),
  lon: Float64Array.from(records.slice(0, length), ({geo}) => geo.lon),
});

let sets;
globalThis.contest = {
  /** Two sets of places that have nothing in common but their towns; of the first a sample only, where one is asked for. */
  prepare(countA, countB, sample) {
    sets = [placesOf(makeRecords(countA, 59), sample), placesOf(makeRecords(countB, 75))];
  },
  /** Joins them once, in a task of its own or in slices that let the page live. */
  async join(who, metres, isSliced) {
    await rest(QUIET);
    blocked = 0;
    const start = performance.now();
    const join = JOINS[who](...sets, metres);
    if (isSliced) await inSlices(join.steps, join.step);
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
