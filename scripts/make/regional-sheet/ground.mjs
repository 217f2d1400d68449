/** Land, inland waters and borders of regions of the regional sheet, in units. */
import {SHEET_BOX as BOX} from '../../../src/map/regional-sheet/sheet-box.ts';
import {area, distinct, inside, same, straighten, unloop} from '../outlines-geometry.mjs';

/** Core of the sheet. */
export const CORE = [1.4, 49.7, 4.9, 51.2];
/** Distance in degrees at which the end of a regional border is moved to a coast or national border. */
const REACH = 0.07;
/** Area in square degrees below which an enclave is left out: it would look like a drawing error. */
const MIN_ENCLAVE = 0.01;
/** Angle in radians below which the tip of an inlet is removed. */
const SPIKE = 0.35;
/** Minimum compactness of inland waters: the source cuts rivers into pieces, which are left out. */
const MIN_COMPACTNESS = 0.33;

/** Number of points from which the shape of inland waters is that of a shore: the source has a diamond for each tile. */
const MIN_WATER_POINTS = 10;
/** Extent in units of a piece of a river between two countries: it would look like a drawing error. */
const MAX_SLIVER = 40;

/** Returns the larger side of the box of points, in which a degree of longitude counts as at 50° north. */
const extentOf = points => {
  const side = (i, scale) => {
    const values = points.map(point => point[i]);
    return (Math.max(...values) - Math.min(...values)) * scale;
  };
  return Math.max(side(0, 0.64), side(1, 1));
};

/** Returns the waters without those of few points, which look like drops. */
export const withoutDrops = waters =>
  waters.filter(({points}) => points.length >= MIN_WATER_POINTS);

/** Returns the land without the short coasts of a river on a border: both are one border. */
export function withoutSlivers({arcs, faces, ...sheet}) {
  const ends = ({points}) => [points[0], points.at(-1)].map(String).sort().join(' ');
  const isShort = ({flag, points}) => flag && extentOf(points) < MAX_SLIVER;
  const kept = [];
  const refs = [];
  const slivers = new Map();
  for (const [i, arc] of arcs.entries()) {
    const other = isShort(arc) ? slivers.get(ends(arc)) : undefined;
    if (other === undefined) {
      if (isShort(arc)) slivers.set(ends(arc), i);
      refs.push(kept.push(arc) - 1);
    } else {
      kept[refs[other]] = {...arcs[other], flag: false};
      refs.push(same(arc.points[0], arcs[other].points[0]) ? refs[other] : ~refs[other]);
    }
  }
  const number = ref => (ref < 0 ? ~refs[~ref] : refs[ref]);
  return {...sheet, arcs: kept, faces: faces.map(face => ({...face, arcs: face.arcs.map(number)}))};
}

/** Returns the distance from a box in degrees, 0 inside. */
function distance([lon, lat], [west, south, east, north]) {
  return Math.hypot(Math.max(west - lon, 0, lon - east), Math.max(south - lat, 0, lat - north));
}

/** Returns the weight of detail at a point: 1 in the core, less towards the edges, little outside. */
function interest(point) {
  const outside = distance(point, BOX);
  if (outside > 0) return 0.03 * (1 + 20 * outside) ** -3;
  return (1 + 1.5 * distance(point, CORE)) ** -2;
}

/** Returns the ordinate in Web Mercator, in degrees at the equator. */
function mercator(lat) {
  const φ = (Math.max(-85, Math.min(85, lat)) * Math.PI) / 180;
  return (Math.log(Math.tan(Math.PI / 4 + φ / 2)) * 180) / Math.PI;
}

/** Weight of a point in Visvalingam's algorithm: the area of its triangle. */
const weight = ([a, b, c]) => {
  const [ya, yb, yc] = [a, b, c].map(p => mercator(p[1]));
  return (Math.abs((a[0] - c[0]) * (yb - ya) - (a[0] - b[0]) * (yc - ya)) / 2) * interest(b);
};

const polygonsOf = ({type, coordinates}) => (type === 'Polygon' ? [coordinates] : coordinates);
const touches = (ring, box) => ring.some(p => distance(p, box) === 0);

