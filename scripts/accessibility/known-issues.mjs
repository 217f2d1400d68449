// Known nonconformities and limitations, listed in docs/accessibilite/.

/** Nonconformities found by audit, by criterion. They replace the assessment of these criteria for these widgets. */
export const NONCONFORMITIES = [];

/** Known limitations that concern no criterion of the RGAA. */
export const LIMITATIONS = [
  'Le bouton « Réessayer » de la carte d’un récit, de celle d’un formulaire, d’une carte à la demande et d’une fiche ouverte par son adresse n’indique pas ce qu’il recharge.',
  'La description longue d’un portail qui a une adresse est un extrait, aussi sur le papier ; la suite se lit sur le portail.',
  'Avec `sync-url`, le tri et « Autour de moi » ne sont pas dans l’adresse de la page : le bouton « Précédent » du navigateur ne les annule pas. Si la page est rechargée alors qu’une fiche est ouverte, un appui sur « Précédent » reste sans effet après sa fermeture.',
  'Le texte sans indication de langue d’un fichier CSV ou GeoJSON, d’un flux ou d’un site WordPress est lu dans la langue du composant.',
];
