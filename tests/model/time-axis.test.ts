import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  type BarPosition,
  type TimeAxis,
  axisOf,
  dayPosition,
  positionOf,
  ticksOf,
  labelSide,
  yearPosition,
} from '../../src/model/time/time-axis.js';
import {dayNumber, daySpan, type Period, yearOfDay} from '../../src/model/time/period.js';

const TODAY = dayNumber(2026, 11, 24);
const span = (start?: string, end?: string) => daySpan({start, end});
const axis = (...periods: Period[]): TimeAxis | undefined => axisOf(periods.map(daySpan), TODAY);
const around = (start: string, end: string): TimeAxis => axis({start, end}) as TimeAxis;

describe('the time axis', () => {
  it('extends from the first to the last day of the years shown', () => {
    const {first, last} = around('2003-03-31', '2007-03-31');
    assert.deepEqual([first, last], [dayNumber(2003, 1, 1), dayNumber(2007, 12, 31)]);
  });

  it('extends to today for ongoing projects', () => {
    assert.equal(axis({start: '2011'})?.last, dayNumber(2026, 12, 31));
    assert.equal(axis({start: '2030'})?.last, dayNumber(2030, 12, 31));
  });

  it('is cut to the years that the page asks for, and has one at least', () => {
    const spans = [span('2000', '2006'), span('2007', '2032')];
    const years = (from?: string, to?: string) => {
      const {first, last} = axisOf(spans, TODAY, {from, to}) as TimeAxis;
      return [yearOfDay(first), yearOfDay(last)];
    };
    assert.deepEqual(years('2014'), [2014, 2032]);
    assert.deepEqual(years('2014-09-01', '2020'), [2014, 2020]);
    assert.deepEqual(years('1990', '2050'), [2000, 2032]);
    assert.deepEqual(years('2040'), [2032, 2032]);
    assert.deepEqual(years(undefined, '1980'), [2000, 2000]);
    assert.deepEqual(years('now'), [2000, 2032]);
  });

  it('is absent if nothing has a date', () => {
    assert.equal(axisOf([undefined, undefined], TODAY), undefined);
    assert.equal(axisOf([], TODAY), undefined);
  });

  it('is not distorted by a typing error in a date', () => {
    const normal = {start: '2000', end: '2010'};
    const {first, last} = axis(normal, normal, normal, {start: '0202', end: '9999'}) as TimeAxis;
    assert.ok(last - first < 151 * 366, 'as long as a life, not as an era');
  });

  it('has round years as ticks', () => {
    assert.deepEqual(ticksOf(around('2014', '2020')), [2014, 2015, 2016, 2017, 2018, 2019, 2020]);
    assert.deepEqual(
      ticksOf(around('1990', '2029')),
      [1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025],
    );
  });

  it('has fewer of them where there is less room, and one at least', () => {
    assert.deepEqual(ticksOf(around('2021', '2029'), 5), [2022, 2024, 2026, 2028]);
    assert.deepEqual(ticksOf(around('2007', '2024'), 5), [2010, 2015, 2020]);
    for (let years = 1; years < 150; years++)
      for (let first = 1990; first < 2000; first++) {
        const shown = around(String(first), String(first + years - 1));
        assert.ok(ticksOf(shown, 3).length > 0, `${first}, ${years} years`);
      }
  });
});

describe('a position on the axis', () => {
  it('is a fraction from the first to the last day', () => {
    const {start, end} = positionOf(span('2001', '2002')!, around('2000', '2003'));
    assert.ok(Math.abs(start - 366 / 1461) < 1e-9);
    assert.ok(Math.abs(end - (366 + 730) / 1461) < 1e-9);
  });

  it('reports where it is clipped', () => {
    const years = around('2007', '2013');
    const cuts = (start?: string, end?: string) => {
      const {isCutBefore, isCutAfter} = positionOf(span(start, end)!, years);
      return [isCutBefore, isCutAfter];
    };
    assert.deepEqual(cuts('2008', '2013'), [false, false]);
    assert.deepEqual(cuts('2003', '2008'), [true, false]);
    assert.deepEqual(cuts('2008', '2014'), [false, true]);
    assert.deepEqual(cuts('2008'), [false, true]);
    assert.deepEqual(cuts(undefined, '2008'), [true, false]);
  });

  it('is the same in every time zone', () => {
    const days = around('2024', '2024');
    const zone = process.env['TZ'];
    const places = ['Pacific/Kiritimati', 'Europe/Paris', 'Pacific/Pago_Pago'].map(TZ => {
      process.env['TZ'] = TZ;
      return positionOf(span('2024-03-31', '2024-10-27')!, days);
    });
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    assert.deepEqual(places[1], places[0]);
    assert.deepEqual(places[2], places[0]);
  });

  it('of today is undefined if outside the axis', () => {
    assert.equal(dayPosition(TODAY, around('2000', '2010')), undefined);
    assert.equal(dayPosition(TODAY, around('2030', '2040')), undefined);
    assert.ok(Math.abs((dayPosition(TODAY, around('2026', '2026')) ?? 0) - 327 / 365) < 1e-9);
  });
});

