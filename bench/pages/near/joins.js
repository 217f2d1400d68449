// What each contestant makes of the same question: for every place of `a`, how many of `b` lie within so many metres,
// and the three nearest with their distance. `step` does it in `steps` pieces; the first of a tree builds it.
import {NearJoin} from '/dist/model/near.js';
import {around, distance} from 'geokdbush';
import KDBush from 'kdbush';

const RADIUS = 6_371_008.8;
/** That of geokdbush, a little smaller (km): arcs on it are so much shorter. */
const THEIR_RADIUS = 6371;
const RADIANS = Math.PI / 180;
/** A degree of latitude on that sphere (m). */
const DEGREE = RADIUS * RADIANS;
const KEPT = 3;

const metresBetween = (latA, lonA, latB, lonB) => {
  const [dLat, dLon] = [(latB - latA) * RADIANS, (lonB - lonA) * RADIANS];
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.sqrt(h));
};

/** The nearest of some places: a list so short that it is kept in order as it grows. */
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
  const join = new NearJoin(a, b, metres);
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

/** A box about each place, then the great-circle distance of what is in it. */
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

/** Every pair. */
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
