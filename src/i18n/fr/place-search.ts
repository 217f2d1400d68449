/** Messages of the user's position and the commune search. */
export const placeSearch = {
  nearMe: 'Autour de moi',
  noPosition: 'Votre position n’a pas pu être déterminée.',
  findCommune: 'Trouver une commune',
  communeUnknown: (name: string) => `« ${name} » ne figure pas dans ces données.`,
};
