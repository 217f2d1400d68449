// Generates points on land, for /million.html and its tests. `npx tsx scripts/make/million.ts` writes 1,000,000 of them
// to demo/made/million.pmtiles (44 MB, one or two minutes; not committed), `npx tsx scripts/make/million.ts --small`
// writes the 3,000 of demo/tuiles/lieux.pmtiles, which is committed. Needs tippecanoe, a Debian package.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, renameSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {outlines, type ClosedPath} from '../../src/map/outlines/outlines.js';
import {seededRandom} from './seeded-random.mjs';

const isSmall = process.argv.includes('--small');
const COUNT = isSmall ? 3_000 : 1_000_000;
/** Zoom level from which the points are the records themselves. */
const MAX_ZOOM = isSmall ? 10 : 12;
/** Bounding box of the points of the small file: west, south, east, north. */
const NORTH = [1.6, 49.6, 4.3, 51.1] as const;
const KINDS = ['Arbre remarquable', 'Puits', 'Chapelle', 'Mare', 'Ferme', 'Lavoir'];

const random01 = seededRandom(59);
const {land, towns: allTowns} = outlines();

const isNorth = (lon: number, lat: number): boolean =>
  lon > NORTH[0] && lat > NORTH[1] && lon < NORTH[2] && lat < NORTH[3];
const towns = allTowns.filter(({lon, lat}) => !isSmall || isNorth(lon, lat));

/** Returns true if a point is inside a ring (ray casting). */
function isInRing(ring: ClosedPath, lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = [ring[i], ring[i + 1], ring[j], ring[j + 1]];
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

const isOnLand = (lon: number, lat: number): boolean =>
  land.some(([coast]) => coast !== undefined && isInRing(coast, lon, lat));

/** Returns a normally distributed number with mean 0 (Box–Muller transform). */
const normal = (): number =>
  Math.sqrt(-2 * Math.log(1 - random01())) * Math.cos(2 * Math.PI * random01());

/** Returns a random point in or near a town, or anywhere. */
function randomPlace(): readonly [lon: number, lat: number] {
  for (;;) {
    const town = towns[Math.floor(random01() * towns.length)];
    if (!town) continue;
    const spread = random01() < 0.5 ? 0.08 : 0.8;
    const lat = town.lat + normal() * spread;
    const lon = town.lon + (normal() * spread) / Math.cos((lat * Math.PI) / 180);
    if ((!isSmall || isNorth(lon, lat)) && isOnLand(lon, lat))
      return [Number(lon.toFixed(5)), Number(lat.toFixed(5))];
  }
}

const folder = fileURLToPath(
  new URL(isSmall ? '../../demo/tuiles/' : '../../demo/made/', import.meta.url),
);
const name = isSmall ? 'lieux' : 'million';
mkdirSync(folder, {recursive: true});
const options = ['-q', '-f', '-P', '-n', name, '-N', 'Points inventés', '-l', 'points'];
const zooms = [
  '-Z0',
  `-z${MAX_ZOOM}`,
  '-r1',
  '--cluster-distance=14',
  `--cluster-maxzoom=${MAX_ZOOM - 1}`,
];
const tippecanoe = spawn('tippecanoe', [...options, ...zooms, '-o', `.${name}.pmtiles`], {
  cwd: folder,
  stdio: ['pipe', 'inherit', 'inherit'],
});
tippecanoe.on('error', () => {
  console.error('tippecanoe is missing: apt-get install tippecanoe');
  process.exit(1);
});
const end = once(tippecanoe, 'exit');
for (let i = 1; i <= COUNT; i++) {
  const kind = KINDS[Math.floor(random01() * KINDS.length)] ?? '';
  const feature = {
    type: 'Feature',
    id: i,
    geometry: {type: 'Point', coordinates: randomPlace()},
    properties: {nom: `${kind} ${i}`, type: kind},
  };
  if (!tippecanoe.stdin.write(`${JSON.stringify(feature)}\n`))
    await once(tippecanoe.stdin, 'drain');
}
tippecanoe.stdin.end();
const [status] = (await end) as [number | null];
// The file is renamed only if it is complete.
if (status === 0) renameSync(`${folder}.${name}.pmtiles`, `${folder}${name}.pmtiles`);
process.exitCode = status === 0 ? 0 : 1;
