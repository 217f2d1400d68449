import {formatCount} from './core.js';

export const agenda = {
  agenda: 'Agenda',
  eventsComing: (n: number, shown: string) =>
    formatCount(n, shown, 'événement à venir', 'événements à venir'),
  eventsAdded: (n: number, added: string) =>
    `${formatCount(n, added, 'événement ajouté', 'événements ajoutés')}.`,
  noEvents: 'Aucun événement à venir.',
  noPastEvents: 'Aucun événement passé.',
  pastEvents: 'Événements passés',
  eventsNow: 'En ce moment',
  todayIs: (day: string) => `Aujourd’hui, ${day}`,
  addAllToCalendar: 'Tout ajouter à mon calendrier',
};
