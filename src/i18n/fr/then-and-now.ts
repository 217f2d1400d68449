/** What two pictures of one place say. */
export const thenAndNow = {
  before: 'Avant',
  after: 'Après',
  compareHandle: 'Part de l’image d’avant',
  shares: (before: string, share: string, after: string, rest: string) =>
    `${before} : ${share} %, ${after} : ${rest} %`,
  beforeLost: (alt: string) => `L’image d’avant n’a pas pu être chargée${alt ? ` : ${alt}` : '.'}`,
  afterLost: (alt: string) => `L’image d’après n’a pas pu être chargée${alt ? ` : ${alt}` : '.'}`,
};
