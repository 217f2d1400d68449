/** Messages of widgets that show a single record. */
export const singleRecord = {
  noSuchRecord: 'Cette fiche n’existe pas, ou n’est plus publiée.',
};
