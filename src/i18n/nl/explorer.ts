/** What the explorer says: the names of its views. */
export const explorer = {
  views: 'Weergaven',
  cardsView: 'Portalen',
  listView: 'Bronnen',
  mapView: 'Kaart',
  timelineView: 'Programma’s',
};
