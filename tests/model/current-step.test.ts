import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {type Extent, stepIndexAtReadingLine} from '../../src/elements/story/step-controller.js';

const HEIGHT = 900;

/** Returns the extents of steps one below the other, on a scrolled page. */
function laidOut(heights: readonly number[], scrolled: number): Extent[] {
  let top = -scrolled;
  return heights.map(height => {
    const extent = {top, bottom: top + height};
    top += height;
    return extent;
  });
}

describe('the current step of a story', () => {
  it('is the first at the top and the last at the bottom, whatever their heights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 1, max: 2000}), {minLength: 1, maxLength: 12}),
        heights => {
          const whole = heights.reduce((a, b) => a + b, 0);
          assert.equal(stepIndexAtReadingLine(laidOut(heights, 0), HEIGHT), 0);
          if (whole > HEIGHT)
            assert.equal(
              stepIndexAtReadingLine(laidOut(heights, whole - HEIGHT), HEIGHT),
              heights.length - 1,
            );
        },
      ),
    );
  });

  it('advances one by one while the page is scrolled, without skipping any', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 40, max: 1200}), {minLength: 2, maxLength: 10}),
        heights => {
          const whole = heights.reduce((a, b) => a + b, 0);
          const seen = new Set<number>();
          let last = 0;
          for (let scrolled = 0; scrolled <= whole - HEIGHT; scrolled += 5) {
            const read = stepIndexAtReadingLine(laidOut(heights, scrolled), HEIGHT);
            assert.ok(read >= last, 'never back');
            seen.add((last = read));
          }
          if (whole > 2 * HEIGHT) assert.equal(seen.size, heights.length);
        },
      ),
    );
  });

  it('is the first while everything is in view, and when there is none', () => {
    assert.equal(stepIndexAtReadingLine(laidOut([100, 100, 100], -50), HEIGHT), 0);
    assert.equal(stepIndexAtReadingLine([], HEIGHT), 0);
  });

  it('stays the last when the story has been scrolled past', () => {
    assert.equal(stepIndexAtReadingLine(laidOut([600, 600, 600], 5000), HEIGHT), 2);
  });
});
