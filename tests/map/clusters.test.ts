import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import Supercluster from 'supercluster';
import {
  Clusters,
  inReadingOrder,
  gridOptionsFor,
  MAX_GROUPS,
} from '../../src/map/markers/clusters.js';
import {markRadius} from '../../src/map/markers/grid.js';
import type {Group} from '../../src/map/markers/group-set.js';
import {
  latAt,
  lonAt,
  type WorldBox,
  worldSize,
  worldX,
  worldY,
} from '../../src/model/geo/mercator.js';
import {pointsAt, type TestPlace} from '../support/map-points.js';

const WORLD: WorldBox = {west: 0, north: 0, east: 1, south: 1};
/** Mesh of the records in these tests: a few already form a group. */
const MESH = {cellSize: 56, maxRounds: 3};
const FINE = gridOptionsFor(800, 450, 1);
const meshes = fc.constantFrom(MESH, FINE);
const WIDTH = 800;
const HEIGHT = 450;

/** Returns the view of a map of 800 by 450 pixels around a place. */
function viewAt(lat: number, lon: number, zoom: number, width = WIDTH, height = HEIGHT): WorldBox {
  const [x, y] = [worldX(lon), worldY(lat)];
  const [dx, dy] = [width / worldSize(zoom) / 2, height / worldSize(zoom) / 2];
  return {west: x - dx, north: y - dy, east: x + dx, south: y + dy};
}

/** Returns the groups in a view, in reading order. */
const visibleGroups = (clusters: Clusters, box: WorldBox, zoom: number, mesh = MESH): Group[] =>
  inReadingOrder(clusters.groupsInView(box, zoom, mesh).groups, zoom);

const count = (groups: readonly Group[]) =>
  groups.reduce((sum, {members}) => sum + members.length, 0);

/** Returns all data of a group. */
const groupData = ({
  x,
  y,
  recordCount: records,
  categoryCounts: families,
  firstPoint: first,
  pointCount: size,
  members,
}: Group) => [[x, y, records, first, size], families, [...members]];

/** Returns a comparable form of a group: its records, and its position to a thousandth of a pixel. */
const comparableGroup = ({x, y, categoryCounts: families, members}: Group, zoom: number) => {
  const size = worldSize(zoom) * 1000;
  const pixel = (value: number) => Math.round((value + 1) * size) % size;
  return `${members.join()} ${families.join()} ${String(pixel(x))} ${String(pixel(y))}`;
};

/** Records close together and far apart, some without coordinates, some at exactly the same place. */
const places = (least = 0, most = 120) =>
  fc.array(
    fc
      .tuple(
        fc.constantFrom<readonly [number, number]>(
          [50.63, 3.06],
          [50.1, 3.63],
          [48.86, 2.35],
          [-21.1, 55.5],
          [-17.7, 179.9],
          [-17.7, -179.9],
          [89, 0],
          [NaN, 3],
        ),
        fc.double({min: -0.3, max: 0.3, noNaN: true}),
        fc.double({min: -0.3, max: 0.3, noNaN: true}),
        fc.integer({min: 0, max: 3}),
      )
      .map(([[lat, lon], dLat, dLon, family]): TestPlace => {
        const coarse = family === 3 ? 0 : 1;
        return [lat + dLat * coarse, ((lon + dLon * coarse + 540) % 360) - 180, family];
      }),
    {minLength: least, maxLength: most},
  );

// A fixed seed, so that a failure is reproducible.
fc.configureGlobal({seed: 59});

