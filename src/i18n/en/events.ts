/** Messages about events, shared by the agenda and other widgets. */
export const events = {
  addToCalendar: 'Add to my calendar',
  calendarReady: (file: string) => `${file}: open it with your calendar.`,
  cancelled: 'Cancelled',
  postponed: 'Postponed',
  rescheduled: 'Rescheduled',
  tentative: 'To be confirmed',
  full: 'Fully booked',
  online: 'Online',
};
