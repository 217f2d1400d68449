import type {CollectionName} from '../../../../model/records.js';
import {COLUMN_NAMES, nameKey} from './column-names.js';

/** Names that mean another field in one collection, the best first. */
const COLLECTION_COLUMN_NAMES: Readonly<
  Partial<Record<CollectionName, Readonly<Record<string, string>>>>
> = {
  events: {
    place:
      'lieu adresse salle venue_venue location_name lieu_nom nom_du_lieu place_name nom_lieu endroit plaats locatie adres ort veranstaltungsort venue location place address ou waar where wo',
    period: 'periode periodes_regroupees dates jour dag tag day quand when wanneer wann zeitraum',
    time:
      'heure heures horaire horaires heure_de_debut heure_debut debut_heure time start_time uhrzeit zeit beginn tijd ' +
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

/** Words for languages at the end of a name: `titre_nl`, `Titre (nl)`, `résumé anglais`. */
const LANGUAGES: readonly (readonly [language: string, words: RegExp])[] = [
  ['fr', /^(?:fr|francais|frans|french)$/],
  ['nl', /^(?:nl|neerlandais|nederlands|dutch)$/],
  ['en', /^(?:en|anglais|english|engels)$/],
  ['de', /^(?:de|allemand|deutsch|duits)$/],
];

/** Returns a normalized name before its last word, and the language that this word states, if it does: `titre_nl`. */
export function languageIn(name: string): {readonly base: string; readonly language?: string} {
  const [, base = '', word = ''] = /^(.+)_([a-z]+)$/.exec(name) ?? [];
  const [language] = LANGUAGES.find(([, words]) => words.test(word)) ?? [];
  return language === undefined ? {base} : {base, language};
}

/** Fields and their ranks, by column name. */
type FieldsByName = ReadonlyMap<string, readonly (readonly [field: string, rank: number])[]>;

const fieldsByCollection = new Map<CollectionName, FieldsByName>();

/** Returns the fields that a column name may mean in a collection. */
function fieldsByNameIn(collection: CollectionName): FieldsByName {
  const known = fieldsByCollection.get(collection);
  if (known) return known;
  const fields = new Map<string, (readonly [string, number])[]>();
  const add = (field: string, list: string, offset: number): void =>
    list
      .split(' ')
      .map(nameKey)
      .forEach((key, i) => fields.set(key, [...(fields.get(key) ?? []), [field, i + offset]]));
  for (const [field, list] of Object.entries(COLLECTION_COLUMN_NAMES[collection] ?? {}))
    add(field, list, -100);
  for (const [field, {names: list}] of Object.entries(COLUMN_NAMES)) add(field, list, 0);
  fieldsByCollection.set(collection, fields);
  return fields;
}

const allNames = new Set(
  [...Object.values(COLLECTION_COLUMN_NAMES).flatMap(names => Object.values(names))]
    .concat(Object.values(COLUMN_NAMES).map(({names}) => names))
    .flatMap(names => names.split(' ').map(nameKey)),
);

/** True for a heading that is the name of a field in some collection. */
export const isKnownName = (heading: string): boolean => allNames.has(nameKey(heading));

/** Returns the fields that a name may mean: exactly, by a pattern, or in the singular. */
export function fieldsFor(collection: CollectionName, name: string) {
  const known = (key: string, isExact: boolean) =>
    (fieldsByNameIn(collection).get(key) ?? []).map(([field, rank]) => ({field, rank, isExact}));
  const exact = known(nameKey(name), true);
  const singular = name.replace(/s(?=_|$)/g, '');
  const similar = Object.entries(COLUMN_NAMES).flatMap(([field, {like = [], unlike}]) => {
    const rank = like.findIndex(pattern => pattern.test(name) || pattern.test(singular));
    const isOther =
      rank < 0 ||
      unlike?.test(name) ||
      unlike?.test(singular) ||
      exact.some(one => one.field === field);
    return isOther ? [] : [{field, rank, isExact: false}];
  });
  if (exact.length > 0 || similar.length > 0) return [...exact, ...similar];
  return known(nameKey(singular), false);
}
