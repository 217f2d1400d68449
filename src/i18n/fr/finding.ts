/** Where a reader is, and which commune they look for. */
export const finding = {
  nearMe: 'Autour de moi',
  noPosition: 'Votre position n’a pas pu être lue.',
  findCommune: 'Trouver une commune',
  communeUnknown: (name: string) => `« ${name} » ne figure pas dans ces données.`,
};
