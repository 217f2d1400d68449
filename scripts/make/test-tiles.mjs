// Generates the small .pmtiles files of the tests: `node scripts/make/test-tiles.mjs`. Needs tippecanoe (a Debian package);
// the files are committed, so that the tests do not need it.
import {spawnSync} from 'node:child_process';
import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {seededRandom} from './seeded-random.mjs';

const out = fileURLToPath(new URL('../../tests/data/sources/pmtiles/tiles/', import.meta.url));

const feature = (id, geometry, properties) => ({type: 'Feature', id, geometry, properties});

/** Returns 2,000 trees in the north of France, in clusters. */
const trees = () => {
  const next = seededRandom(1);
  return Array.from({length: 2_000}, (_, i) => {
    const clump = Math.floor(next() * 12);
    const lon = 2.5 + (clump % 4) * 0.4 + next() * 0.1;
    const lat = 50 + Math.floor(clump / 4) * 0.3 + next() * 0.1;
    return feature(
      i + 1,
      {type: 'Point', coordinates: [Number(lon.toFixed(5)), Number(lat.toFixed(5))]},
      {nom: `Arbre ${i + 1}`, essence: ['tilleul', 'saule'][i % 2]},
    );
  });
};

/** Returns two areas, one of which spans several tiles. */
const areas = () => [
  feature(
    1,
    {
      type: 'Polygon',
      coordinates: [
        [
          [2, 50],
          [4.6, 50],
          [4.6, 51],
          [2, 51],
          [2, 50],
        ],
      ],
    },
    {nom: 'Grande'},
  ),
  feature(
    2,
    {
      type: 'Polygon',
      coordinates: [
        [
          [3.01, 50.01],
          [3.02, 50.01],
          [3.02, 50.02],
          [3.01, 50.01],
        ],
      ],
    },
    {nom: 'Petite'},
  ),
];

const folder = mkdtempSync(join(tmpdir(), 'tiles-'));
for (const [name, features, options] of [
  [
    'arbres',
    trees(),
    ['-r1', '--cluster-distance=20', '--cluster-maxzoom=10', '-Z0', '-z11', '-l', 'arbres'],
  ],
  // Default options of tippecanoe: most trees are dropped at low zoom levels.
  ['clairsemes', trees(), ['-Z0', '-z11', '-l', 'arbres']],
  ['zones', areas(), ['-Z4', '-z7', '-l', 'zones']],
]) {
  const [source, target] = [`${name}.geojson`, `${name}.pmtiles`];
  writeFileSync(join(folder, source), features.map(one => JSON.stringify(one)).join('\n'));
  // Relative paths only: the command line is stored in the file.
  const words = ['-q', '-f', '-n', name, '-N', name, '-o', target, ...options, source];
  const {status} = spawnSync('tippecanoe', words, {cwd: folder, stdio: 'inherit'});
  if (status !== 0) throw new Error(`tippecanoe made no ${name}.pmtiles`);
  copyFileSync(join(folder, target), join(out, target));
}
rmSync(folder, {recursive: true});
