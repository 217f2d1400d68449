/** Messages about events, shared by the agenda and other widgets. */
export const events = {
  addToCalendar: 'In meinen Kalender eintragen',
  calendarReady: (file: string) => `${file}: mit Ihrem Kalender zu öffnen.`,
  cancelled: 'Abgesagt',
  postponed: 'Verschoben',
  rescheduled: 'Datum geändert',
  tentative: 'Noch nicht bestätigt',
  full: 'Ausgebucht',
  online: 'Online',
};