describe('a label', () => {
  const place = (start: number, end: number) => ({
    start,
    end,
    isCutBefore: false,
    isCutAfter: false,
  });

  const sideOf = (found: BarPosition, length: number, axisWidth = 75) =>
    labelSide(found, {within: length, beside: length}, axisWidth);

  it('is inside its bar if it fits', () => {
    assert.equal(sideOf(place(0.2, 0.6), 20), 'within');
  });

  it('is beside a bar whose soft ends leave no room in it', () => {
    assert.equal(labelSide(place(0.75, 1), {within: 18, beside: 17}, 75), 'within');
    assert.equal(labelSide(place(0.75, 1), {within: 22, beside: 17}, 75), 'before');
  });

  it('is after its bar if there is space, otherwise before it', () => {
    assert.equal(sideOf(place(0.2, 0.3), 40), 'after');
    assert.equal(sideOf(place(0.8, 0.9), 40), 'before');
    assert.equal(sideOf(place(0.8, 0.82), 10), 'after');
  });

  it('is before its bar if it fits there only, although more than a third of the axis is after it', () => {
    assert.equal(sideOf(place(0.5, 0.55), 36), 'before');
  });

  it('is not before a bar in the space of a bracket', () => {
    const [part, widths] = [place(0.8, 0.9), {within: 40, beside: 40}];
    assert.equal(labelSide(part, widths, 75), 'before');
    assert.equal(labelSide(part, widths, 75, 0.05), 'after');
  });

  it('is inside its bar on a wide axis, and beside it on a narrow one', () => {
    assert.equal(sideOf(place(0.2, 0.3), 12, 150), 'within');
    assert.equal(sideOf(place(0.2, 0.3), 12, 60), 'after');
  });

  it('is inside a bar that leaves no space beside it, however long', () => {
    assert.equal(sideOf(place(0.1, 0.95), 200), 'within');
  });
});

const year = fc.integer({min: 1000, max: 9999}).map(String);
const period = fc.record({start: year, end: fc.option(year, {nil: undefined})}, {requiredKeys: []});

describe('any axis and position', () => {
  it('keeps every bar on the axis, with a visible minimum length', () => {
    fc.assert(
      fc.property(
        fc.array(period, {minLength: 1}),
        fc.integer({min: 0, max: 60}),
        (all, length) => {
          const spans = all.map(daySpan);
          const shown = axisOf(spans, TODAY);
          for (const one of spans) {
            if (!one || !shown) continue;
            const found = positionOf(one, shown);
            const {start, end} = found;
            assert.ok(start >= 0 && end <= 1 && end - start >= 0.0059, `${start} to ${end}`);
            const side = labelSide(found, {within: length, beside: length}, 75);
            const room = {within: end - start, after: 1 - end, before: start}[side];
            assert.ok(room >= 1 / 3 - 1e-9 || room * 75 >= length, `${side} has ${room}`);
          }
        },
      ),
    );
  });

  it('has a few ticks in order, each on the axis', () => {
    fc.assert(
      fc.property(year, year, (start, end) => {
        const shown = axis({start, end}) as TimeAxis;
        const ticks = ticksOf(shown);
        const at = ticks.map(tick => yearPosition(tick, shown));
        assert.ok(ticks.length <= 10);
        assert.deepEqual(
          at,
          at.toSorted((a, b) => a - b),
        );
        assert.ok(at.every(share => share >= 0 && share < 1));
      }),
    );
  });

  it('keeps the order of days', () => {
    fc.assert(
      fc.property(period, period, (one, other) => {
        const [a, b] = [daySpan(one), daySpan(other)];
        if (!a || !b) return;
        const shown = axisOf([a, b], TODAY);
        if (!shown) return;
        const [early, late] = a.first <= b.first ? [a, b] : [b, a];
        assert.ok(positionOf(early, shown).start <= positionOf(late, shown).start);
      }),
    );
  });
});
