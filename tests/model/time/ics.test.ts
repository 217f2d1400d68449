import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import {type CalendarEvent, formatCalendar} from '../../../src/model/time/ics.js';

const stamp = new Date('2026-10-01T08:00:00Z');

const walk: CalendarEvent = {
  uid: 'events/12@portail.example',
  title: 'Balade autour des remparts',
  period: {start: '2026-10-24T14:00', end: '2026-10-24T16:30'},
};

const fileOf = (...events: readonly Partial<CalendarEvent>[]): string =>
  formatCalendar(
    events.map(event => ({...walk, ...event})),
    {timestamp: stamp},
  );

/** Parses the events of a file with another library. */
const read = (file: string): InstanceType<typeof ICAL.Event>[] =>
  new ICAL.Component(ICAL.parse(file) as unknown[])
    .getAllSubcomponents('vevent')
    .map(component => new ICAL.Event(component));

const writeAndRead = (event: Partial<CalendarEvent>): InstanceType<typeof ICAL.Event> => {
  const [first, ...others] = read(fileOf(event));
  assert.equal(others.length, 0);
  assert.ok(first);
  return first;
};

const span = (event: Partial<CalendarEvent>): readonly string[] => {
  const {startDate, endDate} = writeAndRead(event);
  return [startDate.toString(), endDate.toString()];
};

