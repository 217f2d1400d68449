/** Messages about places that a linked map can show. */
export const places = {
  seeOnMap: 'Op de kaart zien',
};
