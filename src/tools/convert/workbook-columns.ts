import type {CollectionName} from '../../model/records.js';

/**
 * Names of columns for fields that only workbooks of a portal have, in French, Dutch, English and German. Widgets read
 * them from no foreign source, and do not load them.
 */
export const WORKBOOK_COLUMN_NAMES: Readonly<
  Partial<Record<CollectionName, Readonly<Record<string, string>>>>
> = {
  projects: {
    parent: 'fait_partie_de projet_parent projet_cadre onderdeel_van part_of teil_von',
    aims: 'objectifs objectif aims objectives doelstellingen doelen ziele',
    results: 'resultats resultat results resultaten ergebnisse',
  },
  programmes: {
    area: 'zone zone_de_cooperation territoire area cooperation_area gebied samenwerkingsgebied gebiet',
    'fund.name': 'fonds fund fonds_europeen',
    'fund.amount': 'montant montant_total budget amount bedrag betrag',
    'funding.text':
      'mention mention_de_financement financement funding_statement financiering forderhinweis',
    'funding.logo.src': 'embleme emblem embleem logo',
  },
  stories: {credit: 'credit credits sources source bronnen quellen'},
  resources: {
    event: 'date_de_l_evenement jour_de_l_evenement event_date datum_evenement veranstaltungsdatum',
  },
};
