import {normalizeName} from './column-names.js';

/** Number of a house, and name of its street, in files of addresses (BAN, SCDL). */
const HOUSE_NUMBER = /^(?:adr_)?(?:numero|num|numero_voie|num_voie|numero_de_voie|no_voie)$/;
const STREET = /^(?:adr_)?(?:nom_?voie|nom_de_(?:la_)?voie|voie|voie_nom|libelle_voie|rue)$/;
/** Website of a place, beside a column with the page of its record. */
const WEBSITE = /^(?:equip_web|site_?web|site_internet|site|website|web|url_du_site|homepage)$/;

/**
 * Adds the fields that take several columns, or the second of two: the street address of a number and a street, and the
 * website beside a link.
 *
 * @param columns Columns of each field; changed.
 */
export function addContactColumns(
  columns: Map<string, readonly string[]>,
  names: readonly string[],
): void {
  const find = (pattern: RegExp): string | undefined =>
    names.find(name => pattern.test(normalizeName(name)));
  const [house, street] = [find(HOUSE_NUMBER), find(STREET)];
  if (street !== undefined && !columns.has('address')) {
    const quote = (name: string): string => `{${name}}`;
    const full = house === undefined ? [] : [`"${quote(house)} ${quote(street)}"`];
    columns.set('address', [...full, street]);
  }
  const [first = '', ...others] = columns.get('url') ?? [];
  const website = others.find(name => WEBSITE.test(normalizeName(name)));
  if (website === undefined || columns.has('website') || WEBSITE.test(normalizeName(first))) return;
  columns.set('url', [first, ...others.filter(name => name !== website)]);
  columns.set('website', [website]);
}
