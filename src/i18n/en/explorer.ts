/** Names of the explorer's views. */
export const explorer = {
  views: 'Views',
  cardsView: 'Portals',
  listView: 'Resources',
  mapView: 'Map',
  timelineView: 'Programmes',
};
