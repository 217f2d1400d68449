/** Names of the explorer's views. */
export const explorer = {
  views: 'Vues',
  cardsView: 'Portails',
  listView: 'Ressources',
  mapView: 'Carte',
  timelineView: 'Programmes',
};
