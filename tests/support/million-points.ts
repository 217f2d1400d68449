// Writes an archive of a million points, checks that each counts once at each zoom level, and prints the effort as JSON.
// A process of its own, so that its memory can be measured.
import {PMTiles} from 'pmtiles';
import {VectorTile} from '@mapbox/vector-tile';
import {PbfReader} from 'pbf';
import {pmtilesArchive} from '../../portal/src/publish/tiles/pmtiles-archive.js';
import {PointPyramid} from '../../portal/src/publish/tiles/point-tiles.js';

const COUNT = Number(process.argv[2] ?? 1_000_000);
const TOWNS = 300;
const KINDS = ['Arbre remarquable', 'Puits', 'Chapelle', 'Mare', 'Ferme', 'Lavoir'];

let state = 59;
const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

const [lon, lat] = [new Float64Array(COUNT), new Float64Array(COUNT)];
const towns = Array.from({length: TOWNS}, () => [-4 + 12 * random(), 43 + 8 * random()] as const);
for (let i = 0; i < COUNT; i++) {
  const [east, north] = towns[Math.floor(random() * TOWNS)] ?? [0, 0];
  const spread = random() < 0.5 ? 0.08 : 0.8;
  lat[i] = north + normal() * spread;
  lon[i] = east + 1.5 * normal() * spread;
}

const before = process.cpuUsage();
const start = performance.now();
const pyramid = new PointPyramid(
  {
    lon,
    lat,
    fieldsAt: i => {
      const type = KINDS[i % KINDS.length] ?? '';
      return {id: `fiche-${i}`, title: `${type} ${i}`, type, url: `../ressources/fiche-${i}/`};
    },
  },
  'resources',
);
const {maxZoom, bounds} = pyramid;
const bytes = pmtilesArchive(pyramid.tiles(), {minZoom: 0, maxZoom, bounds, metadata: {}});
const wallSeconds = (performance.now() - start) / 1000;
const {user, system} = process.cpuUsage(before);
const megabytes = process.resourceUsage().maxRSS / 1000;

const archive = new PMTiles({
  getKey: () => 'million',
  getBytes: (offset, length) =>
    Promise.resolve({data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer}),
});
const countOf = async (zoom: number, x: number, y: number): Promise<number> => {
  const tile = await archive.getZxy(zoom, x, y);
  if (!tile) return 0;
  const layer = new VectorTile(new PbfReader(tile.data)).layers['resources'];
  let sum = 0;
  for (let i = 0; i < (layer?.length ?? 0); i++)
    sum += Number(layer?.feature(i).properties['point_count'] ?? 1);
  return sum;
};

/** Returns the number of points in each tile of a zoom level, from their coordinates. */
const expectedAt = (zoom: number): Map<string, number> => {
  const found = new Map<string, number>();
  const size = 2 ** zoom;
  for (let i = 0; i < COUNT; i++) {
    const angle = ((lat[i] ?? 0) * Math.PI) / 180;
    const x = Math.floor((((lon[i] ?? 0) + 180) / 360) * size);
    const y = Math.floor((0.5 - Math.asinh(Math.tan(angle)) / (2 * Math.PI)) * size);
    found.set(`${x}/${y}`, (found.get(`${x}/${y}`) ?? 0) + 1);
  }
  return found;
};

let wrongTiles = 0;
for (const zoom of [0, 5, 9, maxZoom])
  for (const [place, count] of expectedAt(zoom)) {
    const [x = 0, y = 0] = place.split('/').map(Number);
    if ((await countOf(zoom, x, y)) !== count) wrongTiles++;
  }
console.log(
  JSON.stringify({
    wallSeconds,
    cpuSeconds: (user + system) / 1e6,
    megabytes,
    fileMegabytes: bytes.length / 1e6,
    wrongTiles,
  }),
);
