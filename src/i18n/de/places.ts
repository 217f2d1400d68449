/** Messages about places that a linked map can show. */
export const places = {
  seeOnMap: 'Auf der Karte zeigen',
};
