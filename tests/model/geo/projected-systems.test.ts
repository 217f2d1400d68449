import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {distance} from '../../../src/model/geo/geo.js';
import {findSystem, recognizeSystem} from '../../../src/model/geo/projected-systems.js';

// Metres computed with proj4js 2.22.0 from the parameters of the EPSG Dataset; those of Middelburg with the series of
// Schreutelkamp and Strang van Hees (2001).
const PLACES = [
  [2154, 'Lille', [704_499.9, 7_060_006.1], {lat: 50.637, lon: 3.0635}],
  [3942, 'Ajaccio', [2_175_652, 1_206_971.3], {lat: 41.9192, lon: 8.7386}],
  [3950, 'Lille', [1_704_492.1, 9_270_854.1], {lat: 50.637, lon: 3.0635}],
  [3812, 'Tournai', [580_644.7, 644_329.6], {lat: 50.6056, lon: 3.3889}],
  [31370, 'Tournai', [80_641.4, 144_337.2], {lat: 50.6056, lon: 3.3889}],
  [28992, 'Middelburg', [31_664.7, 391_477.7], {lat: 51.4988, lon: 3.6109}],
  [2056, 'Genève', [2_500_016, 1_117_821.1], {lat: 46.2044, lon: 6.1432}],
  [31466, 'Köln', [2_567_542.8, 5_645_133.3], {lat: 50.9375, lon: 6.9603}],
  [31467, 'Hannover', [3_549_922, 5_804_983.2], {lat: 52.3759, lon: 9.732}],
  [4647, 'Münster', [32_405_600.6, 5_757_558.6], {lat: 51.9607, lon: 7.6261}],
  [21781, 'Zürich', [683_303.9, 247_925.6], {lat: 47.3769, lon: 8.5417}],
  [2169, 'Luxembourg', [77_244.8, 75_230.9], {lat: 49.6117, lon: 6.13}],
  [27700, 'Canterbury', [615_095.5, 157_920.2], {lat: 51.2798, lon: 1.0828}],
  [27572, 'Lille', [651_543.8, 2_627_209.1], {lat: 50.637, lon: 3.0635}],
  [3857, 'Lille', [341_027.3, 6_557_332.7], {lat: 50.637, lon: 3.0635}],
  [25831, 'Lille', [504_490.4, 5_609_461.1], {lat: 50.637, lon: 3.0635}],
  [32632, 'Strasbourg', [407_949.4, 5_380_786.1], {lat: 48.5734, lon: 7.7521}],
  [5490, 'Fort-de-France', [708_260.3, 1_614_970.9], {lat: 14.6, lon: -61.0667}],
  [2972, 'Cayenne', [352_980.2, 545_868.9], {lat: 4.9372, lon: -52.326}],
  [2975, 'Saint-Denis', [338_568.3, 7_690_475.4], {lat: -20.8789, lon: 55.4481}],
  [4471, 'Mamoudzou', [524_735.4, 8_587_115.8], {lat: -12.7806, lon: 45.2279}],
] as const;

describe('metres of a coordinate reference system', () => {
  for (const [code, town, [x, y], place] of PLACES)
    it(`EPSG:${code} are the degrees of ${town}`, () => {
      // The formulas of Switzerland are approximate.
      const maxError = code === 2056 ? 3 : 0.5;
      const found = findSystem(code)?.toDegrees(x, y);
      assert.ok(found && distance(found, place) < maxError, JSON.stringify(found));
    });

  it('are those of Web Mercator under the codes of Esri too', () => {
    assert.equal(findSystem(102_100)?.code, 'EPSG:3857');
  });

  it('are not known for degrees and for other codes', () => {
    assert.equal(findSystem(4326), undefined);
    assert.equal(findSystem(NaN), undefined);
    assert.equal(findSystem(32_661), undefined);
  });
});

describe('coordinates without a stated system', () => {
  for (const [code, town, position] of PLACES.slice(0, 10))
    it(`are recognized as EPSG:${code} in ${town}`, () => {
      assert.equal(recognizeSystem([position])?.code, `EPSG:${code}`);
    });

  it('are recognized as Lambert 93 in all corners of France', () => {
    // Brest, Dunkerque, Menton, Bastia, Perpignan.
    const corners = [
      [146_636, 6_836_217],
      [652_709, 7_104_380],
      [1_062_188, 6_307_099],
      [1_228_546, 6_199_421],
      [690_546, 6_177_890],
    ] as const;
    for (const corner of corners) assert.equal(recognizeSystem([corner])?.code, 'EPSG:2154');
  });

  it('are recognized as the Dutch grid in all corners of the Netherlands', () => {
    // Sluis, Vaals, Texel, Bad Nieuweschans.
    for (const corner of [
      [15_600, 369_900],
      [199_400, 308_400],
      [115_600, 562_800],
      [276_100, 578_600],
    ] as const)
      assert.equal(recognizeSystem([corner])?.code, 'EPSG:28992');
  });

  it('are those of Great Britain for British places, which might be Belgian or Dutch by their numbers', () => {
    // Plymouth and Bangor.
    for (const [position, other] of [
      [[247_737, 55_040], 'EPSG:31370'],
      [[258_000, 372_000], 'EPSG:28992'],
    ] as const) {
      assert.equal(recognizeSystem([position])?.code, other);
      assert.equal(recognizeSystem([position], true)?.code, 'EPSG:27700');
    }
    assert.equal(recognizeSystem([[704_500, 7_060_006]], true), undefined);
  });

  it('are not recognized if places lie in several countries, or if there is none', () => {
    // Lille, and Middelburg in the Dutch grid.
    assert.equal(
      recognizeSystem([
        [704_500, 7_060_006],
        [31_606, 391_613],
      ]),
      undefined,
    );
    assert.equal(recognizeSystem([]), undefined);
  });
});
