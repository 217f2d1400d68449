export const agenda = {
  agenda: 'Agenda',
  eventsComing: (n: number, shown: string) =>
    `${shown} ${n === 1 ? 'komend evenement' : 'komende evenementen'}`,
  eventsAdded: (n: number, added: string) =>
    `${added} ${n === 1 ? 'evenement' : 'evenementen'} toegevoegd.`,
  noEvents: 'Geen komende evenementen.',
  noPastEvents: 'Geen voorbije evenementen.',
  pastEvents: 'Voorbije evenementen',
  eventsNow: 'Nu bezig',
  todayIs: (day: string) => `Vandaag, ${day}`,
  addAllToCalendar: 'Alles aan mijn agenda toevoegen',
  calendarFailed: 'Het agendabestand kon niet worden gemaakt.',
};
