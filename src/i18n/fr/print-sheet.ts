/** Messages of printed pages. */
export const printSheet = {
  printed: 'Imprimé le',
  pageAddress: 'Adresse',
  linkAddresses: 'Adresses',
  offMap: 'Hors de la carte',
  withoutPlace: 'Sans lieu',
  northLetter: 'N',
  restAt: (shown: string, address: string): string => `Suite sur ${address} (${shown} de plus)`,
};
