/** Messages of the box that shows configuration errors to a webmaster. */
export const diagnostics = {
  diagnosticsTitle: 'Réglages à vérifier (affichés avec l’attribut diagnostics)',
  acceptedValues: (attribute: string, values: string) => `Valeurs de ${attribute} : ${values}.`,
};
