/** Messages of printed pages. */
export const printSheet = {
  printed: 'Imprimé le',
  address: 'Adresse',
  addresses: 'Adresses',
  offMap: 'Hors de la carte',
  withoutPlace: 'Sans lieu',
  north: 'N',
};
