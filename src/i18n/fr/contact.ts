/** Labels of the address and contact of a place or an organisation. */
export const contact = {
  address: 'Adresse',
  telephone: 'Téléphone',
  email: 'Courriel',
  website: 'Site web',
  openingHours: 'Horaires d’ouverture',
  openingDate: 'Date d’ouverture',
  publicHolidays: 'jours fériés',
  closedDay: 'fermé',
  alwaysOpen: '7 j/7, 24 h/24',
};
