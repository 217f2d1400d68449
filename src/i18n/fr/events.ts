/** Messages about events, shared by the agenda and other widgets. */
export const events = {
  addToCalendar: 'Ajouter à mon calendrier',
  calendarReady: (file: string) => `${file} : à ouvrir avec votre calendrier.`,
  calendarFailed: 'Le fichier du calendrier n’a pas pu être préparé.',
  cancelled: 'Annulé',
  postponed: 'Reporté',
  rescheduled: 'Date modifiée',
  tentative: 'À confirmer',
  full: 'Complet',
  online: 'En ligne',
};