/** Returns the area of a ring in square degrees of the equator. */
const areaOf = ring => Math.abs(area(ring.map(([lon, lat]) => [lon, mercator(lat)])));

/** Removes the tips of narrow inlets, such as docks, which look like drawing errors. */
function withoutSpikes(points) {
  const kept = [...points];
  for (let i = 1; i < kept.length - 1; i++) {
    const [[ax, ay], [bx, by], [cx, cy]] = kept.slice(i - 1, i + 2);
    const turn = Math.atan2(ay - by, ax - bx) - Math.atan2(cy - by, cx - bx);
    if (Math.cos(turn) < Math.cos(SPIKE)) continue;
    kept.splice(i, 1);
    i = Math.max(0, i - 2);
  }
  return distinct(kept);
}

/** Returns the area of a ring relative to a circle of the same length, from 0 to 1. */
function compactness(ring) {
  let length = 0;
  ring.forEach(([x, lat], i) => {
    const [u, v] = ring[(i + 1) % ring.length];
    length += Math.hypot(u - x, mercator(v) - mercator(lat));
  });
  return (4 * Math.PI * areaOf(ring)) / length ** 2;
}

/** Returns the point of a segment that is nearest to another. */
function nearestOn(p, a, b) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const at = length && Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length));
  return [a[0] + at * dx, a[1] + at * dy];
}

export function readGround({countries, provinces, topology, presimplify, unit}) {
  const snap = p => [Math.round(p[0] / unit), Math.round(p[1] / unit)];
  const near = countries.features.flatMap(({properties, geometry}) =>
    polygonsOf(geometry)
      .filter(([outer]) => touches(outer, BOX))
      .map(rings => ({country: properties.A3, rings})),
  );
  const whole = topology({
    faces: {
      type: 'FeatureCollection',
      features: near.map(({country, rings: [outer]}) => ({
        type: 'Feature',
        id: country,
        properties: {},
        geometry: {type: 'Polygon', coordinates: [outer]},
      })),
    },
  });
  const topo = presimplify(whole, weight);
  const users = topo.arcs.map(() => 0);
  for (const {arcs} of topo.objects.faces.geometries)
    for (const ref of arcs[0]) users[ref < 0 ? ~ref : ref]++;
  const shores = near
    .flatMap(({rings}) => rings.slice(1))
    .filter(ring => touches(ring, BOX))
    .map(ring => ({ring: ring.slice(0, -1), area: areaOf(ring) * interest(ring[0])}))
    .filter(({ring}) => compactness(ring) > MIN_COMPACTNESS)
    .sort((a, b) => b.area - a.area);

  return {
    /** Returns the arcs and faces that are visible at a threshold. */
    land(threshold) {
      const thin = topo.arcs.map(points =>
        distinct(
          points
            .filter((p, i) => i === 0 || i === points.length - 1 || p[2] >= threshold)
            .map(snap),
        ),
      );
      const numbers = new Map();
      const arcs = [];
      const number = ref => {
        const arc = ref < 0 ? ~ref : ref;
        if (!numbers.has(arc)) {
          numbers.set(arc, arcs.length);
          const points = users[arc] === 1 ? withoutSpikes(thin[arc]) : thin[arc];
          const isClosed = points.length > 1 && same(points[0], points.at(-1));
          arcs.push({
            points: straighten(isClosed ? points : unloop(points)),
            flag: users[arc] === 1,
          });
        }
        return ref < 0 ? ~numbers.get(arc) : numbers.get(arc);
      };
      const faces = topo.objects.faces.geometries
        .filter(
          ({arcs: [refs]}) =>
            refs.length > 1 ||
            (areaOf(whole.arcs[Math.max(refs[0], ~refs[0])]) > threshold * 30 &&
              thin[Math.max(refs[0], ~refs[0])].length > 4),
        )
        .map(({id, arcs: [refs]}) => ({
          isHome: id === 'FRA',
          // Short arcs may have become points.
          arcs: refs.filter(ref => thin[ref < 0 ? ~ref : ref].length > 1).map(number),
        }));
      return {arcs, faces, threshold};
    },
    /** Returns the inland waters above an area. */
    waters(least, threshold) {
      return shores
        .filter(({area}) => area >= least)
        .map(({ring}) => {
          const {arcs} = presimplify(
            topology({w: {type: 'Polygon', coordinates: [[...ring, ring[0]]]}}),
            weight,
          );
          const all = arcs.flat().slice(0, -1);
          const kept = all.filter(p => p[2] >= threshold / 4 || p[2] === Infinity);
          return {points: straighten(distinct((kept.length < 6 ? all : kept).map(snap)))};
        })
        .filter(({points}) => points.length > 3);
    },
    /** Returns the borders of regions, from the sheet's coast or border to another. */
    regions({arcs}) {
      const segments = arcs.flatMap(({points}) => points.slice(1).map((p, i) => [points[i], p]));
      return regionLines(provinces, topology, presimplify)
        .flatMap(({points, country, ends}) => {
          const outers = near.filter(face => face.country === country).map(({rings}) => rings[0]);
          const isLand = p => outers.some(ring => inside(p, ring));
          const line = [...points];
          ends.forEach((isEnd, side) => {
            if (!isEnd) return;
            if (side === 1) line.reverse();
            while (line.length > 2 && !isLand(line[1])) line.shift();
            const isOutside = !isLand(line[0]);
            let best;
            for (const [a, b] of segments) {
              const from = snap(line[0]);
              const p = nearestOn(from, a, b);
              const d = Math.hypot(p[0] - from[0], p[1] - from[1]);
              if (!best || d < best.d) best = {d, p};
            }
            if (best.d * unit < REACH) line.splice(0, isOutside ? 1 : 0, best.p.map(n => n * unit)); // prettier-ignore
            if (side === 1) line.reverse();
          });
          const runs = [[]];
          // With one point beyond the sheet at each end.
          line.forEach((p, i) => {
            const isKept = [line[i - 1], p, line[i + 1]].some(q => q && distance(q, BOX) === 0);
            if (isKept) runs.at(-1).push(p);
            else if (runs.at(-1).length > 0) runs.push([]);
          });
          return runs.map(run => ({points: straighten(distinct(run.map(snap)))}));
        })
        .filter(({points}) => points.length > 1);
    },
  };
}

