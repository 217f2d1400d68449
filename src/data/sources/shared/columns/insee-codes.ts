import {fold} from '../../../../model/fold.js';
import {isObject} from '../../../../model/schemas/schema-builder.js';
import type {FieldMapping, ForeignRecord} from '../rows/foreign-record.js';

/** Columns with the codes of other countries: Statbel (NIS), CBS, German municipalities. */
const FOREIGN_COLUMN = /nis|cbs|gemeente|gemeinde|ags/;
const COUNTRY_COLUMN = /^(?:code_?)?(?:pays|country|land)(?:_?code)?$/;
const FRANCE = /^(?:fr|fra|france|frankrijk|frankreich)$/;
const FOREIGN_COUNTRY =
  /^(?:belgique|belgie|belgien|belgium|pays-bas|nederland|niederlande|(?:the )?netherlands|allemagne|duitsland|deutschland|germany|luxembourg|wallonie|vlaanderen|flandre)$/;
/** North of all communes of the départements 01 to 09, in degrees. */
const MAX_LATITUDE = 50.2;

/** Returns the latitude that a record states, if any. */
function latitudeOf(record: ForeignRecord, mappings: readonly FieldMapping[]): unknown {
  const geo = mappings.find(({target}) => target === 'geo')?.read(record);
  return isObject(geo) ? geo['lat'] : mappings.find(({target}) => target === 'lat')?.read(record);
}

/** True if a record lies in another country, by a country that it names or by its latitude. */
const isAbroad = (record: ForeignRecord, mappings: readonly FieldMapping[]): boolean =>
  Number(latitudeOf(record, mappings)) > MAX_LATITUDE ||
  Object.entries(record).some(([name, value]) => {
    if (typeof value !== 'string' || value.length > 40) return false;
    const text = fold(value).trim();
    return (
      FOREIGN_COUNTRY.test(text) ||
      (COUNTRY_COLUMN.test(fold(name)) && text !== '' && !FRANCE.test(text))
    );
  });

/**
 * Restores the leading zero of an INSEE code that a spreadsheet has read as a number: `1004` is the commune `01004`.
 * Codes of four digits in columns of other countries, and in records that lie there, are unchanged.
 */
export function restoreInseeCode(
  code: unknown,
  columns: readonly string[],
  record: ForeignRecord,
  mappings: readonly FieldMapping[],
): unknown {
  if (typeof code !== 'string' || !/^[1-9](?!000)\d{3}$/.test(code)) return code;
  const isForeign = columns.some(name => FOREIGN_COLUMN.test(fold(name)));
  return isForeign || isAbroad(record, mappings) ? code : `0${code}`;
}