describe('clusters', () => {
  it('count every record with coordinates, at each zoom at which the world fits a screen', () => {
    fc.assert(
      fc.property(places(), fc.integer({min: 0, max: 6}), meshes, (some, zoom, mesh) => {
        const clusters = new Clusters(pointsAt(some));
        const located = some.filter(([lat, lon]) => Number.isFinite(lat + lon)).length;
        assert.equal(clusters.locatedCount, located);
        const groups = clusters.groupsInBox(WORLD, zoom, mesh);
        assert.equal(count(groups.groups), located);
        const indices = [...groups.recordIndices()];
        assert.deepEqual(
          indices,
          some.flatMap(([lat, lon], i) => (Number.isFinite(lat + lon) ? [i] : [])),
        );
      }),
    );
  });

  it('contain each record once, at every zoom', () => {
    fc.assert(
      fc.property(places(1, 60), fc.integer({min: 0, max: 19}), meshes, (some, zoom, mesh) => {
        const clusters = new Clusters(pointsAt(some));
        const groupOf = new Map<number, string>();
        some.forEach(([lat], index) => {
          if (Number.isNaN(lat)) return;
          const group = clusters.groupOf(index, zoom, mesh);
          assert.ok(group, `record ${String(index)}`);
          assert.ok(group.members.includes(index));
          for (const member of group.members) {
            const told = comparableGroup(group, zoom);
            assert.equal(groupOf.get(member) ?? told, told);
            groupOf.set(member, told);
          }
        });
      }),
    );
  });

  it('are the same for the same view whatever the previous views, and in all overlapping views', () => {
    fc.assert(
      fc.property(
        places(1),
        fc.integer({min: 3, max: 15}),
        fc.double({min: -400, max: 400, noNaN: true}),
        fc.double({min: -200, max: 200, noNaN: true}),
        meshes,
        (some, zoom, right, down, mesh) => {
          const [lat, lon] = some.find(([north]) => Math.abs(north) < 60) ?? [50, 3];
          const box = viewAt(lat, lon, zoom);
          const [dx, dy] = [right / worldSize(zoom), down / worldSize(zoom)];
          const moved = {
            west: box.west + dx,
            north: box.north + dy,
            east: box.east + dx,
            south: box.south + dy,
          };
          const fresh = new Clusters(pointsAt(some));
          const used = new Clusters(pointsAt(some));
          for (const at of [2, 19, zoom]) visibleGroups(used, viewAt(lat, lon, at), at, mesh);
          const there = visibleGroups(used, moved, zoom, mesh);
          const here = visibleGroups(used, box, zoom, mesh);
          assert.deepEqual(
            here.map(groupData),
            visibleGroups(fresh, box, zoom, mesh).map(groupData),
          );
          const inBoth = (group: Group) =>
            [box, moved].every(
              ({west, north, east, south}) =>
                group.x > west + 1e-12 &&
                group.x < east - 1e-12 &&
                group.y > north + 1e-12 &&
                group.y < south - 1e-12,
            );
          const tellBoth = (groups: Group[]) =>
            groups.filter(inBoth).map(group => comparableGroup(group, zoom));
          assert.deepEqual(tellBoth(here), tellBoth(there));
        },
      ),
    );
  });

  it('agree with Supercluster on the number of records', () => {
    fc.assert(
      fc.property(places(1), fc.integer({min: 0, max: 5}), meshes, (some, zoom, mesh) => {
        const index = new Supercluster({maxZoom: 19}).load(
          some
            .filter(([lat]) => Number.isFinite(lat))
            .map(([lat, lon]) => ({
              type: 'Feature',
              properties: {},
              geometry: {type: 'Point', coordinates: [lon, Math.min(85, lat)]},
            })),
        );
        const theirs = index
          .getClusters([-180, -90, 180, 90], zoom)
          .reduce((sum, {properties}) => sum + (Number(properties.point_count) || 1), 0);
        assert.equal(
          count(new Clusters(pointsAt(some)).groupsInBox(WORLD, zoom, mesh).groups),
          theirs,
        );
      }),
    );
  });

  it('match Supercluster in an area where no records are close', () => {
    const some: TestPlace[] = [];
    for (let lat = -60; lat <= 60; lat += 7)
      for (let lon = -170; lon <= 170; lon += 9) some.push([lat, lon]);
    const clusters = new Clusters(pointsAt(some));
    const index = new Supercluster({maxZoom: 19}).load(
      some.map(([lat, lon], id) => ({
        type: 'Feature',
        properties: {id},
        geometry: {type: 'Point', coordinates: [lon, lat]},
      })),
    );
    for (const [lat, lon, zoom] of [
      [50, 3, 6],
      [0, 0, 5],
      [-40, 170, 5],
      [-40, -175, 5],
    ] as const) {
      const box = viewAt(lat, lon, zoom);
      const theirs = index
        .getClusters([lonAt(box.west), latAt(box.south), lonAt(box.east), latAt(box.north)], zoom)
        .map(({properties}) => Number(properties['id']));
      const ours = visibleGroups(clusters, box, zoom).map(({members}) => members[0]);
      assert.deepEqual(
        ours.sort((a = 0, b = 0) => a - b),
        theirs.sort((a, b) => a - b),
      );
    }
  });

  it('include the share of each family', () => {
    const some: TestPlace[] = [
      [50.63, 3.06, 0],
      [50.63, 3.06, 0],
      [50.63, 3.06, 1],
      [50.63, 3.06, 2],
      [50.63, 3.06, 3],
      [50.63, 3.06, 9],
    ];
    const [group, ...others] = visibleGroups(new Clusters(pointsAt(some)), viewAt(50, 3, 8), 8);
    assert.ok(group);
    assert.deepEqual(others, []);
    assert.deepEqual(group.categoryCounts, [2, 1, 1, 2]);
    assert.deepEqual([...group.members], [0, 1, 2, 3, 4, 5]);
  });

  it('leave a single record exactly at its coordinates', () => {
    fc.assert(
      fc.property(
        fc.double({min: -80, max: 80, noNaN: true}),
        fc.double({min: -180, max: 180, noNaN: true}),
        fc.integer({min: 0, max: 19}),
        (lat, lon, zoom) => {
          const [group] = visibleGroups(
            new Clusters(pointsAt([[lat, lon]])),
            viewAt(lat, lon, zoom),
            zoom,
          );
          assert.ok(group);
          assert.equal(group.x % 1, worldX(lon));
          assert.equal(group.y, worldY(lat));
        },
      ),
    );
  });

  it('merge across the antimeridian, and stay within the poles', () => {
    const some: TestPlace[] = [
      [-17, 179.99],
      [-17, -179.99],
      [90, 10],
      [-90, 10],
    ];
    const clusters = new Clusters(pointsAt(some));
    for (const lon of [179.9, -179.9]) {
      const groups = visibleGroups(clusters, viewAt(-17, lon, 8), 8);
      assert.deepEqual(
        groups.map(({members}) => [...members]),
        [[0, 1]],
      );
    }
    assert.equal(count(clusters.groupsInBox(WORLD, 3, MESH).groups), 4);
    // A map wider than the world shows each record once, in the copy closest to the centre.
    const wide = viewAt(0, 170, 2, 3000, 2000);
    assert.equal(count(visibleGroups(clusters, wide, 2)), 4);
  });

  it('split as soon as possible, and become a stack if they never can', () => {
    const some: TestPlace[] = [
      [50.63, 3.06],
      [50.63, 3.06],
      [50.631, 3.061],
    ];
    const clusters = new Clusters(pointsAt(some));
    const groupAt = (index: number, zoom: number) => {
      const group = clusters.groupOf(index, zoom, MESH);
      assert.ok(group);
      return group;
    };
    const parting = clusters.expansionZoom(groupAt(0, 8), 8, 19, MESH);
    assert.ok(parting !== undefined && parting > 8 && parting <= 19);
    assert.equal(groupAt(0, parting - 1).members.length, 3);
    assert.equal(groupAt(0, parting).members.length, 2);
    assert.equal(clusters.expansionZoom(groupAt(0, parting), parting, 19, MESH), undefined);
  });

  describe('of two, from close up', () => {
    /** Records at distances in pixels from a place at zoom 13. */
    const around = (...shifts: (readonly [x: number, y: number])[]) => {
      const pixel = 360 / worldSize(13);
      return new Clusters(
        pointsAt(
          shifts.map(([x, y], i): TestPlace => [-y * pixel * 0.634, 3.06 + x * pixel, i % 2]),
        ),
      );
    };
    const marks = (clusters: Clusters, zoom = 13) =>
      visibleGroups(clusters, viewAt(0, 3.06, zoom), zoom, FINE);

    it('are two marks side by side, each over its place', () => {
      const found = marks(around([0, 0], [12, 0]));
      assert.deepEqual(found.map(({recordCount, members}) => [recordCount, ...members]), [[1, 0], [1, 1]]); // prettier-ignore
      const [a, b] = found;
      assert.ok(a && b);
      const distance = (b.x - a.x) * worldSize(13);
      assert.ok(distance > 28 && distance < 30, String(distance));
      assert.deepEqual(found.map(({categoryCounts}) => categoryCounts.indexOf(1)), [0, 1]); // prettier-ignore
    });

    it('stay one from afar, at one place, and where others are beside them', () => {
      const pair = around([0, 0], [12, 0]);
      assert.equal(marks(pair, 11).length, 1);
      assert.equal(marks(around([0, 0], [0, 0])).length, 1);
      assert.deepEqual(
        marks(around([0, 0], [12, 0], [42, 0])).map(({recordCount}) => recordCount),
        [2, 1],
      );
    });

    it('are found by their records, and are no group to open', () => {
      const pair = around([0, 0], [12, 0]);
      assert.deepEqual([...(pair.groupOf(1, 13, FINE)?.members ?? [])], [1]);
      const group = pair.groupOf(0, 11, FINE);
      assert.ok(group);
      assert.equal(pair.expansionZoom(group, 11, 19, FINE), 12);
    });
  });

  it('have marks whose sizes tell few from many', () => {
    assert.ok(markRadius(760) > 1.7 * markRadius(6));
    assert.ok(markRadius(2) > markRadius(1) && markRadius(1_000_000) <= 34);
  });

  it('are never more than 300 in a view, and hardly overlap', () => {
    const some: TestPlace[] = [];
    for (let i = 0; i < 20_000; i++)
      some.push([50 + ((i * 0.618034) % 1) * 2, 2 + ((i * 0.7548777) % 1) * 4, i % 4]);
    const clusters = new Clusters(pointsAt(some));
    for (const [width, height] of [
      [320, 300],
      [860, 635],
      [1280, 800],
      [3840, 2160],
    ] as const)
      for (const zoom of [4, 7, 9, 11, 14]) {
        const box = viewAt(51, 4, zoom, width, height);
        const groups = visibleGroups(
          clusters,
          box,
          zoom,
          gridOptionsFor(width, height, some.length),
        );
        assert.ok(
          groups.length <= MAX_GROUPS,
          `${String(groups.length)} at ${String(width)}, ${String(zoom)}`,
        );
      }
  });

  it('of 500 records or fewer contain only records that would overlap', () => {
    fc.assert(
      fc.property(places(1), fc.integer({min: 4, max: 12}), (some, zoom) => {
        const clusters = new Clusters(pointsAt(some));
        const pixels = (index: number): [number, number] => [
          (clusters.x[index] ?? NaN) * worldSize(zoom),
          (clusters.y[index] ?? NaN) * worldSize(zoom),
        ];
        const near = (a: number, b: number) => {
          const [[ax, ay], [bx, by]] = [pixels(a), pixels(b)];
          const across = Math.abs(ax - bx);
          return Math.hypot(Math.min(across, worldSize(zoom) - across), ay - by) < 48;
        };
        some.forEach(([lat], index) => {
          if (Number.isNaN(lat)) return;
          const {length} = some.filter(([other], i) => Number.isFinite(other) && near(index, i));
          const size = clusters.groupOf(index, zoom, FINE)?.pointCount ?? 0;
          if (size > 1) assert.ok(length > 1, `record ${String(index)} lies on no other`);
        });
      }),
    );
    const two = (apart: number) => {
      const points = pointsAt([
        [0, 0],
        [0, (apart * 360) / worldSize(8)],
      ]);
      return visibleGroups(new Clusters(points), viewAt(0, 0, 8), 8, FINE).length;
    };
    assert.deepEqual([two(30), two(26)], [2, 1]);
  });

  it('do not overlap where the records are evenly spaced, as those of a raster', () => {
    for (const [columns, across, down] of [
      [15, 0.14, 0.06],
      [20, 0.1, 0.07],
      [300, 0.01, 0],
    ] as const) {
      const some = [...Array(300).keys()].map((i): TestPlace => {
        const row = Math.floor(i / columns);
        return [49.9 + row * down, 2.2 + (i - row * columns) * across, i % 3];
      });
      const clusters = new Clusters(pointsAt(some));
      const view = viewAt(50.5, 3.7, 6);
      for (const zoom of [6, 7, 8, 9, 10]) {
        const groups = visibleGroups(clusters, view, zoom, FINE);
        const overlapping = groups.flatMap((a, i) =>
          groups.slice(i + 1).filter(b => {
            const reach = markRadius(a.recordCount) + markRadius(b.recordCount);
            return Math.hypot(a.x - b.x, a.y - b.y) * worldSize(zoom) < reach * 0.75;
          }),
        );
        assert.ok(overlapping.length < 2, `${String(overlapping.length)} at ${String(zoom)}`);
      }
    }
  });

  it('are ordered row by row, from north-west to south-east', () => {
    const some: TestPlace[] = [
      [48, 3],
      [51, 5],
      [51, 1],
      [48, 1],
    ];
    const groups = visibleGroups(new Clusters(pointsAt(some)), viewAt(50, 3, 7, 1200, 1200), 7);
    assert.deepEqual(
      groups.map(({members}) => members[0]),
      [2, 1, 3, 0],
    );
  });

  it('are empty without records or without space', () => {
    assert.deepEqual(visibleGroups(new Clusters(pointsAt([])), WORLD, 3), []);
    assert.deepEqual(visibleGroups(new Clusters(pointsAt([[NaN, NaN]])), WORLD, 3), []);
    const point = new Clusters(pointsAt([[50, 3]]));
    assert.deepEqual(visibleGroups(point, {west: 0.5, north: 0.3, east: 0.5, south: 0.3}, 8), []);
  });
});

