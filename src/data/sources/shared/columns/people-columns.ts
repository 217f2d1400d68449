import type {TableColumn} from './column-fit.js';
import {nameKey, normalizeName} from './column-names.js';

/** Columns of the given name and of the surname of one person: `prenom_president` and `nom_president`. */
export interface PersonColumns {
  readonly given: TableColumn;
  readonly surname: TableColumn;
  /** True if each record is that person: the columns are called after nobody else. */
  readonly isRecord: boolean;
}

const GIVEN_NAME = /(^|_)(?:prenom|voornaam|vorname|first_?name|given_?name)s?(?=_|$)/;
const SURNAMES =
  'nom nom_de_famille name naam surname last_name family_name achternaam familienaam nachname familienname'.split(
    ' ',
  );
/** End of names of columns whose records are people: `Nom de l'élu`. */
const PEOPLE =
  /^(?:de_|du_|des_|l_|la_)*(?:elue?|membre|agent|conseiller|candidate?|personne|habitant|artisan|artiste|professionnel|person|mitglied|lid)?$/;

/** Returns the columns with the two names of a person. */
export function personColumnsOf(columns: readonly TableColumn[]): readonly PersonColumns[] {
  const byKey = new Map(columns.map(column => [nameKey(column.name), column]));
  return columns.flatMap(given => {
    const name = normalizeName(given.name);
    const surname = SURNAMES.map(word =>
      byKey.get(nameKey(name.replace(GIVEN_NAME, `$1${word}`))),
    ).find(column => column !== undefined && column !== given);
    const whose = name.replace(GIVEN_NAME, '').replace(/^_/, '');
    return surname ? [{given, surname, isRecord: PEOPLE.test(whose)}] : [];
  });
}

/** Returns the columns of both names, and the surname for a record without a given name. */
export const fullNameOf = ({given, surname}: PersonColumns): readonly TableColumn[] =>
  [`"{${given.name}} {${surname.name}}"`, surname.name].map(name => ({
    name,
    values: surname.values,
  }));
