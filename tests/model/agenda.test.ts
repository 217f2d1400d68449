import assert from 'node:assert/strict';
import {isoDay} from '../../src/model/time/period.js';
import {describe, it} from 'node:test';
import {
  type AgendaDay,
  upcomingDays,
  eventSpan,
  isUpcoming,
  pastDays,
  localDayNumber,
  eventTimeZone,
} from '../../src/model/agenda.js';
import type {PortalEvent} from '../../src/model/records.js';

const day = (iso: string): number => Date.parse(`${iso}T00:00Z`) / 86_400_000;
const eventAt = (
  id: string,
  start?: string,
  end?: string | null,
  timezone?: string,
): PortalEvent => ({
  id,
  period: {start, end},
  timezone,
});

const read = (days: readonly AgendaDay[]): readonly string[] =>
  days.map(({date, events}) =>
    [date ? isoDay(date.first) : 'on', ...events.map(({id}) => String(id))].join(' '),
  );

describe('comingDays', () => {
  const today = day('2026-10-24');

  it('puts the next day first, and events without a time before those with one', () => {
    const days = upcomingDays(
      [
        eventAt('evening', '2026-10-25T20:00'),
        eventAt('next', '2026-11-02'),
        eventAt('noon', '2026-10-25T12:00+01:00'),
        eventAt('all-day', '2026-10-25'),
        eventAt('today', '2026-10-24T08:00', '2026-10-24T09:00'),
      ],
      today,
    );
    assert.deepEqual(read(days), [
      '2026-10-24 today',
      '2026-10-25 all-day noon evening',
      '2026-11-02 next',
    ]);
  });

  it('lists ongoing events first, each event once', () => {
    const days = upcomingDays(
      [
        eventAt('now', '2026-10-24', '2026-10-30'),
        eventAt('show', '2026-03-01', '2026-12-31'),
        eventAt('month', '2026-10'),
        eventAt('over', '2026-10-01', '2026-10-23'),
      ],
      today,
    );
    assert.deepEqual(read(days), ['on show', '2026-10-01 month', '2026-10-24 now']);
  });

  it('treats an event without an end as over after its first day', () => {
    assert.ok(isUpcoming(eventAt('a', '2026-10-24T08:00'), today));
    assert.ok(!isUpcoming(eventAt('a', '2026-10-23T08:00'), today));
    assert.ok(!isUpcoming(eventAt('a', '2026-10-23', null), today));
    assert.ok(isUpcoming(eventAt('a', '2026'), today));
    assert.ok(!isUpcoming(eventAt('a'), today));
  });

  it('computes the day in the time zone of the place', () => {
    const night = eventAt('night', '2026-10-23T22:30Z', null, 'Europe/Paris');
    assert.deepEqual(read(upcomingDays([night], today)), ['2026-10-24 night']);
    assert.deepEqual(eventSpan(eventAt('w', '2026-10-24T00:30+02:00', null, 'America/New_York')), {
      first: day('2026-10-23'),
      last: day('2026-10-23'),
    });
  });
});

describe('pastDays', () => {
  it('puts the latest first, and leaves out events that are not over', () => {
    const days = pastDays(
      [
        eventAt('old', '2003-12'),
        eventAt('b', '2026-10-22'),
        eventAt('on', '2026-10-20', '2026-11-01'),
        eventAt('c', '2026-10-22T10:00'),
      ],
      day('2026-10-24'),
    );
    assert.deepEqual(read(days), ['2026-10-22 c b', '2003-12-01 old']);
  });
});

describe('zoneOf', () => {
  it('returns the named zone, otherwise Paris, otherwise the UTC offset of the time', () => {
    assert.deepEqual(eventTimeZone(eventAt('a', '2026-10-24T10:00', null, 'Europe/Brussels')), {
      name: 'Europe/Brussels',
    });
    assert.deepEqual(eventTimeZone(eventAt('a', '2026-10-24T10:00', null, 'Ailleurs')), {
      name: 'Europe/Paris',
    });
    assert.deepEqual(eventTimeZone(eventAt('a', '2026-10-24T10:00+02:00')), {name: 'Europe/Paris'});
    // The summer offset on a date in winter: not Paris.
    assert.deepEqual(eventTimeZone(eventAt('a', '2026-12-24T10:00+02:00')), {offset: 7_200_000});
  });
});

describe('todayOf', () => {
  it('returns the day in the reader’s time zone, at any hour', () => {
    assert.equal(localDayNumber(new Date(2026, 9, 24, 23, 59)), day('2026-10-24'));
    assert.equal(localDayNumber(new Date(2026, 9, 24)), day('2026-10-24'));
  });
});
