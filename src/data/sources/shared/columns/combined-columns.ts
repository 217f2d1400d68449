import {addTimes} from '../readers/time-readers.js';
import type {FieldMapping} from '../rows/foreign-record.js';
import {languageIn} from './column-fields.js';
import {normalizeName} from './column-names.js';

/** Number of a house, and name of its street, in files of addresses (BAN, SCDL). */
const HOUSE_NUMBER =
  /^(?:ad(?:d?r|dress|resse|rs)_)?(?:num(?:ero|ber)?(?:_?(?:de_)?voie)?|no_voie|(?:house|street)_?(?:number|nr|no)|h(?:(?:ui|au)s)?_?(?:nummer|nr))$/;
/** Number of a house in the column after its street; elsewhere it is the number of a row. */
const NEXT_NUMBER = /^(?:n|nr|no|num|nummer|numero)$/;
const STREET =
  /^(?:ad(?:d?r|dress|resse|rs)_)?(?:(?:nom_de_(?:la_)?|nom_?|lib_?|libelle_)?voie|voie_nom|rue|street(?:_?name)?|straat(?:naam)?|strasse(?:nname)?)$/;
/** Kind of a street, before its name: `RUE`. */
const STREET_TYPE = /^(?:ad(?:d?r|dress|resse|rs)_)?(?:type_?voie|type_de_(?:la_)?voie|voie_type)$/;
/** Name of a street in languages that write the number after it. */
const NUMBER_FOLLOWS = /^stra/;
/** Website of a place, beside a column with the page of its record. */
const WEBSITE = /^(?:equip_web|site_?web|site_internet|site|website|web|url_du_site|homepage)$/;

/**
 * Adds the fields that take several columns, or the second of two: the street address of a number and a street, and the
 * website beside a link.
 *
 * @param columns Columns of each field; changed.
 * @param lang Language of the page.
 */
export function addContactColumns(
  columns: Map<string, readonly string[]>,
  names: readonly string[],
  lang: string,
): void {
  // Of the names of a street in several languages, the one in that of the page.
  const find = (pattern: RegExp): string | undefined => {
    const found = names.flatMap(name => {
      const key = normalizeName(name);
      const {base, language} = languageIn(key);
      return pattern.test(language ? base : key) ? {name, language} : [];
    });
    return (found.find(({language}) => language === lang) ?? found[0])?.name;
  };
  const street = find(STREET);
  const next = names[names.indexOf(street ?? '') + 1] ?? '';
  const house =
    find(/^house_?n/) ?? (NEXT_NUMBER.test(normalizeName(next)) ? next : find(HOUSE_NUMBER));
  const [address = street, ...lines] = columns.get('address') ?? [];
  if (street !== undefined && street === address && lines.length === 0) {
    const type = find(STREET_TYPE);
    const isReversed = NUMBER_FOLLOWS.test(normalizeName(street));
    // Parts that a record lacks are left out.
    const forms = [[house, type, street], [type, street], [house, street], [street]].map(names => {
      const parts = names.filter(name => name !== undefined).map(name => `{${name}}`);
      return `"${(isReversed ? parts.reverse() : parts).join(' ')}"`;
    });
    columns.set('address', [...new Set(forms.slice(0, -1)), street]);
  }
  const [first = '', ...others] = columns.get('url') ?? [];
  const website = others.find(name => WEBSITE.test(normalizeName(name)));
  if (website === undefined || columns.has('website') || WEBSITE.test(normalizeName(first))) return;
  columns.set('url', [first, ...others.filter(name => name !== website)]);
  columns.set('website', [website]);
}

/** Makes periods read the times of day in further columns. A start and an end become one mapping. */
export function withTimes(mappings: readonly FieldMapping[]): readonly FieldMapping[] {
  const mappingOf = (name: string) => mappings.find(({target}) => target === name);
  const [time, endTime] = [mappingOf('time'), mappingOf('endTime')];
  const [start, end] = [mappingOf('period.start'), mappingOf('period.end')];
  const date = start ?? mappingOf('period');
  if (!time && !endTime) return mappings;
  const others = mappings.filter(one => ![time, endTime, start, end, date].includes(one));
  if (!date) return others;
  const period: FieldMapping = {
    ...date,
    target: 'period',
    paths: [date, end, time, endTime].flatMap(one => one?.paths ?? []),
    isTemplate: true,
    read(record) {
      const given = date.read(record);
      const value = date === start ? {start: given, end: end?.read(record)} : given;
      if (given === undefined && !end) return undefined;
      return addTimes(value, time?.reader(record), endTime?.reader(record));
    },
  };
  return [period, ...others];
}
