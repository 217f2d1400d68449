import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import ICAL from 'ical.js';
import {LoadError} from '../../../../src/data/client/errors.js';
import {open} from '../../../../src/data/sources/ics/ics.js';
import type {CollectionName, PortalEvent} from '../../../../src/model/records.js';
import {FakeServer, neverAborted} from '../../fake-server.js';

const address = 'https://commune.example/agenda.ics';
const NOW = Date.parse('2026-06-15T12:00:00Z');

async function readRecords(body: string | Uint8Array, collection: CollectionName = 'events') {
  const server = new FakeServer({'/agenda.ics': body});
  const {client, warn} = server;
  const source = open({url: address, fields: '', client, warn, now: () => NOW});
  const options = {signal: neverAborted};
  const {items, total} = await source.find(collection, {limit: Infinity}, options);
  return {items, records: [...items] as PortalEvent[], total, server};
}

const calendar = (...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//a//b', ...lines, 'END:VCALENDAR', ''].join('\r\n');

const event = (...lines: readonly string[]) => [
  'BEGIN:VEVENT',
  ...(lines.some(line => line.startsWith('UID')) ? [] : ['UID:1']),
  ...lines,
  'END:VEVENT',
];

const periods = async (...lines: readonly string[]) =>
  (await readRecords(calendar(...event(...lines)))).records.map(({period, timezone}) => [
    period.start,
    period.end,
    timezone,
  ]);

const starts = async (...lines: readonly string[]) =>
  (await readRecords(calendar(...lines))).records.map(({period}) => period.start);

describe('a calendar', () => {
  it('may have whole days as times', async () => {
    for (const [start, end] of [
      ['DTSTART;TZID=Europe/Paris:20260606T000000', 'DTEND;TZID=Europe/Paris:20260608T000000'],
      ['DTSTART:20260606T000000', 'DTEND:20260608T000000'],
    ] as const)
      assert.deepEqual(await periods(start, end), [['2026-06-06', '2026-06-07', undefined]]);
    assert.deepEqual(await periods('DTSTART:20260606T000000', 'DTEND:20260606T020000'), [
      ['2026-06-06T00:00:00', '2026-06-06T02:00:00', 'Europe/Paris'],
    ]);
  });

  it('may have a text whose line breaks are written as they are', async () => {
    const {records, server} = await readRecords(
      calendar(
        ...event('DTSTART:20260606', 'DESCRIPTION:Un', '', 'Deux, « trois »', 'SUMMARY:Fête'),
      ),
    );
    assert.deepEqual(
      records.map(({title, description}) => [title, description]),
      [['Fête', 'Un\nDeux, « trois »']],
    );
    assert.deepEqual(server.warnings, []);
  });

  it('does not repeat the address of an event in its description', async () => {
    const url = 'https://commune.example/fete';
    const {records} = await readRecords(
      calendar(
        ...event('DTSTART:20260606', `URL:${url}`, `DESCRIPTION:Sur la place.\\n${url}`),
        ...event('UID:2', 'DTSTART:20260607', `DESCRIPTION:Voir ${url}`),
      ),
    );
    assert.deepEqual(
      records.map(({description}) => description),
      ['Sur la place.', `Voir ${url}`],
    );
  });

  it('names an event without a date', async () => {
    const {server} = await readRecords(calendar(...event('SUMMARY:Fête')));
    assert.match(server.warnings.join(), /event "1" is left out: it has no date \(DTSTART\)/);
  });

  it('has events with all that an agenda shows', async () => {
    const {items, records, server} = await readRecords(
      calendar(
        ...event(
          'UID:visite@commune.example',
          'DTSTART;TZID=Europe/Paris:20260606T100000',
          'DTEND;TZID=Europe/Paris:20260606T120000',
          'SUMMARY:Visite du canal\\, avec un guide',
          'DESCRIPTION:Rendez-vous à l’écluse.\\nPrévoir de bonnes chaus',
          ' sures.',
          'LOCATION:Écluse d’Ors',
          'GEO:50.1;3.63',
          'URL:https://commune.example/visite',
          'IMAGE;VALUE=URI:https://commune.example/canal.jpg',
          'CATEGORIES:Patrimoine,Nature',
        ),
      ),
    );
    assert.deepEqual(records, [
      {
        id: 'visite@commune.example',
        title: 'Visite du canal, avec un guide',
        period: {start: '2026-06-06T10:00:00', end: '2026-06-06T12:00:00'},
        timezone: 'Europe/Paris',
        place: 'Écluse d’Ors',
        geo: {lat: 50.1, lon: 3.63},
        url: 'https://commune.example/visite',
        description: 'Rendez-vous à l’écluse.\nPrévoir de bonnes chaussures.',
        image: {src: 'https://commune.example/canal.jpg'},
      },
    ]);
    assert.deepEqual(items.geoAt(0), {lat: 50.1, lon: 3.63});
    assert.deepEqual(server.warnings, []);
  });

  it('has days without a time, the last one included', async () => {
    const day = 'DTSTART;VALUE=DATE:20260606';
    assert.deepEqual(await periods(day), [['2026-06-06', '2026-06-06', undefined]]);
    assert.deepEqual(await periods(day, 'DTEND;VALUE=DATE:20260609'), [
      ['2026-06-06', '2026-06-08', undefined],
    ]);
    assert.deepEqual(await periods(day, 'DTEND;VALUE=DATE:20260606'), [
      ['2026-06-06', '2026-06-06', undefined],
    ]);
    assert.deepEqual(await periods('DTSTART:20260606', 'DTEND;X-A=b:20260608'), [
      ['2026-06-06', '2026-06-07', undefined],
    ]);
    assert.deepEqual(await periods(day, 'DURATION:P2D'), [['2026-06-06', '2026-06-07', undefined]]);
  });

  it('has times in UTC, in a zone, in that of the calendar or in none', async () => {
    assert.deepEqual(await periods('DTSTART:20260606T080000Z', 'DURATION:PT90M'), [
      ['2026-06-06T08:00:00Z', '2026-06-06T09:30:00Z', 'Europe/Paris'],
    ]);
    assert.deepEqual(await periods('DTSTART;TZID=America/Cayenne:20260606T080000'), [
      ['2026-06-06T08:00:00', undefined, 'America/Cayenne'],
    ]);
    assert.deepEqual(await periods('DTSTART:20260606T080000'), [
      ['2026-06-06T08:00:00', undefined, 'Europe/Paris'],
    ]);
    const {records} = await readRecords(
      calendar('X-WR-TIMEZONE:Indian/Reunion', ...event('DTSTART:20260606T080000')),
    );
    assert.equal(records[0]?.timezone, 'Indian/Reunion');
  });

  it('may define a zone of its own', async () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Romance Standard Time', 'BEGIN:STANDARD'],
      ...['DTSTART:16011028T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
      ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD', 'BEGIN:DAYLIGHT'],
      ...['DTSTART:16010325T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
      ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
    ];
    const at = (start: string) => event(`DTSTART;TZID=Romance Standard Time:${start}`);
    assert.deepEqual(await starts(...zone, ...at('20260606T100000')), ['2026-06-06T08:00:00Z']);
    assert.deepEqual(await starts(...zone, ...at('20261206T100000')), ['2026-12-06T09:00:00Z']);
  });

  it('links an event without a page to the meeting on the web that is its location', async () => {
    const {records} = await readRecords(
      calendar(
        ...event('UID:a', 'DTSTART:20260606T080000', 'LOCATION:https://visio.example/a'),
        ...event('UID:b', 'DTSTART:20260606T080000', 'LOCATION:Salle 2. étage'),
      ),
    );
    assert.deepEqual(
      records.map(({url}) => url),
      ['https://visio.example/a', undefined],
    );
  });

  it('marks cancelled and tentative events, and leaves out private ones', async () => {
    const {records, server} = await readRecords(
      calendar(
        ...event('UID:a', 'DTSTART:20260606T080000', 'STATUS:CANCELLED'),
        ...event('UID:b', 'DTSTART:20260606T080000', 'STATUS:CONFIRMED'),
        ...event('UID:c', 'DTSTART:20260606T080000', 'CLASS:PRIVATE'),
        ...event('UID:d', 'DTSTART:20260606T080000', 'STATUS:Tentative'),
      ),
    );
    assert.deepEqual(
      records.map(({id, status}) => [id, status]),
      [
        ['a', 'cancelled'],
        ['b', undefined],
        ['d', 'tentative'],
      ],
    );
    assert.match(server.warnings.join(), /1 private event/);
  });

  it('is read as resources too, each event once', async () => {
    const {records} = await readRecords(
      calendar(...event('DTSTART:20260606T080000', 'RRULE:FREQ=DAILY;COUNT=5', 'SUMMARY:Visite')),
      'resources',
    );
    assert.deepEqual(records, [{id: '1', title: 'Visite', period: {start: '2026-06-06T08:00:00'}}]);
  });

  it('may be several in one file, in windows-1252, without an end', async () => {
    assert.deepEqual(
      await starts(
        ...event('UID:a', 'DTSTART:20260606T080000'),
        ...['END:VCALENDAR', 'BEGIN:VCALENDAR'],
        ...event('UID:b', 'DTSTART:20260607T080000'),
      ),
      ['2026-06-06T08:00:00', '2026-06-07T08:00:00'],
    );
    const text = calendar(...event('DTSTART:20260606T080000', 'SUMMARY:Fête'));
    const {records} = await readRecords(Uint8Array.from(text, c => c.charCodeAt(0)));
    assert.equal(records[0]?.title, 'Fête');
    const cut = await readRecords(text.slice(0, text.lastIndexOf('END:VCALENDAR')));
    assert.equal(cut.total, 1);
  });
});

describe('recurring events', () => {
  it('are expanded, from a year ago to two years ahead', async () => {
    const found = await starts(...event('DTSTART:20100101T180000', 'RRULE:FREQ=MONTHLY'));
    assert.deepEqual(
      [found[0], found.at(-1), found.length],
      ['2025-07-01T18:00:00', '2028-06-01T18:00:00', 36],
    );
  });

  it('keep the hour of the place when clocks change', async () => {
    assert.deepEqual(
      await periods(
        'DTSTART;TZID=Europe/Paris:20261024T180000',
        'DTEND;TZID=Europe/Paris:20261024T190000',
        'RRULE:FREQ=DAILY;COUNT=2',
      ),
      [
        ['2026-10-24T18:00:00', '2026-10-24T19:00:00', 'Europe/Paris'],
        ['2026-10-25T18:00:00', '2026-10-25T19:00:00', 'Europe/Paris'],
      ],
    );
  });

  it('have further dates, dates without them, and changed ones', async () => {
    const {records} = await readRecords(
      calendar(
        ...event(
          'UID:marche',
          'SUMMARY:Marché',
          'DTSTART;TZID=Europe/Paris:20260603T080000',
          'RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20260624T220000Z',
          'EXDATE;TZID=Europe/Paris:20260610T080000',
          'RDATE;TZID=Europe/Paris:20260704T080000',
        ),
        ...event(
          'UID:marche',
          'SUMMARY:Marché de nuit',
          'RECURRENCE-ID;TZID=Europe/Paris:20260617T080000',
          'DTSTART;TZID=Europe/Paris:20260617T200000',
        ),
        ...event(
          'UID:marche',
          'SUMMARY:Marché',
          'RECURRENCE-ID;TZID=Europe/Paris:20260624T080000',
          'DTSTART;TZID=Europe/Paris:20260624T080000',
          'STATUS:CANCELLED',
        ),
      ),
    );
    assert.deepEqual(
      records.map(({period, title, status}) => [period.start, title, status]),
      [
        ['2026-06-03T08:00:00', 'Marché', undefined],
        ['2026-06-17T20:00:00', 'Marché de nuit', undefined],
        ['2026-06-24T08:00:00', 'Marché', 'cancelled'],
        ['2026-07-04T08:00:00', 'Marché', undefined],
      ],
    );
    assert.equal(new Set(records.map(({id}) => id)).size, 4);
  });

  it('may be all-day', async () => {
    assert.deepEqual(
      await periods(
        'DTSTART;VALUE=DATE:20260919',
        'DTEND;VALUE=DATE:20260921',
        'RRULE:FREQ=YEARLY;COUNT=2',
        'EXDATE;VALUE=DATE:20270919',
      ),
      [['2026-09-19', '2026-09-20', undefined]],
    );
  });

  it('may be all-day, with a day that Exchange moves or excludes by its midnight', async () => {
    const {records} = await readRecords(
      calendar(
        ...event(
          'UID:atelier',
          'DTSTART;VALUE=DATE:20260602',
          'DTEND;VALUE=DATE:20260603',
          'RRULE:FREQ=WEEKLY;COUNT=4',
          'EXDATE;TZID=Europe/Paris:20260623T000000',
        ),
        ...event(
          'UID:atelier',
          'RECURRENCE-ID;TZID=Europe/Paris:20260609T000000',
          'DTSTART;VALUE=DATE:20260610',
          'DTEND;VALUE=DATE:20260611',
        ),
      ),
    );
    assert.deepEqual(
      records.map(({period}) => period.start),
      ['2026-06-02', '2026-06-10', '2026-06-16'],
    );
  });

  it('may be an exception whose series is missing', async () => {
    assert.deepEqual(
      await starts(...event('RECURRENCE-ID:20260601T080000', 'DTSTART:20260602T080000')),
      ['2026-06-02T08:00:00'],
    );
  });
});

describe('calendars that would hold up a page', () => {
  for (const rule of [
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=DAILY;INTERVAL=7;BYDAY=TU',
    'FREQ=DAILY;INTERVAL=999999999999',
    'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=SECONDLY',
    'FREQ=HOURLY;BYMONTHDAY=30;BYMONTH=2',
    'FREQ=WEEKLY;BYDAY=MO;BYMONTH=2;INTERVAL=900',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYDAY=6MO',
    'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6',
    'FREQ=NEVER',
    'COUNT=3',
    '',
  ])
    it(`are read to an end, whatever the rule: ${rule}`, async () => {
      const {total} = await readRecords(
        calendar(
          ...event('UID:a', 'DTSTART:20260601T080000', `RRULE:${rule}`),
          ...event('UID:b', 'DTSTART:20260601T080000'),
        ),
      );
      assert.ok(total >= 1 && total <= 1_001, `${total}`);
    });

  it('are bounded: daily since 1900, and a thousand dates at most', async () => {
    const {total} = await readRecords(
      calendar(...event('DTSTART:19000101T080000', 'RRULE:FREQ=DAILY;BYHOUR=8,9,10,11')),
    );
    assert.ok(total <= 1_000, `${total}`);
    const dates = [...Array(3_000).keys()].map(i => {
      const time = new Date(NOW + i * 3_600_000).toISOString().replace(/[-:]|\.000/g, '');
      return `RDATE:${time}`;
    });
    const listed = await readRecords(calendar(...event('DTSTART:20260601T080000', ...dates)));
    assert.ok(listed.total <= 1_000, `${listed.total}`);
  });

  it('are bounded: more events than a page can list', async () => {
    const events = [...Array(10_100).keys()].flatMap(i => event(`UID:${i}`, 'DTSTART:20260601'));
    const {total, server} = await readRecords(calendar(...events));
    assert.equal(total, 10_000);
    assert.match(server.warnings.join(), /only the first 10000 of 10100 events/);
  });

  it('are not searched from the first event to the last for each of their events', async t => {
    const search = t.mock.method(ICAL.Component.prototype, 'getAllSubcomponents');
    const events = [...Array(100).keys()].flatMap(i => event(`UID:${i}`, 'DTSTART:20260601'));
    const {total} = await readRecords(calendar(...events));
    assert.equal(total, 100);
    assert.ok(search.mock.callCount() < 10, `${search.mock.callCount()} searches`);
  });

  it('are refused if they are longer than ten million characters', async () =>
    assert.rejects(
      readRecords(calendar(...event('DTSTART:20260601T080000', `SUMMARY:${'a'.repeat(1e7)}`))),
      (error: Error) => error instanceof LoadError && /too many/.test(error.message),
    ));

  it('are read to an end, whatever their lines', async () => {
    for (const line of ['BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VTIMEZONE', ' ', ':', 'a;b=', '"']) {
      const text = `BEGIN:VCALENDAR\r\n${`${line}\r\n`.repeat(20_000)}`;
      const total = await readRecords(text).then(
        found => found.total,
        (error: unknown) => error,
      );
      assert.ok(total === 0 || total instanceof LoadError, line);
    }
  });

  it('leave out a malformed event with a warning, and show the others', async () => {
    const {records, server} = await readRecords(
      calendar(
        ...event('UID:a', 'DTSTART:20260601T080000', 'no colon here'),
        ...event('UID:b', 'DTSTART:20260602T080000'),
        ...event('UID:c', 'SUMMARY:no start'),
        ...event('UID:d', 'DTSTART:never'),
      ),
    );
    assert.ok(records.some(({id}) => id === 'b'));
    assert.ok(records.length < 4);
    assert.ok(server.warnings.length > 0);
  });
});

describe('a file that is not a calendar', () => {
  for (const [name, body, reason] of [
    ['a page of HTML', '<!doctype html><title>404</title>', /is HTML$/],
    ['nothing', '', /empty/],
    ['JSON', '{"events":[]}', /is JSON: source="json" reads it$/],
    ['a business card', 'BEGIN:VCARD\r\nEND:VCARD', /in no known format$/],
  ] as const)
    it(`fails with a reason: ${name}`, async () =>
      assert.rejects(
        readRecords(body),
        (error: Error) => error instanceof LoadError && reason.test(error.message),
      ));

  it('is not a calendar without events', async () =>
    assert.equal((await readRecords(calendar())).total, 0));
});
