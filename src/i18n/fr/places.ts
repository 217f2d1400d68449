/** Messages about places that a linked map can show. */
export const places = {
  seeOnMap: 'Voir sur la carte',
};
