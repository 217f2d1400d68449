/** What is said of a place that a map can show. */
export const places = {
  seeOnMap: 'Auf der Karte zeigen',
};
