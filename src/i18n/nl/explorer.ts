/** Names of the explorer's views. */
export const explorer = {
  views: 'Weergaven',
  cardsView: 'Portalen',
  listView: 'Bronnen',
  mapView: 'Kaart',
  timelineView: 'Programma’s',
};
