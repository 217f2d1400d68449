import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  clipLine,
  clipRing,
  lengthOf,
  lineMidpoint,
  interiorPoint,
} from '../../src/map/shapes/clip.js';

const box = {west: 0.25, north: 0.25, east: 0.75, south: 0.75};
const place = fc.double({min: 0, max: 1, noNaN: true});
const anyLine = (least: number) =>
  fc.array(fc.tuple(place, place), {minLength: least, maxLength: 12}).map(places => places.flat());
const points = (flat: readonly number[]) =>
  Array.from({length: flat.length / 2}, (_, i) => ({x: flat[2 * i]!, y: flat[2 * i + 1]!}));
const EDGE = 1e-9;
const isInBox = ({x, y}: {x: number; y: number}) =>
  x >= box.west - EDGE && x <= box.east + EDGE && y >= box.north - EDGE && y <= box.south + EDGE;

/** True if a place is in an area, by the number of edges that a ray crosses. */
function isInRing(ring: readonly number[], x: number, y: number): boolean {
  let isInside = false;
  const all = points(ring);
  for (const [i, b] of all.entries()) {
    const a = all.at(i - 1)!;
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x))
      isInside = !isInside;
  }
  return isInside;
}

describe('clipLine', () => {
  it('keeps the inside, and cuts at the edge', () => {
    assert.deepEqual(clipLine([0.3, 0.5, 0.6, 0.5], box), [[0.3, 0.5, 0.6, 0.5]]);
    const wide = {west: 0, north: 0, east: 1, south: 1};
    // Exactly: 0.2 + (0.9 - 0.2) is not 0.9.
    assert.deepEqual(clipLine([0.2, 0.5, 0.9, 0.5], wide), [[0.2, 0.5, 0.9, 0.5]]);
    assert.deepEqual(clipLine([0, 0.5, 1, 0.5], box), [[0.25, 0.5, 0.75, 0.5]]);
    assert.deepEqual(clipLine([0, 0, 1, 0], box), []);
    const twice = [0, 0.5, 0.5, 0.5, 0.5, 0, 0.6, 0, 0.6, 0.5];
    assert.deepEqual(clipLine(twice, box), [
      [0.25, 0.5, 0.5, 0.5, 0.5, 0.25],
      [0.6, 0.25, 0.6, 0.5],
    ]);
  });

  it('keeps the same part of a line as sampling along it', () =>
    fc.assert(
      fc.property(anyLine(2), line => {
        const pieces = clipLine(line, box);
        for (const piece of pieces) assert.ok(points(piece).every(isInBox));
        const steps = 100;
        let walked = 0;
        for (let i = 2; i < line.length; i += 2) {
          const segment = line.slice(i - 2, i + 2);
          const [x = 0, y = 0, toX = 0, toY = 0] = segment;
          for (let step = 0; step < steps; step++) {
            const share = (step + 0.5) / steps;
            if (isInBox({x: x + share * (toX - x), y: y + share * (toY - y)}))
              walked += lengthOf(segment) / steps;
          }
        }
        const length = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
        assert.ok(Math.abs(length - walked) < 0.03 * line.length, `${length} and ${walked}`);
      }),
    ));
});

/** True if a place is so close to an edge of a ring that rounding decides the side. */
const isOnEdge = (ring: readonly number[], x: number, y: number) =>
  points(ring).some((b, i, all) => {
    const a = all.at(i - 1)!;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
    const share = Math.min(1, Math.max(0, along));
    return Math.hypot(x - a.x - share * dx, y - a.y - share * dy) < EDGE;
  });

describe('clipRing', () => {
  it('keeps the places that are in the area and in the box, and no others', () =>
    fc.assert(
      fc.property(
        anyLine(3),
        fc.array(fc.tuple(place, place), {minLength: 20, maxLength: 20}),
        (ring, probes) => {
          const clipped = clipRing(ring, box);
          assert.ok(points(clipped).every(isInBox));
          for (const [x, y] of probes) {
            const inside = {x: 0.26 + 0.48 * x, y: 0.26 + 0.48 * y};
            if (isOnEdge(ring, inside.x, inside.y)) continue;
            assert.equal(isInRing(clipped, inside.x, inside.y), isInRing(ring, inside.x, inside.y));
          }
        },
      ),
    ));

  it('returns the box itself if the area covers it, and nothing if it is elsewhere', () => {
    assert.deepEqual(points(clipRing([0, 0, 1, 0, 1, 1, 0, 1], box)).length, 4);
    assert.deepEqual(clipRing([0, 0, 0.1, 0, 0.1, 0.1], box), []);
  });
});

describe('placeInside', () => {
  it('is in the area, whatever its shape', () => {
    const radius = fc.double({min: 0.05, max: 0.5, noNaN: true});
    fc.assert(
      fc.property(fc.array(radius, {minLength: 3, maxLength: 12}), radii => {
        const ring = radii.flatMap((far, i) => {
          const angle = (i / radii.length) * 2 * Math.PI;
          return [0.5 + far * Math.cos(angle), 0.5 + far * Math.sin(angle)];
        });
        const found = interiorPoint([ring]);
        assert.ok(found && isInRing(ring, found.x, found.y));
      }),
    );
  });

  it('avoids a hole', () => {
    const outer = [0, 0, 1, 0, 1, 1, 0, 1];
    const hole = [0.2, 0.2, 0.9, 0.2, 0.9, 0.9, 0.2, 0.9];
    assert.deepEqual(interiorPoint([outer, hole]), {x: 0.1, y: 0.5});
  });
});

describe('middleOfLine', () => {
  it('is half way along', () => {
    assert.deepEqual(lineMidpoint([0, 0, 1, 0, 1, 3]), {x: 1, y: 1});
    assert.deepEqual(lineMidpoint([0.5, 0.5, 0.5, 0.5]), {x: 0.5, y: 0.5});
  });
});
