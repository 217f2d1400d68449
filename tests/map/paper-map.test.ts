import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {MARK_RADIUS, type PaperMark, spreadMarks} from '../../src/map/print/paper-marks.js';
import {paperView, positionIn, scaleOf} from '../../src/map/print/paper-view.js';
import {pointsAt} from '../support/map-points.js';

const SIZE = {width: 660, height: 430};
const markAt = (x: number, y: number): PaperMark => ({x, y, left: x, top: y});

/** Returns the least distance between two marks, from centre to centre. */
const leastDistance = (marks: readonly PaperMark[]): number =>
  Math.min(
    ...marks.flatMap((a, i) =>
      marks.slice(i + 1).map(b => Math.hypot(a.left - b.left, a.top - b.top)),
    ),
  );

describe('the numbered marks of a printed map', () => {
  const CASES = {
    'of a dozen projects in one town': Array.from({length: 12}, () => markAt(300, 200)),
    'of places in the corner of the sheet': Array.from({length: 9}, (_, i) => markAt(i, i / 2)),
    'of a row of near places': Array.from({length: 20}, (_, i) => markAt(200 + i * 6, 215)),
    'of ninety-nine places in a small area': Array.from({length: 99}, (_, i) =>
      markAt(300 + (i % 10) * 4, 200 + Math.floor(i / 10) * 4),
    ),
  };
  for (const [name, marks] of Object.entries(CASES))
    it(`do not cover each other, and are not cut: ${name}`, () => {
      spreadMarks(marks, SIZE.width, SIZE.height);
      assert.ok(leastDistance(marks) >= 2 * MARK_RADIUS, `nearest: ${leastDistance(marks)}`);
      for (const {left, top} of marks) {
        assert.ok(left >= MARK_RADIUS && left <= SIZE.width - MARK_RADIUS, `left: ${left}`);
        assert.ok(top >= MARK_RADIUS && top <= SIZE.height - MARK_RADIUS, `top: ${top}`);
      }
    });

  it('do not cover each other if they have two numbers, and are not cut', () => {
    const marks = Array.from({length: 12}, (_, i) => ({...markAt(300 + i, 200), half: 9}));
    spreadMarks(marks, SIZE.width, SIZE.height);
    for (const [i, a] of marks.entries())
      for (const b of marks.slice(i + 1)) {
        const across = Math.max(0, Math.abs(a.left - b.left) - a.half - b.half);
        assert.ok(Math.hypot(across, a.top - b.top) >= 2 * MARK_RADIUS);
      }
    const corner = [0, 1, 2].map(() => ({...markAt(0, 0), half: 9}));
    spreadMarks(corner, SIZE.width, SIZE.height);
    for (const {left} of corner) assert.ok(left >= MARK_RADIUS + 9, `left: ${left}`);
  });

  it('are on the side of a group that faces the others: beyond a group at the coast is the sea', () => {
    const groups = [
      {x: 100, y: 60, radius: 20},
      {x: 200, y: 200, radius: 30},
      {x: 300, y: 260, radius: 20},
    ];
    const mark = markAt(96, 44);
    spreadMarks([mark], SIZE.width, SIZE.height, groups);
    assert.ok(mark.left > 100 && mark.top > 60, `${mark.left}, ${mark.top}`);
    assert.ok(Math.hypot(mark.left - 100, mark.top - 60) >= 20 + MARK_RADIUS);
  });

  it('stay at their places if there is room', () => {
    const marks = [markAt(100, 100), markAt(400, 300)];
    spreadMarks(marks, SIZE.width, SIZE.height);
    for (const {x, y, left, top} of marks) assert.ok(Math.hypot(x - left, y - top) < 0.1);
  });

  it('are where they were when the page is printed again', () => {
    const [first, second] = [0, 1].map(() =>
      Array.from({length: 30}, (_, i) => markAt(200 + i, 200)),
    );
    for (const marks of [first, second]) spreadMarks(marks ?? [], SIZE.width, SIZE.height);
    assert.deepEqual(first, second);
  });
});

describe('the area of a printed map', () => {
  it('contains every place, with room for its mark', () => {
    const points = pointsAt([
      [50.63, 3.06],
      [51.03, 2.37],
      [50.1, 3.66],
      [50.95, 1.85],
    ]);
    const view = paperView(points, SIZE, undefined);
    assert.ok(view);
    for (let i = 0; i < points.length; i++) {
      const position = positionIn(view, points, i);
      assert.ok(position && position.x > MARK_RADIUS && position.x < SIZE.width - MARK_RADIUS);
    }
  });

  it('is that of the screen if the reader has moved the map there', () => {
    const points = pointsAt([
      [50.63, 3.06],
      [48.85, 2.35],
    ]);
    const view = paperView(points, SIZE, [2.9, 50.5, 3.2, 50.7]);
    assert.ok(view);
    assert.ok(positionIn(view, points, 0));
    assert.equal(positionIn(view, points, 1), undefined);
  });

  it('does not shrink the others for one place overseas', () => {
    const points = pointsAt([
      [50.63, 3.06],
      [50.7, 3.1],
      [50.4, 3.2],
      [50.3, 2.8],
      [50.5, 2.6],
      [-21.1, 55.5],
    ]);
    const view = paperView(points, SIZE, undefined);
    assert.ok(view);
    assert.ok(positionIn(view, points, 0));
    assert.equal(positionIn(view, points, 5), undefined);
  });

  it('is that around a single place', () => {
    const view = paperView(pointsAt([[50.63, 3.06]]), SIZE, undefined);
    assert.ok(view && view.zoom <= 8);
  });

  it('does not exist without a place', () => {
    assert.equal(paperView(pointsAt([]), SIZE, undefined), undefined);
  });

  it('has the scale of the sheet, if that is the same all over it', () => {
    const view = paperView(pointsAt([[50.4, 2.6], [50.8, 3.4]]), SIZE, undefined)!; // prettier-ignore
    // 57 km from west to east, as many as 592 units of 0.265 mm.
    const across = (view.x(3.4 / 360 + 0.5) - view.x(2.6 / 360 + 0.5)) * (0.0254 / 96);
    assert.ok(Math.abs(scaleOf(view)! / (56_700 / across) - 1) < 0.06, String(scaleOf(view)));
    const region = paperView(pointsAt([[48.8, 2.3], [51, 4.4]]), SIZE, undefined)!; // prettier-ignore
    assert.ok(scaleOf(region)! > 1_000_000, 'a region');
    assert.equal(scaleOf(paperView(pointsAt([[36, -9], [60, 20]]), SIZE, undefined)!), undefined); // prettier-ignore
  });
});