describe('points that stand for several records', () => {
  it('count as that number, in any group', () => {
    fc.assert(
      fc.property(
        places(1),
        fc.array(fc.integer({min: 1, max: 5_000}), {minLength: 120, maxLength: 120}),
        (some, given) => {
          const points = pointsAt(some);
          const counts = Uint32Array.from(some, (_, i) => given[i] ?? 1);
          const groups = visibleGroups(new Clusters({...points, recordCounts: counts}), WORLD, 3);
          const located = some.flatMap(([lat], i) =>
            Number.isFinite(lat) ? [counts[i] ?? 0] : [],
          );
          const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
          assert.equal(sum(groups.map(group => group.recordCount)), sum(located));
          for (const {recordCount: records, categoryCounts: families, members} of groups) {
            assert.equal(records, sum(families));
            assert.equal(records, sum([...members].map(index => counts[index] ?? 0)));
          }
        },
      ),
    );
  });

  it('move the centre of a group towards the largest number', () => {
    const points = pointsAt([
      [50, 3],
      [50, 3.001],
    ]);
    const [group] = visibleGroups(
      new Clusters({...points, recordCounts: Uint32Array.of(99, 1)}),
      WORLD,
      3,
    );
    assert.ok(Math.abs((group?.x ?? 0) - worldX(3.00001)) < 1e-9);
  });
});
