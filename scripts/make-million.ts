// demo/made/million.pmtiles: 1,000,000 made points on land, for /million.html and its test; `npx tsx
// scripts/make-million.ts`. Needs tippecanoe, a package of Debian. The file is some 20 MB and is not kept in git.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {outlines, type Ring} from '../src/map/outlines.js';

const COUNT = 1_000_000;
const KINDS = ['Arbre remarquable', 'Puits', 'Chapelle', 'Mare', 'Ferme', 'Lavoir'];

/** Numbers between 0 and 1, the same at every run (mulberry32). */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = random(59);
const {land, towns} = outlines();

/** Whether a place is inside a ring (ray casting). */
function isIn(ring: Ring, lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = [ring[i], ring[i + 1], ring[j], ring[j + 1]];
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

const isOnLand = (lon: number, lat: number): boolean =>
  land.some(([coast]) => coast !== undefined && isIn(coast, lon, lat));

/** A number round 0, most often near it (Box and Muller). */
const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

/** A place in or about one of the towns, or anywhere round them. */
function place(): readonly [lon: number, lat: number] {
  for (;;) {
    const town = towns[Math.floor(next() * towns.length)];
    if (!town) continue;
    const spread = next() < 0.5 ? 0.08 : 0.8;
    const lat = town.lat + normal() * spread;
    const lon = town.lon + (normal() * spread) / Math.cos((lat * Math.PI) / 180);
    if (isOnLand(lon, lat)) return [Number(lon.toFixed(5)), Number(lat.toFixed(5))];
  }
}

const folder = fileURLToPath(new URL('../demo/made/', import.meta.url));
const options = ['-q', '-f', '-P', '-n', 'million', '-N', 'Points inventés', '-l', 'points'];
const zooms = ['-Z0', '-z12', '-r1', '--cluster-distance=14', '--cluster-maxzoom=11'];
const tippecanoe = spawn('tippecanoe', [...options, ...zooms, '-o', 'million.pmtiles'], {
  cwd: folder,
  stdio: ['pipe', 'inherit', 'inherit'],
});
tippecanoe.on('error', () => {
  console.error('tippecanoe is missing: apt-get install tippecanoe');
  process.exit(1);
});
const end = once(tippecanoe, 'exit');
for (let i = 1; i <= COUNT; i++) {
  const kind = KINDS[Math.floor(next() * KINDS.length)] ?? '';
  const feature = {
    type: 'Feature',
    id: i,
    geometry: {type: 'Point', coordinates: place()},
    properties: {nom: `${kind} ${i}`, type: kind},
  };
  if (!tippecanoe.stdin.write(`${JSON.stringify(feature)}\n`))
    await once(tippecanoe.stdin, 'drain');
}
tippecanoe.stdin.end();
const [status] = (await end) as [number | null];
process.exitCode = status === 0 ? 0 : 1;
