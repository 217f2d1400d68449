import {LANGUAGE_SUFFIXES, normalizeName} from '../../data/sources/shared/columns/column-names.js';
import type {CollectionName} from '../../model/records.js';

/**
 * Names of columns for fields that only workbooks of a portal have, in French, Dutch, English and German. Widgets read
 * them from no foreign source, and do not load them.
 */
const WORKBOOK_COLUMN_NAMES: Readonly<
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

/** Fields that may have a column for each language. */
const TRANSLATED = /^(?:aims|results|area|funding\.text)$/;

/**
 * Returns the columns of the fields above, by field. A text of which there are translations has its own language too.
 *
 * @param lang Language of texts whose column states none.
 */
export function workbookFields(
  kind: CollectionName,
  headings: readonly string[],
  lang: string,
): ReadonlyMap<string, readonly string[]> {
  const targets = new Map(
    Object.entries(WORKBOOK_COLUMN_NAMES[kind] ?? {}).flatMap(([target, names]) =>
      names.split(' ').map(name => [name, target] as const),
    ),
  );
  const found = new Map<string, readonly string[]>();
  for (const heading of headings) {
    const name = normalizeName(heading);
    const [, base = '', suffix = ''] = /^(.+)_([a-z]+)$/.exec(name) ?? [];
    const language = Object.hasOwn(LANGUAGE_SUFFIXES, suffix) ? LANGUAGE_SUFFIXES[suffix] : '';
    const text = targets.get(base) ?? '';
    const target =
      targets.get(name) ?? (language && TRANSLATED.test(text) ? `${text}.${language}` : undefined);
    if (target !== undefined && !found.has(target)) found.set(target, [heading]);
  }
  for (const [target, columns] of [...found])
    if (
      [...found.keys()].some(other => other.startsWith(`${target}.`) && TRANSLATED.test(target))
    ) {
      found.delete(target);
      const own = `${target}.${lang}`;
      if (!found.has(own)) found.set(own, columns);
    }
  return found;
}
