export const familyFilter = {
  families: 'Familles de portails',
  acteurMode: 'En réseau, par métier ou fonction',
  themeMode: 'Ensemble, autour d’un sujet commun',
  projetMode: 'À plusieurs, sur un projet concret',
};
