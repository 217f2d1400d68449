import type {CollectionName} from '../../../../model/records.js';
import {COLLECTION_COLUMN_NAMES} from './collection-column-names.js';
import {COLUMN_NAMES, nameKey} from './column-names.js';

/** Languages that the end of a name states: `titre_nl`, `Titre (nl)`, `résumé anglais`. */
export const LANGUAGE_SUFFIXES: Readonly<Record<string, string>> = {
  fr: 'fr',
  francais: 'fr',
  frans: 'fr',
  french: 'fr',
  nl: 'nl',
  neerlandais: 'nl',
  nederlands: 'nl',
  dutch: 'nl',
  en: 'en',
  anglais: 'en',
  english: 'en',
  engels: 'en',
  de: 'de',
  allemand: 'de',
  deutsch: 'de',
  duits: 'de',
};

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