/** Returns the borders between départements of France and provinces of Belgium and the Netherlands. */
function regionLines(provinces, topology, presimplify) {
  const home = new Set(['FRA', 'BEL', 'NLD']);
  const all = provinces.features.filter(
    ({properties: p, geometry}) =>
      geometry &&
      p.adm0_a3 !== 'ATA' &&
      polygonsOf(geometry).some(([outer]) => touches(outer, BOX)),
  );
  const topo = presimplify(
    topology(
      {
        all: {
          type: 'FeatureCollection',
          features: all.map(f => ({...f, id: f.properties.iso_3166_2})),
        },
      },
      1e7,
    ),
    weight,
  );
  const sides = topo.arcs.map(() => []);
  for (const {arcs, properties} of topo.objects.all.geometries)
    for (const ref of new Set(arcs.flat(3).map(ref => (ref < 0 ? ~ref : ref))))
      sides[ref].push(properties.adm0_a3);
  const key = p => `${p[0]},${p[1]}`;
  const outside = new Set();
  topo.arcs.forEach((points, arc) => {
    const [a, b] = sides[arc];
    if (a !== b) for (const p of [points[0], points.at(-1)]) outside.add(key(p));
  });
  return topo.arcs.flatMap((points, arc) => {
    const [a, b] = sides[arc];
    if (a !== b || !home.has(a)) return [];
    const isEnclave = key(points[0]) === key(points.at(-1)) && areaOf(points) < MIN_ENCLAVE;
    if (isEnclave) return [];
    const kept = points.filter((p, i) => i === 0 || i === points.length - 1 || p[2] >= 2e-6);
    return [
      {
        points: kept.map(([x, y]) => [x, y]),
        country: a,
        ends: [points[0], points.at(-1)].map(p => outside.has(key(p))),
      },
    ];
  });
}
