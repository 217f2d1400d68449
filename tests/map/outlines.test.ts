import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import {distance} from '../../src/model/geo/geo.js';
import {latAt, lonAt, worldSize} from '../../src/model/geo/mercator.js';
import {farLabels} from '../../src/map/labels/name-labels.js';
import {outlines, type Path} from '../../src/map/outlines/outlines.js';
import {homeRings} from '../../src/map/outlines/near-outlines.js';
import {planarFaces, isInside} from '../support/planar-faces.js';

/** A point within each region: its ISO 3166-2 code in the country, latitude and longitude. */
const REGIONS = {
  FR: `
    01 46.08 5.38|02 49.57 3.52|03 46.41 3.19|04 44.05 6.25|05 44.67 6.38|06 43.87 7.19
    07 44.8 4.5|08 49.54 4.62|09 42.9 1.54|10 48.31 4.16|11 43.1 2.48|12 44.29 2.66
    13 43.53 5.4|14 49.06 -0.29|15 45.16 2.75|16 45.7 0.15|17 45.84 -0.71|18 47.14 2.52
    19 45.35 1.9|21 47.4 4.77|22 48.44 -2.93|23 46.07 2.04|24 45.16 0.78|25 47.16 6.32
    26 44.74 5.13|27 49.04 0.93|28 48.36 1.37|29 48.33 -3.93|2A 41.84 9.02|2B 42.4 9.23
    30 43.99 4.19|31 43.55 1.42|32 43.68 0.54|33 44.73 -0.52|34 43.55 3.27|35 48.14 -1.66
    36 46.8 1.62|37 47.29 0.71|38 45.25 5.42|39 46.73 5.73|40 43.96 -0.79|41 47.55 1.59
    42 45.71 4.16|43 45.13 3.72|44 47.36 -1.6|45 47.9 2.19|46 44.63 1.61|47 44.38 0.45
    48 44.49 3.55|49 47.38 -0.53|50 49.16 -1.35|51 49.02 4.26|52 48.16 5.24|53 48.16 -0.64
    54 48.71 6.28|55 48.95 5.51|56 47.87 -2.89|57 49.08 6.52|58 47.15 3.57|59 50.4 3.23
    60 49.4 2.64|61 48.65 0.06|62 50.47 2.36|63 45.81 3.27|64 43.26 -0.75|65 43.06 0.14
    66 42.57 2.55|67 48.62 7.57|68 47.89 7.25|69 45.84 4.65|70 47.7 6.17|71 46.68 4.51
    72 47.97 0.17|73 45.48 6.47|74 46.05 6.52|75 48.86 2.34|76 49.59 1.15|77 48.55 2.84
    78 48.82 1.9|79 46.57 -0.3|80 49.88 2.36|81 43.8 2.14|82 44.07 1.23|83 43.41 6.27
    84 44 5.22|85 46.69 -1.32|86 46.53 0.41|87 45.85 1.22|88 48.24 6.67|89 47.77 3.64
    90 47.66 6.94|91 48.56 2.3|92 48.86 2.2|93 48.93 2.52|94 48.78 2.52|95 49.08 2.23`,
  BE: `
    BRU 50.83 4.36|VAN 51.25 4.72|VBR 50.87 4.54|VLI 51 5.41|VOV 50.97 3.83|VWV 51.03 3.02
    WBR 50.64 4.55|WHT 50.52 3.89|WLG 50.58 5.68|WLX 49.96 5.5|WNA 50.32 4.89`,
  NL: `
    DR 52.9 6.6|FL 52.55 5.56|FR 53.08 5.77|GE 52.06 5.96|GR 53.28 6.73|LI 51.22 5.93
    NB 51.6 5.16|NH 52.57 4.9|OV 52.43 6.42|UT 52.07 5.19|ZE 51.28 3.79|ZH 52.01 4.52`,
};

const {land, rivers, countries, regions, towns} = outlines();

function isLand(lat: number, lon: number): boolean {
  return land.some(polygon => polygon.filter(ring => isInside(lat, lon, ring)).length % 2 === 1);
}

