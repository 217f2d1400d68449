import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {WorldBox} from '../../src/model/geo/mercator.js';
import {type BoxedPath, cutLines, lineCells, lineData} from '../../src/map/outlines/cut-paths.js';

const area: WorldBox = {west: 0, north: 0, east: 900, south: 900};

/** Coast with bays of twenty units, from one corner of the area to the opposite one. */
const points = Float64Array.from({length: 600}, (_, i) => {
  const n = Math.floor(i / 2);
  return 3 * n + (i % 2 ? 20 * Math.sin(n) : 20 * Math.cos(n));
});
const coast: BoxedPath = {points, box: {west: -20, north: -20, east: 920, south: 920}};

const cellsOf = (box: WorldBox): readonly string[] => lineCells(cutLines([coast], box, 1), box, 1);

/** Returns the lines of path data, each as its points. */
const linesOf = (data: string): (readonly [number, number])[][] =>
  [...data.matchAll(/M([\d.-]+) ([\d.-]+)l([^M]*)/g)].map(([, x, y, sides = '']) => {
    const numbers = sides.trim().split(' ').map(Number);
    let [atX, atY] = [Number(x), Number(y)];
    const line: (readonly [number, number])[] = [[atX, atY]];
    for (let i = 0; i < numbers.length; i += 2) {
      const [dx = 0, dy = 0] = numbers.slice(i, i + 2);
      [atX, atY] = [atX + dx, atY + dy];
      if (dx !== 0 || dy !== 0) line.push([atX, atY]);
    }
    return line;
  });
const joinsOf = (data: readonly string[]): string[] => [
  ...new Set(
    data
      .flatMap(linesOf)
      .flatMap(line => line.slice(2).map((_, i) => line.slice(i, i + 3).join(' '))),
  ),
];

describe('a coast that is drawn in cells', () => {
  const cells = cellsOf(area);

  it('has all sides and corners of the whole line', () => {
    const whole = joinsOf([lineData(cutLines([coast], area, 1), 1)]);
    assert.ok(whole.length > 200, `${whole.length} corners`);
    assert.deepEqual(joinsOf(cells).sort(), whole.sort());
  });

  it('is several paths, none of which extends over half of the area', () => {
    assert.ok(cells.length >= 3, `${cells.length} paths`);
    for (const data of cells)
      for (const axis of [0, 1] as const) {
        const positions = linesOf(data).flatMap(line => line.map(point => point[axis]));
        assert.ok(Math.max(...positions) - Math.min(...positions) < 450, data.slice(0, 60));
      }
  });

  it('has no path where there is no coast', () => {
    assert.equal(cellsOf({...area, west: 500, north: 0, south: 300}).length, 0);
  });
});