describe('calendarOf', () => {
  it('writes an event that another library reads correctly', () => {
    const event = writeAndRead({
      place: 'Porte de Paris, Lille',
      geo: {lat: 50.630_123_9, lon: 3.07},
      url: 'https://portail.example/agenda/12?a=1,2;b#c',
      description: 'Rendez-vous à 14 h ;\nchaussures : oui, \\ bien sûr',
      status: 'cancelled',
    });
    assert.equal(event.uid, walk.uid);
    assert.equal(event.summary, walk.title);
    assert.equal(event.location, 'Porte de Paris, Lille');
    assert.equal(event.description, 'Rendez-vous à 14 h ;\nchaussures : oui, \\ bien sûr');
    const value = (name: string): unknown => event.component.getFirstPropertyValue(name);
    assert.deepEqual(value('geo'), [50.630124, 3.07]);
    assert.equal(value('url'), 'https://portail.example/agenda/12?a=1,2;b#c');
    assert.equal(value('status'), 'CANCELLED');
    assert.equal(String(value('dtstamp')), '2026-10-01T08:00:00Z');
  });

  it('writes a file with its producer and its name', () => {
    const file = formatCalendar([walk, {...walk, uid: '13'}], {
      timestamp: stamp,
      name: 'Agenda de Lille',
    });
    const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
    assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
    assert.ok(calendar.getFirstPropertyValue('prodid'));
    assert.equal(calendar.getFirstPropertyValue('name'), 'Agenda de Lille');
    assert.deepEqual(
      read(file).map(event => event.uid),
      [walk.uid, '13'],
    );
  });

  it('writes times as UTC, before and after clock changes', () => {
    assert.deepEqual(span({}), ['2026-10-24T12:00:00Z', '2026-10-24T14:30:00Z']);
    // A night across the clock change: five hours by the clock, six in fact.
    assert.deepEqual(span({period: {start: '2026-10-24T22:00', end: '2026-10-25T03:00'}}), [
      '2026-10-24T20:00:00Z',
      '2026-10-25T02:00:00Z',
    ]);
    assert.deepEqual(
      span({
        timezone: 'America/New_York',
        period: {start: '2026-10-24T14:00', end: '2026-10-24T20:00+02:00'},
      }),
      ['2026-10-24T18:00:00Z', '2026-10-24T18:00:00Z'],
    );
  });

  it('keeps dates as dates, with an exclusive end', () => {
    const dates = (period: CalendarEvent['period']): readonly unknown[] => {
      const {startDate, endDate} = writeAndRead({period});
      assert.ok(startDate.isDate && endDate.isDate);
      return [startDate.toString(), endDate.toString()];
    };
    assert.deepEqual(dates({start: '2026-10-24'}), ['2026-10-24', '2026-10-25']);
    assert.deepEqual(dates({start: '2026-10-24', end: '2026-10-31'}), ['2026-10-24', '2026-11-01']);
    assert.deepEqual(dates({start: '2026-10-31', end: '2026-10-24'}), ['2026-10-24', '2026-11-01']);
    assert.deepEqual(dates({start: '2026-02'}), ['2026-02-01', '2026-03-01']);
    assert.deepEqual(dates({start: '2026', end: null}), ['2026-01-01', '2027-01-01']);
    assert.deepEqual(dates({end: '2026-10-24'}), ['2026-10-24', '2026-10-25']);
    // A date with one time is treated as a date: both ends must be of one kind.
    assert.deepEqual(dates({start: '2026-10-24T14:00', end: '2026-10-25'}), [
      '2026-10-24',
      '2026-10-26',
    ]);
  });

  it('omits the end of an event without one, and swaps an end before the start', () => {
    for (const end of [undefined, null, '2026-10-24T14:00', '2026-10-24T12:00Z'])
      assert.doesNotMatch(fileOf({period: {start: '2026-10-24T14:00', end}}), /DTEND/);
    assert.deepEqual(span({period: {start: '2026-10-24T16:00', end: '2026-10-24T14:00'}}), [
      '2026-10-24T12:00:00Z',
      '2026-10-24T14:00:00Z',
    ]);
  });

  it('leaves out events without a date that a calendar can hold', () => {
    for (const start of [
      undefined,
      'bientôt',
      '-000300',
      '+012026-01-01',
      '9999-12-31T23:59-12:00',
    ])
      assert.deepEqual(read(fileOf({period: {start}}, {})).length, 1, start);
  });

  it('omits a status that calendars do not define', () => {
    assert.match(fileOf({status: 'canceled'}), /^STATUS:CANCELLED\r$/m);
    assert.match(fileOf({status: 'tentative'}), /^STATUS:TENTATIVE\r$/m);
    assert.doesNotMatch(fileOf({status: 'complet'}), /STATUS/);
  });

  it('folds lines at 75 octets, never inside a character', () => {
    const title = 'é'.repeat(40) + '👩‍🌾'.repeat(40) + 'x'.repeat(200);
    const file = fileOf({title});
    for (const line of file.split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.doesNotMatch(line, /\p{Surrogate}/u);
    }
    assert.equal(writeAndRead({title}).summary, title);
    // The maximum line length: filled to the last octet.
    assert.ok(file.split('\r\n').some(line => Buffer.byteLength(line) === 75));
  });

  it('lets no text start a line, a property or an event', () => {
    const hostile = 'a\r\nEND:VEVENT\rBEGIN:VALARM\n\u2028X:1\u0085Y:2\u0000\u000b,;\\n';
    const file = fileOf({
      uid: hostile,
      title: hostile,
      place: hostile,
      description: hostile,
      url: 'https://a.example/\r\nX-EVIL:1',
      status: 'CANCELLED\r\nX-EVIL:1',
      timezone: 'Europe/Paris\r\nX-EVIL:1',
    });
    const names = file
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .map(line => line.split(/[:;]/, 1)[0]);
    assert.deepEqual(names.slice(5), [
      'BEGIN',
      'UID',
      'DTSTAMP',
      'DTSTART',
      'DTEND',
      'SUMMARY',
      'LOCATION',
      'DESCRIPTION',
      'END',
      'END',
      '',
    ]);
    assert.doesNotMatch(file, /[^\r]\n|\r[^\n]/);
  });

  it('is read correctly by another library, for any text', () => {
    // Spaces at the ends are trimmed, other line endings become newlines, control characters are dropped.
    const words = fc
      .string({unit: 'grapheme', minLength: 1})
      .filter(text => text.trim() === text && !/\p{Cc}|\p{Zl}|\p{Zp}/u.test(text));
    fc.assert(
      fc.property(words, words, (title, place) => {
        const event = writeAndRead({title, place: `${place}\n${place}`});
        assert.equal(event.summary, title);
        assert.equal(event.location, `${place}\n${place}`);
      }),
    );
  });
});
