import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {after, before, describe, it} from 'node:test';
import type {MultiPolygon, Polygon, Position, Ring} from '../../../src/model/geo/geometry.js';
import {MAX_GEOMETRY_LENGTH, outline} from '../../../src/model/schemas/scalar-schemas.js';
import {listen, type LocalServer} from '../../support/listen.js';
import {runShell} from './shell.js';

/** Returns a wavy square: `side` degrees, with the given number of points on each edge. */
const square = (west: number, south: number, side: number, points: number): Ring => {
  const steps = new Array(points).fill(side / points).map((step: number, i) => i * step);
  const wave = (t: number): number => (Math.sin(t * 900) * side) / 3000;
  const edges: Position[][] = [
    steps.map(t => [west + t, south + wave(t)]),
    steps.map(t => [west + side + wave(t), south + t]),
    steps.map(t => [west + side - t, south + side + wave(side - t)]),
    steps.map(t => [west + wave(side - t), south + side - t]),
  ];
  const ring = edges.flat();
  return [...ring, ring[0]!];
};
const polygon = (...coordinates: readonly Ring[]): Polygon => ({type: 'Polygon', coordinates});
const collection = (...geometries: readonly unknown[]) => ({
  type: 'FeatureCollection',
  features: geometries.map(geometry => ({type: 'Feature', properties: {}, geometry})),
});

/** Returns the area of a ring in square degrees, positive if it is counterclockwise. */
const areaOf = (ring: Ring): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[i + 1] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

const read = (out: string) => JSON.parse(out) as Polygon | MultiPolygon;

describe('npx spass-widgets outline', () => {
  const commune = polygon(square(3.6, 50.1, 0.08, 400));
  const requests: string[] = [];
  let server: LocalServer;
  before(async () => {
    const listener = createServer(({url = ''}, response) => {
      requests.push(url);
      const isKnown = /^\/(?:communes\/(?:59450|2A004)|epcis\/200030633)\?/.test(url);
      if (!isKnown) return response.writeHead(404).end();
      return response.end(JSON.stringify({type: 'Feature', properties: {}, geometry: commune}));
    });
    server = await listen(listener);
  });
  after(() => server.close());

  it('requests the outline of a commune or an EPCI by its code', async () => {
    for (const [code, path] of [
      ['59450', 'communes/59450'],
      ['2a004', 'communes/2A004'],
      ['200030633', 'epcis/200030633'],
    ] as const) {
      const {code: exit, out, err} = await runShell(`outline ${code} --api ${server.url}`);
      assert.equal(exit, 0, err);
      assert.equal(requests.at(-1), `/${path}?format=geojson&geometry=contour`);
      assert.equal(read(out).type, 'Polygon');
      assert.match(err, /^\d+ bytes\n$/);
    }
  });

  it('writes what the schema of a portal accepts, with the area and far fewer points', async () => {
    for (const side of [0.02, 1, 30]) {
      const ring = square(-5, 20, side, 3000);
      const {out} = await runShell('outline a.json', {'a.json': JSON.stringify(polygon(ring))});
      const parsed = outline.tryParse(read(out), undefined) as Polygon;
      const [kept = []] = parsed.coordinates;
      assert.ok(kept.length >= 5 && kept.length < 400, String(kept.length));
      assert.ok(Math.abs(areaOf(kept) / areaOf(ring) - 1) < 0.01, String(areaOf(kept)));
      assert.deepEqual(kept.at(-1), kept[0]);
    }
  });

  it('merges neighbours, and keeps what lies apart and large holes', async () => {
    const [hole, island] = [square(2.4, 50.4, 0.2, 5), square(5, 50, 1, 20)];
    const files = {
      '-': JSON.stringify(
        collection(
          polygon(square(2, 50, 1, 20), hole.toReversed()),
          {type: 'MultiPolygon', coordinates: [[square(3, 50, 1, 20)], [island]]},
          {type: 'Point', coordinates: [2, 50]},
          null,
        ),
      ),
    };
    const straight = {'-': files['-'].replace(/(\d+\.\d{2})\d+/g, '$1')};
    const {coordinates} = read((await runShell('outline -', straight)).out) as MultiPolygon;
    assert.deepEqual(
      coordinates.map(rings => rings.map(ring => Number(areaOf(ring).toFixed(1)))),
      [[2, -0], [1]],
    );
  });

  it('leaves out islands smaller than a cover shows, however many', async () => {
    const islands = new Array(4000).fill(0).map((_, i) => [square(i / 400, 52 + (i % 20) / 100, 0.001, 2)]); // prettier-ignore
    const coordinates = [[square(0, 50, 2, 50)], ...islands];
    const files = {'a.json': JSON.stringify({type: 'MultiPolygon', coordinates})};
    const {out} = await runShell('outline a.json', files);
    assert.equal(read(out).type, 'Polygon');
    assert.ok(out.length < MAX_GEOMETRY_LENGTH);
  });

  it('fails with a readable message, and writes no result', async () => {
    const lambert = polygon([[650000, 7000000], [660000, 7000000], [660000, 7010000], [650000, 7000000]]); // prettier-ignore
    const islands = new Array(4000).fill(0).map((_, i) => [square(i / 400, 50, 0.001, 2)]);
    const files = {
      'lambert.json': JSON.stringify(lambert),
      'points.json': JSON.stringify(collection({type: 'Point', coordinates: [2, 50]})),
      'page.html': '<html>',
      'list.json': '[1]',
      'islands.json': JSON.stringify({type: 'MultiPolygon', coordinates: islands}),
    };
    for (const [words, sentence, exit = 1] of [
      [`59999 --api ${server.url}`, /404/],
      ['59', /no file 59/],
      ['lambert.json', /lambert\.json: a position is not a longitude and a latitude in degrees/],
      ['points.json', /points\.json contains no polygon/],
      ['list.json', /list\.json contains no polygon/],
      ['page.html', /page\.html is no JSON/],
      ['islands.json', /too many/],
      ['http://example.org/a.json', /https, or on this machine/],
      ['', /one code, file or URL is needed[^]*Usage: spass-widgets outline/, 2],
      ['a.json b.json', /one code, file or URL is needed/, 2],
    ] as const) {
      const {code, out, err} = await runShell(`outline ${words}`.trim(), files);
      assert.equal(code, exit, words + err);
      assert.equal(out, '', words);
      assert.match(err, sentence);
      assert.doesNotMatch(err, / at .*\.ts:/, 'no stack');
    }
  });
});
