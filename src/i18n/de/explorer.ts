/** Names of the explorer's views. */
export const explorer = {
  views: 'Ansichten',
  cardsView: 'Portale',
  listView: 'Materialien',
  mapView: 'Karte',
  timelineView: 'Programme',
};
