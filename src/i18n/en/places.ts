/** Messages about places that a linked map can show. */
export const places = {
  seeOnMap: 'See on the map',
};
