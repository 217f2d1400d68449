export const agenda = {
  agenda: 'Events',
  eventsComing: (n: number, shown: string) => `${shown} upcoming ${n === 1 ? 'event' : 'events'}`,
  eventsAdded: (n: number, added: string) => `${added} ${n === 1 ? 'event' : 'events'} added.`,
  noEvents: 'No upcoming events.',
  noPastEvents: 'No past events.',
  pastEvents: 'Past events',
  eventsNow: 'On now',
  todayIs: (day: string) => `Today, ${day}`,
  addAllToCalendar: 'Add all to my calendar',
  calendarFailed: 'The calendar file could not be made.',
};
