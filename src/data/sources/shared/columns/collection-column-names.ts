import type {CollectionName} from '../../../../model/records.js';

/** Names that mean another field in one collection, the best first. */
export const COLLECTION_COLUMN_NAMES: Readonly<
  Partial<Record<CollectionName, Readonly<Record<string, string>>>>
> = {
  events: {
    place:
      'lieu adresse salle venue_venue location_name lieu_nom nom_du_lieu place_name nom_lieu endroit plaats locatie adres ort veranstaltungsort venue location place address ou waar where wo',
    period: 'periode dates jour dag tag day quand when wanneer wann zeitraum',
    time:
      'heure heures horaire horaires heure_de_debut heure_debut debut_heure time start_time uhrzeit beginn tijd ' +
      'tijdstip aanvang',
    endTime: 'heure_de_fin heure_fin fin_heure end_time endzeit eindtijd',
    title: 'evenement evenementen event veranstaltung activite activiteit quoi wat what was',
  },
  projects: {
    period: 'periode dates duree looptijd laufzeit zeitraum period',
    lead: 'porteur porteur_du_projet maitre_d_ouvrage',
    title: 'projet project projekt',
  },
  programmes: {period: 'periode dates zeitraum period'},
  organisations: {title: 'organisme structure organisation organization organisatie acteur actor'},
  resources: {period: 'periode dates zeitraum period'},
};
