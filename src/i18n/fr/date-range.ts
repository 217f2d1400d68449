/** Messages of the range of dates of a list. */
export const dateRange = {
  dateRange: 'Date',
  from: 'Du',
  to: 'Au',
  clear: 'Effacer',
  clearDates: 'Effacer les dates',
  fromAfterTo: 'La date de début est après la date de fin : corrigez l’une des deux.',
  invalidDate: 'Écrivez une date comme 2016-10-01, ou une année.',
};
