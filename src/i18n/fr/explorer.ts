/** What the explorer says: the names of its views. */
export const explorer = {
  views: 'Vues',
  cardsView: 'Portails',
  listView: 'Ressources',
  mapView: 'Carte',
  timelineView: 'Programmes',
};
