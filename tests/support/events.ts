import type {PortalEvent} from '../../src/model/records.js';

/** Current time of these tests: a Saturday, the day before a clock change. */
export const now = new Date(2026, 9, 24, 9, 30);

export const walk: PortalEvent = {
  id: 'walk',
  title: {fr: 'Balade autour des remparts', nl: 'Wandeling rond de wallen'},
  period: {start: '2026-10-24T14:00', end: '2026-10-24T16:30'},
  place: 'Porte de Paris, Lille',
  geo: {lat: 50.63, lon: 3.07},
  url: 'https://example.org/walk',
  project: 'septentrion',
  description: {fr: 'Rendez-vous devant la porte, chaussures de marche aux pieds.'},
};

export const workshop: PortalEvent = {
  id: 'workshop',
  title: 'Atelier : dessiner la place',
  period: {start: '2026-11-03T18:00+01:00', end: '2026-11-03T20:00+01:00'},
  place: 'R’Lab, Raismes',
  url: 'https://example.org/workshop',
  status: 'cancelled',
};

export const exhibition: PortalEvent = {
  id: 'exhibition',
  title: 'Exposition : quarante ans, quarante lieux',
  period: {start: '2026-09-01', end: '2026-12-31'},
  place: 'CAUE du Nord, Lille',
  url: 'https://example.org/exhibition',
};

/** Event in a time zone outside Europe. */
export const call: PortalEvent = {
  id: 'call',
  title: 'Réunion à distance',
  period: {start: '2026-11-03T10:00', end: '2026-11-03T11:00'},
  timezone: 'America/New_York',
  status: 'online',
  url: 'https://example.org/call',
};

export const night: PortalEvent = {
  id: 'night',
  title: 'Nuit des paysages',
  period: {start: '2026-10-24T22:00', end: '2026-10-25T03:00'},
  url: 'https://example.org/night',
};

export const days: PortalEvent = {
  id: 'days',
  title: 'Rencontres de la frontière',
  period: {start: '2026-11-12', end: '2026-11-14'},
  place: 'Ypres (Ieper)',
  geo: {lat: 50.85, lon: 2.89},
};

export const month: PortalEvent = {
  id: 'month',
  title: 'Restitution aux habitants',
  period: {start: '2027-02'},
  url: 'https://example.org/month',
};

export const charter: PortalEvent = {
  id: 'charter',
  title: 'Signature de la charte',
  period: {start: '2003-12', end: '2003-12'},
  url: 'https://example.org/charter',
  project: 'septentrion',
};

export const ride: PortalEvent = {
  id: 'ride',
  title: 'Randonnée cycliste transfrontalière',
  period: {start: '2013-06-30T09:30', end: '2013-06-30'},
  place: 'Lez-Fontaine',
  url: 'https://example.org/ride',
};

/** Events of all kinds, unordered. */
export const mixedEvents: readonly PortalEvent[] = [
  month,
  charter,
  workshop,
  walk,
  days,
  exhibition,
  ride,
  call,
  night,
];

/** Returns numbered events: three a day from tomorrow on, and as many before today. */
export const manyEvents = (count: number): readonly PortalEvent[] =>
  Array.from({length: count * 2}, (_, i): PortalEvent => {
    const isPast = i >= count;
    const day = (isPast ? -1 : 1) * (Math.floor((i % count) / 3) + 1);
    const date = new Date(Date.UTC(2026, 9, 24 + day)).toISOString().slice(0, 10);
    return {
      id: i + 1,
      title: `Événement ${i + 1}`,
      period: {start: `${date}T1${i % 3}:00`, end: `${date}T1${(i % 3) + 3}:00`},
      place: `Commune ${(i % 30) + 1}`,
      url: `https://example.org/${i + 1}`,
    };
  });
