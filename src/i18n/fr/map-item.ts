/** Messages of a record in the URL of a map. */
export const mapItem = {
  itemMissing: (id: string) => `La fiche demandée (${id}) ne figure pas sur cette carte.`,
  itemWithoutPlace: (title: string) => `« ${title} » n’est pas localisé sur la carte.`,
};
