/** Messages of printed pages. */
export const printSheet = {
  printed: 'Imprimé le',
  pageAddress: 'Adresse',
  linkAddresses: 'Adresses',
  offMap: 'Hors de la carte',
  withoutPlace: 'Sans lieu',
  northLetter: 'N',
  restAt: (n: number, shown: string, address: string): string =>
    `${n === 1 ? 'un autre' : `${shown} autres`} sur ${address}`,
};
