// Proximity join of each contestant: for every place of `a`, the number of places of `b` within a distance in metres,
// and the three nearest with their distance. `step` runs it in `steps` pieces; the first step builds the index, if any.
import {ProximityJoin} from '/dist/model/geo/proximity-join.js';
import {around, distance} from 'geokdbush';
import KDBush from 'kdbush';

const RADIUS = 6_371_008.8;
/** Earth radius of geokdbush in km, slightly smaller: its arcs are shorter by the same factor. */
const THEIR_RADIUS = 6371;
const RADIANS = Math.PI / 180;
/** Length of a degree of latitude on that sphere, in metres. */
const DEGREE = RADIUS * RADIANS;
const KEPT = 3;

const metresBetween = (latA, lonA, latB, lonB) => {
  const [dLat, dLon] = [(latB - latA) * RADIANS, (lonB - lonA) * RADIANS];
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.sqrt(h));
};

/** Inserts a place into the sorted list of nearest places; the list is too short for a heap. */
const keep = (nearest, index, metres) => {
  let at = nearest.length;
  while (at > 0 && nearest[at - 1].metres > metres) at--;
  if (at === KEPT) return;
  nearest.splice(at, 0, {index, metres});
  if (nearest.length > KEPT) nearest.pop();
};

const results = length => ({
  counts: new Uint32Array(length),
  nearest: new Array(length),
});

const ours = (a, b, metres) => {
  const join = new ProximityJoin(a, b, metres);
  return {
    steps: join.steps,
    step: index => join.step(index),
    result: () => ({counts: join.counts, nearest: index => join.nearest(index)}),
  };
};

const treeOf = ({length, lat, lon}) => {
  const tree = new KDBush(length);
  for (let i = 0; i < length; i++) tree.add(lon[i], lat[i]);
  return tree.finish();
};

/** Bounding box around each place, then the great-circle distance of its candidates. */
const kdbush = (a, b, metres) => {
  const {counts, nearest} = results(a.length);
  const high = metres / DEGREE;
  let tree;
  return {
    steps: a.length + 1,
    step(index) {
      if (index === 0) {
        tree = treeOf(b);
        return;
      }
      const i = index - 1;
      const [lat, lon] = [a.lat[i], a.lon[i]];
      const wide = high / Math.cos((Math.abs(lat) + high) * RADIANS);
      const found = (nearest[i] = []);
      for (const j of tree.range(lon - wide, lat - high, lon + wide, lat + high)) {
        const far = metresBetween(lat, lon, b.lat[j], b.lon[j]);
        if (far > metres) continue;
        counts[i]++;
        keep(found, j, far);
      }
    },
    result: () => ({counts, nearest: index => nearest[index]}),
  };
};

const geokdbush = (a, b, metres) => {
  const {counts, nearest} = results(a.length);
  let tree;
  return {
    steps: a.length + 1,
    step(index) {
      if (index === 0) {
        tree = treeOf(b);
        return;
      }
      const i = index - 1;
      const [lat, lon] = [a.lat[i], a.lon[i]];
      const found = around(tree, lon, lat, Infinity, (metres / RADIUS) * THEIR_RADIUS);
      counts[i] = found.length;
      nearest[i] = found.slice(0, KEPT).map(j => ({
        index: j,
        metres: (distance(lon, lat, b.lon[j], b.lat[j]) / THEIR_RADIUS) * RADIUS,
      }));
    },
    result: () => ({counts, nearest: index => nearest[index]}),
  };
};

/** Compares every pair. */
const brute = (a, b, metres) => {
  const {counts, nearest} = results(a.length);
  return {
    steps: a.length,
    step(i) {
      const [lat, lon] = [a.lat[i], a.lon[i]];
      const found = (nearest[i] = []);
      for (let j = 0; j < b.length; j++) {
        const far = metresBetween(lat, lon, b.lat[j], b.lon[j]);
        if (far > metres) continue;
        counts[i]++;
        keep(found, j, far);
      }
    },
    result: () => ({counts, nearest: index => nearest[index]}),
  };
};

export const JOINS = {ours, kdbush, geokdbush, brute};
