import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  dateSpan,
  dayNumber,
  daySpan,
  dayToDate,
  parseDate,
  yearOfDay,
  fractionalDay,
  overlaps,
} from '../../../src/model/time/period.js';

const day = (iso: string): number => Date.parse(`${iso}T00:00Z`) / 86_400_000;

describe('parseDate', () => {
  it('reads a year, a month or a day, with its precision', () => {
    const read = (text: string) => {
      const date = parseDate(text)!;
      return [date.precision, date.first, date.last];
    };
    assert.deepEqual(read('2016'), ['year', day('2016-01-01'), day('2016-12-31')]);
    assert.deepEqual(read('2016-02'), ['month', day('2016-02-01'), day('2016-02-29')]);
    assert.deepEqual(read('2016-12'), ['month', day('2016-12-01'), day('2016-12-31')]);
    assert.deepEqual(read('2016-10-01'), ['day', day('2016-10-01'), day('2016-10-01')]);
    assert.deepEqual(read('0099'), ['year', day('0099-01-01'), day('0099-12-31')]);
    assert.deepEqual(read('-000300'), ['year', day('-000300-01-01'), day('-000300-12-31')]);
  });

  it('keeps the written day of a time, regardless of its offset', () => {
    for (const time of ['T23:30', 'T23:30Z', 'T00:15+14:00', 'T23:59:60.5-11:00', 'T24:00']) {
      const date = parseDate(`2016-10-01${time}`);
      assert.deepEqual([date?.precision, date?.first], ['time', day('2016-10-01')], time);
    }
  });

  const none = [
    ...['', ' 2016', '2016 ', '16', '201610', '20161001', '02016', '+2016', '2016-1', '2016-13'],
    ...['2016-00', '2016-02-30', '2015-02-29', '2016-10-00', '2016-10-32', '2016-W10', '2016-274'],
    ...['2016-10-01T', '2016-10-01T10', '2016-10-01T25:00', '2016-10-01T24:30'],
    ...['2016-10-01T10:60', '2016-10-01T10:00:61', '2016-10-01 10:00', '2016-10-01T10:00 Paris'],
    ...['01/10/2016', 'oct. 2016', '+999999', '-999999-01', '２０１６', '2016\n'],
  ];
  for (const text of none) {
    it(`rejects ${JSON.stringify(text)}`, () => assert.equal(parseDate(text), undefined));
  }

  it('reads every valid day', () => {
    const [min, max] = [new Date('-200000-01-01T00:00Z'), new Date('+200000-01-01T00:00Z')];
    fc.assert(
      fc.property(fc.date({min, max, noInvalidDate: true}), date => {
        const iso = date.toISOString();
        const number = Math.floor(date.getTime() / 86_400_000);
        assert.equal(parseDate(iso.slice(0, iso.indexOf('T')))?.first, number);
        assert.ok(Math.abs(fractionalDay(parseDate(iso)!) - date.getTime() / 86_400_000) < 2e-5);
        assert.equal(dayToDate(number).toISOString().split('T')[0], iso.split('T')[0]);
      }),
    );
  });
});

describe('daySpan', () => {
  it('is open if there is no end', () => {
    const open = {first: day('2016-01-01'), last: Infinity};
    assert.deepEqual(daySpan({start: '2016'}), open);
    assert.deepEqual(daySpan({start: '2016', end: null}), open);
  });

  it('has the days of its start if its end is unknown', () =>
    assert.deepEqual(daySpan({start: '2016', end: ''}), {
      first: day('2016-01-01'),
      last: day('2016-12-31'),
    }));

  it('is swapped if it ends before it starts', () =>
    assert.deepEqual(daySpan({start: '2020', end: '2016-10'}), {
      first: day('2016-10-01'),
      last: day('2020-12-31'),
    }));

  it('may have no start, and is undefined without both', () => {
    assert.deepEqual(daySpan({end: '2016'}), {first: -Infinity, last: day('2016-12-31')});
    for (const nothing of [undefined, {}, {start: 'hier'}, {start: '', end: null}])
      assert.equal(daySpan(nothing), undefined);
  });

  it('overlaps a span that shares a day', () => {
    const span = (start: string, end: string) => daySpan({start, end})!;
    assert.ok(overlaps(span('2014', '2016'), dateSpan('2016-12-31')!));
    assert.ok(!overlaps(span('2014', '2016'), dateSpan('2017')!));
    assert.ok(overlaps(dateSpan('2016')!, span('2010', '2020')));
  });
});

describe('a programme’s dates', () => {
  const zones = ['Etc/GMT+12', 'Pacific/Kiritimati', 'Europe/Paris', 'America/St_Johns'];
  // A clock change, the turn of a year, the ends of a programme.
  const dates = ['2021-01-01', '2027-12-31', '2026-03-29', '2026-10-25', '2016', '2016-10'];
  const here = dates.map(text => {
    const {first, last} = parseDate(text)!;
    return [first, last, yearOfDay(first), dayToDate(first).toISOString()];
  });

  it('are the calendar dates', () => {
    assert.equal(here[0]![0], dayNumber(2021, 1, 1));
    assert.equal(here[0]![3], '2021-01-01T00:00:00.000Z');
  });

  for (const TZ of zones) {
    it(`never shift by a day in ${TZ}`, () => {
      const module = new URL('../../../src/model/time/period.ts', import.meta.url).href;
      const script = `
        import {parseDate, yearOfDay, dayToDate} from ${JSON.stringify(module)};
        console.log(JSON.stringify([new Date(2026, 0, 1).getTimezoneOffset(), ${JSON.stringify(dates)}.map(text => {
          const {first, last} = parseDate(text);
          return [first, last, yearOfDay(first), dayToDate(first).toISOString()];
        })]));`;
      const args = ['--import', 'tsx', '--input-type=module', '-e', script];
      const said = execFileSync(process.execPath, args, {env: {...process.env, TZ}});
      const [offset, there] = JSON.parse(String(said)) as [number, unknown];
      assert.equal(offset, {'Etc/GMT+12': 720, 'Pacific/Kiritimati': -840}[TZ] ?? offset);
      assert.deepEqual(there, here);
    });
  }
});
