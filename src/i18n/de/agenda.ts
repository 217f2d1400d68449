export const agenda = {
  agenda: 'Termine',
  eventsComing: (n: number, shown: string) =>
    `${shown} ${n === 1 ? 'kommender Termin' : 'kommende Termine'}`,
  eventsAdded: (n: number, added: string) =>
    `${added} ${n === 1 ? 'Termin' : 'Termine'} hinzugefügt.`,
  noEvents: 'Keine kommenden Termine.',
  noPastEvents: 'Keine vergangenen Termine.',
  pastEvents: 'Vergangene Termine',
  eventsNow: 'Zurzeit',
  todayIs: (day: string) => `Heute, ${day}`,
  addAllToCalendar: 'Alle in meinen Kalender eintragen',
  calendarFailed: 'Die Kalenderdatei konnte nicht erstellt werden.',
};
