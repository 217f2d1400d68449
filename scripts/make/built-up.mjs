/**
 * Writes the built-up areas of the regional sheet as GeoJSON, for `regional-sheet.mjs --built-up`. Run by hand.
 *
 *   sudo apt install marble-qt-data
 *   npx tsx scripts/make/built-up.mjs --areas /usr/share/marble/data/naturalearth/ne_50m_urban_areas.pn2 --out built-up.geojson
 *
 * Reads   Urban areas of Natural Earth at 1:50m (public domain), exact to 1 or 2 km: for maps up to zoom 10.
 * Format  Version, number of rings, colour (uint8, uint32, uint8). A ring: flag and id (uint8, uint32), then for the flag 4
 *         the number of its holes, else the number of its points that are absolute, each followed by those relative to it.
 *         Latitudes and longitudes, int16 or int8, in 1/120 degree. Big-endian.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {decodeSheet} from '../../src/map/regional-sheet/sheet.ts';
import {SHEET_BOX} from '../../src/map/regional-sheet/sheet-box.ts';
import {inside, pairs} from './outlines-geometry.mjs';
import {kilometres, nearest} from './regional-sheet/river-courses.mjs';

const {values: options} = parseArgs({options: {areas: {type: 'string'}, out: {type: 'string'}}});
if (!options.areas || !options.out)
  throw new Error('Usage: npx tsx scripts/make/built-up.mjs --areas FILE --out FILE');

/** Flag of an area with holes, whose rings follow. */
const HAS_HOLES = 4;
/** Maximum distance in kilometres of the points of an area at the coast: those in the sea move to the nearest coast. */
const STEP = 2;

function readRings(buffer) {
  const rings = [];
  let at = 6;
  while (at < buffer.length) {
    const flag = buffer.readUInt8(at);
    if (flag === HAS_HOLES) {
      at += 6;
      continue;
    }
    const ring = [];
    let count = buffer.readUInt32BE(at + 5);
    at += 9;
    for (; count > 0; count--) {
      const [lat, lon, more] = [0, 2, 4].map(offset => buffer.readInt16BE(at + offset));
      at += 6;
      ring.push([lon / 120, lat / 120]);
      for (let i = 0; i < more; i++, at += 2)
        ring.push([(lon + buffer.readInt8(at + 1)) / 120, (lat + buffer.readInt8(at)) / 120]);
    }
    rings.push(ring);
  }
  return rings;
}

const [west, south, east, north] = SHEET_BOX;
const isInBox = ([lon, lat]) => lon > west && lon < east && lat > south && lat < north;

const {arcs, faces} = decodeSheet();
const lines = arcs.map(({path}) => pairs(path));
const coast = lines.filter((_, i) => arcs[i].isCoast);
const land = faces.map(({arcs: refs}) =>
  refs.flatMap(ref => (ref < 0 ? lines[~ref].toReversed() : lines[ref])),
);
const onLand = point =>
  land.some(ring => inside(point, ring)) ? point : (nearest(point, coast).at ?? point);

/** Adds points to long sides, so that a side along the coast follows it. */
const dense = ring =>
  ring.flatMap((point, i) => {
    const next = ring[(i + 1) % ring.length];
    const count = Math.ceil(kilometres(point, next) / STEP);
    return [...Array(count).keys()].map(n =>
      [0, 1].map(axis => point[axis] + ((next[axis] - point[axis]) * n) / count),
    );
  });

const rings = readRings(readFileSync(options.areas)).filter(ring => ring.some(isInBox));
const features = rings.map(ring => {
  const isAtCoast = dense(ring).some(point => onLand(point) !== point);
  const points = isAtCoast ? dense(ring).map(onLand) : ring;
  return {
    type: 'Feature',
    geometry: {type: 'Polygon', coordinates: [[...points, points[0]]]},
    properties: {},
  };
});
writeFileSync(options.out, JSON.stringify({type: 'FeatureCollection', features}));
console.log(`${rings.length} areas`);
