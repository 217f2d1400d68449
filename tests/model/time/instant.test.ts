import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  parseInstant,
  fromWallTime,
  validTimeZone,
  parseOffset,
  toWallTime,
} from '../../../src/model/time/instant.js';

const iso = (text: string, zone?: string): string | undefined => {
  const instant = parseInstant(text, zone);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

describe('instantOf', () => {
  it('uses the UTC offset of a time, regardless of the zone', () => {
    assert.equal(iso('2026-07-01T10:00:00+02:00', 'America/New_York'), '2026-07-01T08:00:00.000Z');
    assert.equal(iso('2026-07-01T10:00-0330'), '2026-07-01T13:30:00.000Z');
    assert.equal(iso('2026-07-01T10:00Z', 'Asia/Tokyo'), '2026-07-01T10:00:00.000Z');
  });

  it('uses the zone of a time without an offset, and Paris without either', () => {
    assert.equal(iso('2026-07-01T10:00', 'America/New_York'), '2026-07-01T14:00:00.000Z');
    assert.equal(iso('2026-07-01T10:00'), '2026-07-01T08:00:00.000Z');
    assert.equal(iso('2026-12-01T10:00'), '2026-12-01T09:00:00.000Z');
    assert.equal(iso('2026-07-01T10:00', 'Mars/Olympus'), '2026-07-01T08:00:00.000Z');
  });

  it('handles zones of half and quarter hours, and those more than a day apart', () => {
    assert.equal(iso('2026-01-01T00:00', 'Asia/Kathmandu'), '2025-12-31T18:15:00.000Z');
    assert.equal(iso('2026-01-01T00:00', 'Pacific/Kiritimati'), '2025-12-31T10:00:00.000Z');
    assert.equal(iso('2026-01-01T00:00', 'Pacific/Pago_Pago'), '2026-01-01T11:00:00.000Z');
    assert.equal(iso('2026-07-01T12:00', 'Australia/Lord_Howe'), '2026-07-01T01:30:00.000Z');
  });

  it('reads a time skipped by a clock change with the offset before the gap', () => {
    assert.equal(iso('2026-03-29T01:59'), '2026-03-29T00:59:00.000Z');
    assert.equal(iso('2026-03-29T02:30'), '2026-03-29T01:30:00.000Z');
    assert.equal(iso('2026-03-29T03:00'), '2026-03-29T01:00:00.000Z');
    assert.equal(iso('2026-03-08T02:30', 'America/New_York'), '2026-03-08T07:30:00.000Z');
  });

  it('takes the first of a time that occurs twice', () => {
    assert.equal(iso('2026-10-25T01:59'), '2026-10-24T23:59:00.000Z');
    assert.equal(iso('2026-10-25T02:30'), '2026-10-25T00:30:00.000Z');
    assert.equal(iso('2026-10-25T03:00'), '2026-10-25T02:00:00.000Z');
    assert.equal(iso('2026-11-01T01:30', 'America/New_York'), '2026-11-01T05:30:00.000Z');
  });

  it('handles midnight at the end of a day, a leap second, and the day that Samoa skipped', () => {
    assert.equal(iso('2026-07-01T24:00'), '2026-07-01T22:00:00.000Z');
    assert.equal(iso('2016-12-31T23:59:60Z'), '2017-01-01T00:00:00.000Z');
    assert.equal(iso('2011-12-30T12:00', 'Pacific/Apia'), '2011-12-30T22:00:00.000Z');
    assert.equal(iso('2011-12-31T12:00', 'Pacific/Apia'), '2011-12-30T22:00:00.000Z');
  });

  it('returns undefined for a date without a time', () => {
    for (const text of ['2026', '2026-07', '2026-07-01', 'demain', '']) {
      assert.equal(iso(text), undefined, text);
      assert.equal(parseOffset(text), undefined, text);
    }
  });

  it('is the inverse of the local time, for any unambiguous instant', () => {
    const zones = ['Europe/Paris', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Tehran', 'UTC'];
    const start = Date.UTC(1990, 0, 1) / 1000;
    const seconds = fc.integer({min: start, max: Date.UTC(2060, 0, 1) / 1000});
    fc.assert(
      fc.property(seconds, fc.constantFrom(...zones), (second, zone) => {
        const instant = second * 1000;
        const wall = toWallTime(instant, zone);
        const found = fromWallTime(wall, zone);
        // An hour that occurs twice is read as the first.
        assert.equal(toWallTime(found, zone), wall);
        assert.ok(found <= instant && instant - found <= 3_600_000);
      }),
    );
  });
});

describe('knownZone', () => {
  it('returns a valid zone, and undefined for an unknown one', () => {
    assert.equal(validTimeZone('Europe/Brussels'), 'Europe/Brussels');
    for (const none of [undefined, '', 'Lille', '\r\nX'])
      assert.equal(validTimeZone(none), 'Europe/Paris');
  });
});
