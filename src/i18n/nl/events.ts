/** Messages about events, shared by the agenda and other widgets. */
export const events = {
  addToCalendar: 'Aan mijn agenda toevoegen',
  calendarReady: (file: string) => `${file}: te openen met uw agenda.`,
  cancelled: 'Geannuleerd',
  postponed: 'Uitgesteld',
  rescheduled: 'Datum gewijzigd',
  tentative: 'Onder voorbehoud',
  full: 'Volzet',
  online: 'Online',
};
