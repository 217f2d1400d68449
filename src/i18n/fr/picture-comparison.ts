/** Messages of the picture comparison. */
export const pictureComparison = {
  before: 'Avant',
  after: 'Après',
  compareHandle: 'Part de l’image d’avant',
  shares: (before: string, share: string, after: string, rest: string) =>
    `${before} : ${share} %, ${after} : ${rest} %`,
  beforeLost: 'L’image d’avant n’a pas pu être chargée',
  afterLost: 'L’image d’après n’a pas pu être chargée',
};
