import {fold} from '../../../../model/fold.js';
import {type Bbox, isInBbox} from '../../../../model/geo/geo.js';
import {isObject} from '../../../../model/schemas/schema-builder.js';
import {CODE_TARGET, type FieldMapping, type ForeignRecord} from '../rows/foreign-record.js';

// Leading zeros of codes that a spreadsheet has read as numbers. Loaded on demand: most files have none.

/** Columns with the codes of other countries: Statbel (NIS), CBS, German municipalities. */
const FOREIGN_COLUMN = /nis|cbs|gemeente|gemeinde|ags/;
const COUNTRY_COLUMN = /^(?:code_?)?(?:pays|country|land)(?:_?code)?$/;
const FRANCE = /^(?:fr|fra|france|frankrijk|frankreich)$/;
const FOREIGN_COUNTRY =
  /^(?:belgique|belgie|belgien|belgium|pays-bas|nederland|niederlande|(?:the )?netherlands|allemagne|duitsland|deutschland|germany|luxembourg|wallonie|vlaanderen|flandre)$/;
/** North of all communes of the départements 01 to 09, in degrees. */
const MAX_LATITUDE = 50.2;
/**
 * Départements 01 to 09, where no foreign postal code begins with their digit: the Ain without the surroundings of Geneva.
 * West, south, east, north.
 */
const AREAS: readonly Bbox[] = [
  [4.7, 45.6, 5.9, 46.5],
  [2.9, 48.8, 4.3, 50.1],
  [2.2, 45.9, 4, 46.8],
  [5.4, 43.6, 7, 44.7],
  [5.4, 44.1, 7.1, 45.2],
  [6.6, 43.4, 7.8, 44.4],
  [3.8, 44.2, 4.9, 45.4],
  [4, 49.2, 5.4, 50.2],
  [0.8, 42.5, 2.2, 43.4],
];

/** Returns the value of a field of a record. */
const valueOf = (
  target: string,
  record: ForeignRecord,
  mappings: readonly FieldMapping[],
): unknown => mappings.find(one => one.target === target)?.read(record);

/** Returns the place that the columns of a record state; its numbers are NaN if there is none. */
function placeOf(record: ForeignRecord, mappings: readonly FieldMapping[]) {
  const geo = valueOf('geo', record, mappings);
  const half = (name: string): number =>
    Number((isObject(geo) ? geo[name] : valueOf(name, record, mappings)) ?? NaN);
  return {lat: half('lat'), lon: half('lon')};
}

/** Returns the country that a column of a record names, as folded text; empty if there is none. */
function countryOf(record: ForeignRecord): string {
  const name = Object.keys(record).find(column => COUNTRY_COLUMN.test(fold(column)));
  const value = name === undefined ? undefined : record[name];
  return typeof value === 'string' && value.length <= 40 ? fold(value).trim() : '';
}

/** True if a record lies in another country, by a country that it names or by its latitude. */
const isAbroad = (record: ForeignRecord, mappings: readonly FieldMapping[]): boolean =>
  placeOf(record, mappings).lat > MAX_LATITUDE ||
  countryOf(record).replace(FRANCE, '') !== '' ||
  Object.values(record).some(
    value =>
      typeof value === 'string' && value.length <= 40 && FOREIGN_COUNTRY.test(fold(value).trim()),
  );

/**
 * Restores the leading zero of an INSEE code: `1004` is the commune `01004`. Codes of four digits in columns of other
 * countries, and in records that lie there, are unchanged.
 */
function restoreInseeCode(
  code: unknown,
  columns: readonly string[],
  record: ForeignRecord,
  mappings: readonly FieldMapping[],
): unknown {
  if (typeof code !== 'string' || !/^[1-9](?!000)\d{3}$/.test(code)) return code;
  const isForeign = columns.some(name => FOREIGN_COLUMN.test(fold(name)));
  return isForeign || isAbroad(record, mappings) ? code : `0${code}`;
}

/**
 * Restores the leading zero of a French postal code: `2000` is `02000`. Belgium, Luxembourg and Switzerland have codes of
 * four digits: the record itself must lie in the département, by its country, commune, département or place.
 */
function restorePostalCode(
  code: unknown,
  record: ForeignRecord,
  mappings: readonly FieldMapping[],
): unknown {
  if (typeof code !== 'string' || !/^[1-9]\d{3}$/.test(code)) return code;
  const insee = valueOf('commune.insee', record, mappings);
  const area = AREAS[Number(code[0]) - 1];
  const isFrench =
    FRANCE.test(countryOf(record)) ||
    (typeof insee === 'string' && insee.padStart(5, '0').startsWith(`0${code[0]}`)) ||
    valueOf('commune.departement', record, mappings) === `0${code[0]}` ||
    (area !== undefined && isInBbox(placeOf(record, mappings), area));
  return isFrench ? `0${code}` : code;
}

/** Returns the mappings with leading zeros of INSEE and postal codes restored, where a record lies in France. */
export const withLostZeros = (
  mappings: readonly FieldMapping[],
  records: readonly ForeignRecord[],
): readonly FieldMapping[] =>
  mappings.map(mapping => {
    const {target, read, paths, path} = mapping;
    if (!CODE_TARGET.test(target)) return mapping;
    const restored: FieldMapping['read'] = record =>
      target === 'postalCode'
        ? restorePostalCode(read(record), record, mappings)
        : restoreInseeCode(read(record), paths, record, mappings);
    // A server cannot compare its own codes with restored ones.
    const isRestored = records.some(record => restored(record) !== read(record));
    return {...mapping, read: restored, path: isRestored ? undefined : path};
  });
