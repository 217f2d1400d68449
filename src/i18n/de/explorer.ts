/** What the explorer says: the names of its views. */
export const explorer = {
  views: 'Ansichten',
  cardsView: 'Portale',
  listView: 'Materialien',
  mapView: 'Karte',
  timelineView: 'Programme',
};
