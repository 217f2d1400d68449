/** What the explorer says: the names of its views. */
export const explorer = {
  views: 'Views',
  cardsView: 'Portals',
  listView: 'Resources',
  mapView: 'Map',
  timelineView: 'Programmes',
};
