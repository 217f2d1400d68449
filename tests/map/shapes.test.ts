import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Clusters} from '../../src/map/markers/clusters.js';
import type {MapPoints} from '../../src/map/map-view.js';
import {lonAt, type WorldBox, worldX, worldY} from '../../src/model/geo/mercator.js';
import {clipShape, Shapes, worldShift, intersects} from '../../src/map/shapes/shapes.js';
import type {Geometry, Position} from '../../src/model/geo/geometry.js';
import {pointsAt, type TestPlace} from '../support/map-points.js';

const boxOf = (west: number, south: number, east: number, north: number): WorldBox => ({
  west: west / 360 + 0.5,
  north: worldY(north),
  east: east / 360 + 0.5,
  south: worldY(south),
});

const square = (west: number, south: number, side: number): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

function shapesOf(...records: readonly (readonly [TestPlace, Geometry | undefined])[]) {
  const points: MapPoints = {
    ...pointsAt(records.map(([place]) => place)),
    geometryAt: index => records[index]?.[1],
  };
  const clusters = new Clusters(points);
  const shapes = new Shapes(points, clusters);
  shapes.read(() => true);
  const mark = (index: number) => ({lon: lonAt(clusters.x[index]!), y: clusters.y[index]!});
  return {shapes, clusters, mark};
}

const park: Geometry = {type: 'Polygon', coordinates: [square(3, 50, 1)]};
const canal: Geometry = {type: 'LineString', coordinates: [[2, 50.5], [6, 50.5]]}; // prettier-ignore

describe('Shapes', () => {
  it('contain the lines and areas of records, not their points', () => {
    const {shapes} = shapesOf(
      [[50.5, 3.5], park],
      [[50.5, 3.5], undefined],
      [[50.5, 3.5], {type: 'Point', coordinates: [3.5, 50.5]}],
      [[50.5, 4], {type: 'MultiLineString', coordinates: [[[2, 50], [3, 50]], [[4, 50], [6, 51]]]}], // prettier-ignore
      [[NaN, NaN], park],
    );
    assert.deepEqual(
      shapes.all.map(({index, isArea, parts}) => [index, isArea, parts.length]),
      [[0, true, 1], [3, false, 2]], // prettier-ignore
    );
    assert.equal(shapes.isComplete, true);
  });

  it('are read within a time limit, and continue where they stopped', () => {
    const points = {...pointsAt([[50, 3], [50, 3], [50, 3]]), geometryAt: () => park}; // prettier-ignore
    const shapes = new Shapes(points, new Clusters(points));
    let left = 2;
    shapes.read(() => left-- > 0);
    assert.equal(shapes.all.length, 2);
    assert.equal(shapes.isComplete, false);
    shapes.read(() => true);
    assert.deepEqual(shapes.all.map(({index}) => index), [0, 1, 2]); // prettier-ignore
  });

  it('keep their marker at its own place as long as that is in view', () => {
    const {shapes, clusters, mark} = shapesOf([[50.5, 3.5], park]);
    shapes.placeMarks(boxOf(3.2, 50.2, 6, 52));
    assert.ok(Math.abs(mark(0).lon - 3.5) < 1e-9);
    assert.equal(clusters.y[0], worldY(50.5));
  });

  it('move it to a visible part otherwise, and back', () => {
    const {shapes, clusters, mark} = shapesOf([[50.5, 3.5], park], [[50.5, 4], canal]);
    const view = boxOf(3.8, 50.4, 4.8, 50.6);
    shapes.placeMarks(view);
    assert.ok(mark(0).lon > 3.8 && mark(0).lon < 4, String(mark(0).lon));
    assert.ok(mark(0).y < view.south && mark(0).y > view.north);
    assert.ok(Math.abs(mark(1).lon - 4) < 1e-9, 'its own place is in view');
    shapes.placeMarks(boxOf(5, 50.4, 5.8, 50.6));
    assert.ok(Math.abs(mark(1).lon - 5.4) < 1e-9, String(mark(1).lon));
    assert.ok(Math.abs(mark(0).lon - 3.5) < 1e-9, 'nothing of it is in view');
    shapes.resetMarks();
    assert.equal(clusters.x[1], worldX(4));
  });

  it('exclude a hole', () => {
    const ring: Geometry = {type: 'Polygon', coordinates: [square(0, 48, 6), square(1, 49, 4)]};
    const {shapes, mark} = shapesOf([[48.5, 3], ring]);
    shapes.placeMarks(boxOf(2, 50, 4, 52));
    assert.ok(Math.abs(mark(0).lon - 3) < 1e-9 && mark(0).y === worldY(48.5));
  });

  it('extend a box that contains their markers', () => {
    const {shapes} = shapesOf([[50.5, 3.5], park], [[50.5, 4], canal], [[40, 0], {type: 'Polygon', coordinates: [square(0, 40, 1)]}]); // prettier-ignore
    const around = shapes.extendBox(boxOf(3.4, 50.4, 4.1, 50.6), 2);
    assert.ok(Math.abs(around.west - (2 / 360 + 0.5)) < 1e-12);
    assert.ok(Math.abs(around.east - (6 / 360 + 0.5)) < 1e-12);
    assert.equal(around.south, worldY(50));
    assert.equal(shapes.extendBox(boxOf(3.4, 50.4, 3.6, 50.6), 0).west, boxOf(3.4, 0, 0, 0).west);
  });

  it('are clipped to a view, in the visible copy of the world', () => {
    const {shapes} = shapesOf([[50.5, 3.5], park]);
    const [shape] = shapes.all;
    const view = boxOf(363.5, 50, 366, 52);
    assert.equal(worldShift(shape!, view), 1);
    assert.equal(intersects(shape!, view), true);
    const [[ring = []] = []] = clipShape(shape!, view);
    const xs = (ring as number[]).filter((_, i) => i % 2 === 0).map(x => (x - 0.5) * 360);
    assert.ok(Math.abs(Math.min(...xs) - 363.5) < 1e-6 && Math.abs(Math.max(...xs) - 364) < 1e-6);
    assert.equal(intersects(shape!, boxOf(10, 50, 12, 52)), false);
  });

  it('are not copied if all of them is in the view', () => {
    const {shapes} = shapesOf([[50.5, 3.5], park], [[50.5, 4], canal]);
    for (const shape of shapes.all) {
      assert.equal(clipShape(shape, boxOf(1, 49, 7, 52)), shape.parts);
      assert.notEqual(clipShape(shape, boxOf(3.5, 49, 7, 52)), shape.parts);
      assert.notEqual(clipShape(shape, boxOf(361, 49, 367, 52)), shape.parts);
    }
  });
});
