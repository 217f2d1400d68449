export const portalCards = {
  acteurMeaning:
    'Des personnes d’un même rôle ou d’une même fonction échangent leurs pratiques, mutualisent leurs outils et partagent leurs retours d’expérience.',
  themeMeaning:
    'Des acteurs aux profils variés réunissent leurs ressources et croisent leurs points de vue sur un enjeu partagé : mobilité, centre-bourg, patrimoine, paysage…',
  projetMeaning:
    'Les partenaires d’une démarche territoriale coordonnent leurs actions, suivent l’avancement, font participer et racontent ce qui se fait.',
  otherFamily: 'Autres portails',
  picture: 'Image',
  archived: 'Archive',
  noPortals: 'Aucun portail ne correspond à la sélection.',
  alsoPortals: 'Aussi',
};
