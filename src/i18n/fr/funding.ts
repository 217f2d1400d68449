/** Messages about the financial support of projects. */
export const funding = {
  euEmblem: 'Drapeau de l’Union européenne',
};