describe('outlines', () => {
  it('takes at most 12 kB gzipped', () => {
    const size = ['outlines', 'rivers']
      .map(name => readFileSync(new URL(`../../src/map/outlines/${name}.data.ts`, import.meta.url)))
      .reduce((sum, file) => sum + gzipSync(file, {level: 9}).length, 0);
    assert.ok(size <= 12 * 1024, `${String(size)} B`);
  });

  it('has every coordinate in range, and no path too short to draw', () => {
    const check = (path: Path, least: number) => {
      assert.ok(
        path.length % 2 === 0 && path.length / 2 >= least,
        `${String(path.length)} numbers`,
      );
      path.forEach((degrees, i) => {
        const most = i % 2 === 0 ? 180.2 : 85;
        assert.ok(Math.abs(degrees) <= most, `${String(degrees)} at ${String(i)}`);
      });
    };
    for (const ring of land.flat()) check(ring, 3);
    for (const line of [...countries, ...regions, ...rivers]) check(line, 2);
  });

  it('leads rivers by the towns on them: the Escaut by Tournai, the Loire by Orléans', () => {
    /** Latitude, longitude, and distance in kilometres within which the river is. */
    const places: [string, number, number, number][] = [
      ['Escaut at Tournai', 50.607, 3.389, 2],
      ['Escaut at Antwerp', 51.221, 4.397, 2],
      ['Lys at Armentières', 50.689, 2.881, 2],
      ['Somme at Amiens', 49.899, 2.302, 2],
      ['Oise at Compiègne', 49.418, 2.826, 2],
      ['Meuse at Namur', 50.462, 4.867, 2],
      ['Seine at Rouen', 49.44, 1.087, 3],
      ['Marne at Châlons', 48.957, 4.363, 3],
      ['Loire at Orléans', 47.896, 1.905, 3],
      ['Rhône at Avignon', 43.951, 4.799, 3],
      ['Garonne at Toulouse', 43.6, 1.437, 3],
      ['Rhine at Cologne', 50.941, 6.964, 3],
    ];
    for (const [name, lat, lon, most] of places) {
      const far = rivers.flatMap(river =>
        Array.from({length: river.length / 2 - 1}, (_, i) => {
          const [x = NaN, y = NaN, nextX = NaN, nextY = NaN] = river.subarray(2 * i);
          const steps = [0, 0.2, 0.4, 0.6, 0.8, 1];
          return steps.map(t =>
            distance({lat, lon}, {lat: y + t * (nextY - y), lon: x + t * (nextX - x)}),
          );
        }).flat(),
      );
      assert.ok(Math.min(...far) < most * 1000, `${name}: ${String(Math.min(...far))} m`);
    }
  });

  it('draws France with its islands as the home country, and nothing of its neighbours', () => {
    const rings = homeRings();
    const isHome = (lat: number, lon: number): boolean =>
      rings.some(ring => isInside(lat, lon, ring));
    for (const [country, list] of Object.entries(REGIONS))
      for (const region of list.trim().split(/[|\n]/)) {
        const [code = '', lat, lon] = region.trim().split(' ');
        assert.equal(isHome(Number(lat), Number(lon)), country === 'FR', `${country}-${code}`);
      }
    const places: [string, number, number, boolean][] = [
      ['Cayenne', 4.5, -52.6, true],
      ['Saint-Denis', -21, 55.5, true],
      ['Fort-de-France', 14.65, -61, true],
      ['Paramaribo', 5, -56, false],
      ['Andorra', 42.55, 1.57, false],
      ['Jersey', 49.21, -2.13, false],
      ['Turin', 45.07, 7.69, false],
      ['Geneva', 46.2, 6.17, false],
      ['Freiburg', 48, 7.85, false],
      ['Bay of Biscay', 45, -3, false],
    ];
    for (const [name, lat, lon, expected] of places) assert.equal(isHome(lat, lon), expected, name);
  });

  it('distinguishes land from water', () => {
    const places: [string, number, number, boolean][] = [
      ['Ors', 50.1, 3.63, true],
      ['Lille', 50.63, 3.06, true],
      ['Brussels', 50.85, 4.35, true],
      ['Amsterdam', 52.37, 4.9, true],
      ['Ajaccio', 41.93, 8.75, true],
      ['Middelburg', 51.5, 3.61, true],
      ['Le Palais, Belle-Île', 47.33, -3.18, true],
      ['Lelystad', 52.5, 5.5, true],
      ['Saint-Denis, La Réunion', -21.1, 55.5, true],
      ['Saül, Guyane', 3.6, -53.2, true],
      ['mid-Channel', 50.3, -0.5, false],
      ['mid North Sea', 53.5, 3.5, false],
      ['Westerschelde', 51.4, 3.75, false],
      ['Oosterschelde', 51.54, 4.07, false],
      ['Rade de Brest', 48.33, -4.45, false],
      ['IJsselmeer', 52.8, 5.4, false],
      ['Lac Léman', 46.45, 6.6, false],
      ['Bay of Biscay', 45, -4, false],
    ];
    for (const [name, lat, lon, dry] of places) assert.equal(isLand(lat, lon), dry, name);
  });

  it('encloses each of 96 départements, 11 Belgian and 12 Dutch provinces', () => {
    const drawn = planarFaces([
      ...land.flat().map(ring => [...ring, ...ring.slice(0, 2)]),
      ...countries,
      ...regions,
    ]);
    const taken = new Map<number, string>();
    const counts = Object.entries(REGIONS).map(([country, points]) => {
      const entries = points.trim().split(/\|?\s*\n\s*|\|/);
      for (const entry of entries) {
        const [code = '', lat, lon] = entry.split(' ');
        const region = `${country}-${code}`;
        // The smallest face around the point: Brussels lies within the outer border of Flemish Brabant.
        const face = drawn.findIndex(({path}) => isInside(Number(lat), Number(lon), path));
        assert.ok(face >= 0, `${region} is not enclosed`);
        assert.equal(
          taken.get(face),
          undefined,
          `${region} is not parted from ${taken.get(face) ?? ''}`,
        );
        taken.set(face, region);
      }
      return entries.length;
    });
    assert.deepEqual(counts, [96, 11, 12]);
    // A larger face would have merged with its neighbours: Gironde has about 1.2 square degrees.
    for (const [face, region] of taken) assert.ok((drawn[face]?.area ?? Infinity) < 1.5, region);
  });

  it('writes no name of a sea across land, in any language and at any zoom', () => {
    for (const language of ['fr', 'nl', 'en', 'de'])
      for (let zoom = 4; zoom <= 10; zoom++)
        for (const {text, kind, x, y, road} of farLabels(zoom, language)) {
          if (kind !== 'sea' && kind !== 'strait') continue;
          const half = (text.length * (kind === 'sea' ? 22 : 12.5)) / 2;
          const angle = road?.angle ?? 0;
          const size = worldSize(zoom);
          const isCrossed = [-6, 6].flatMap(across =>
            [...Array(50).keys()].map(i => {
              const along = half * (i / 24.5 - 1);
              const right = along * Math.cos(angle) - across * Math.sin(angle);
              const down = along * Math.sin(angle) + across * Math.cos(angle);
              return isLand(latAt(y + down / size), lonAt(x + right / size));
            }),
          );
          // The English Channel is longer than the Channel is wide: a letter of it may touch Cornwall.
          const crossed = isCrossed.filter(Boolean).length;
          assert.ok(crossed <= 3, `${text} at zoom ${String(zoom)}: ${String(crossed)} %`);
        }
  });

  it('labels towns in four languages, on land, and each at its own place', () => {
    assert.ok(towns.length >= 60);
    for (const {lat, lon, minZoom, names} of towns) {
      assert.ok(
        Number.isFinite(lat) && Number.isFinite(lon) && minZoom >= 4 && minZoom <= 9,
        names.fr,
      );
      for (const name of Object.values(names)) assert.match(name, /^\p{Lu}[\p{L} -]+$/u);
      // Harbours may lie a few pixels off where the coast is simplified.
      const near = [0, 0.04, -0.04].flatMap(dy =>
        [0, 0.06, -0.06].map(dx => isLand(lat + dy, lon + dx)),
      );
      assert.ok(near.includes(true), `${names.fr} is at sea`);
    }
    assert.equal(
      new Set(towns.map(({lat, lon}) => `${String(lat)},${String(lon)}`)).size,
      towns.length,
    );

    const named = (french: string) => towns.find(town => town.names.fr === french)?.names;
    assert.deepEqual(named('Lille'), {fr: 'Lille', nl: 'Rijsel', en: 'Lille', de: 'Lille'});
    assert.deepEqual(named('Courtrai'), {
      fr: 'Courtrai',
      nl: 'Kortrijk',
      en: 'Kortrijk',
      de: 'Kortrijk',
    });
    assert.deepEqual(named('Gand'), {fr: 'Gand', nl: 'Gent', en: 'Ghent', de: 'Gent'});
  });

  it('labels a town in, or at most 45 km from the middle of, each département by zoom 9', () => {
    for (const entry of REGIONS.FR.trim().split(/\s*[|\n]\s*/)) {
      const [code, lat = NaN, lon = NaN] = entry.split(' ').map(Number);
      const distances = towns.map(town =>
        Math.hypot(
          (town.lat - lat) * 111,
          (town.lon - lon) * 111 * Math.cos((lat * Math.PI) / 180),
        ),
      );
      assert.ok(Math.min(...distances) <= 45, `${String(code)}: ${String(Math.min(...distances))}`);
    }
  });

  it('is decoded once, and always to the same data', async () => {
    assert.equal(outlines(), outlines());
    const again = '../../src/map/outlines/outlines.js?again';
    const other = (await import(again)) as {outlines: typeof outlines};
    assert.notEqual(other.outlines(), outlines());
    assert.deepEqual(other.outlines(), outlines());
  });
});
