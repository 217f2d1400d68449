import type {CollectionName} from '../../../../model/records.js';
import {hasField} from '../rows/field-targets.js';
import {isPlaceTarget} from '../rows/foreign-record.js';
import {targetFor} from '../rows/target-names.js';
import {fieldsFor, languageIn} from './column-fields.js';
import {
  type Candidate,
  fitOf,
  type RecognitionContext,
  type TableColumn,
  textsIn,
} from './column-fit.js';
import {COLUMN_NAMES, normalizeName} from './column-names.js';
import {addLinks, addTitle, isDistinct, keepOnePlace, preferAddresses} from './guessed-columns.js';
import {personColumnsOf} from './people-columns.js';
import {isOfAnotherThing, isOwnText} from './table-columns.js';

/** Column with the name of a field and values that the field cannot have. */
interface RejectedColumn {
  readonly name: string;
  readonly target: string;
  readonly value: unknown;
  /** True for coordinates in metres, such as Lambert 93. */
  readonly isProjected: boolean;
}

export interface RecognizedColumns {
  /** Columns of each field, the best first. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly rejected: readonly RejectedColumn[];
  /** Columns with coordinates that other columns state in degrees, by name. */
  readonly alternatives: ReadonlyMap<string, string>;
  /** Column taken as title for its texts, since none has the name of one. */
  readonly guessedTitle: string | undefined;
}

/** Returns the field path that a name states itself, such as `budget.total` or `period.start`. */
const pathIn = (name: string): string | undefined =>
  /^\w+(?:\.\w+)*$/.test(name.trim()) ? name.trim() : undefined;

/** Prefixes of vocabularies: Dublin Core, schema.org, FOAF, Bibliographic Ontology, Omeka, and of OpenStreetMap. */
const VOCABULARY = /^(?:dc|dct|dcterms|schema|foaf|bibo|o|contact):/i;
/** Affixes of Drupal, of directories, of Sirene, and of kinds of value in Solr: `title_s`, `abstract_txt`. */
const AFFIXES = /^field_|_(?:valeur|value|ss?|te?xt|t?dt|tdate|etablissement|unite_legale)$/;

/** Returns the normalized name of a column, without a remark in brackets, `Thèmes (plusieurs choix)`, or an affix. */
function nameOf({name}: TableColumn, collection: CollectionName): string {
  const whole = normalizeName(name.replace(VOCABULARY, '').replace(/\(s\)/gi, 's'));
  const isKnown = (one: string): boolean => fieldsFor(collection, one).length > 0;
  if (isKnown(whole) || languageIn(whole).language) return whole;
  const value = whole.replace(AFFIXES, '');
  return isKnown(value) ? value : normalizeName(name.replace(/\([^()]*\)\s*$/, '')) || whole;
}

/** Returns all candidates of a column, even those that its values do not fit. */
function candidatesOf(column: TableColumn, context: RecognitionContext): Candidate[] {
  const {collection, named, hasDefaults, isTaken, lang} = context;
  const name = nameOf(column, collection);
  const {base, language} = languageIn(name);
  const fieldsOf = (key: string) =>
    fieldsFor(collection, key).map(one => ({...one, target: targetFor(collection, one.field)}));
  const found = fieldsOf(name);
  // `commune_fr` beside `commune_nl`: a field without languages has the one of the page.
  const spoken = language
    ? fieldsOf(base).map(one => ({...one, rank: one.rank + (language === lang ? 0 : 0.5)}))
    : [];
  const translated = spoken
    .map(one => ({...one, target: `${one.target}.${language}`}))
    .filter(({target}) => TRANSLATED.test(target));
  const path = pathIn(column.name);
  const own =
    path !== undefined && translated.length === 0 && !found.some(({isExact}) => isExact)
      ? [{field: path, target: path, rank: 0, isExact: true}]
      : [];
  return [...(translated.length ? translated : [...found, ...spoken]), ...own]
    .filter(
      ({target, isExact}) =>
        hasField(collection, target) &&
        !isTaken(target) &&
        !isOfAnotherThing(column, target) &&
        (isExact || !hasDefaults) &&
        (!named.has(column.name) || /^(?:id$|commune\.|territory\.)/.test(target)),
    )
    .map(one => ({...one, column, fit: fitOf(column, one.target, one.isExact, context)}));
}

const TRANSLATED =
  /^(?:title|description|abstract|body|intro|text|role|label|aims|results)\.[a-z]{2}$/;

// A period in one column counts for records without a start and an end in two.
const FIELDS = [...Object.keys(COLUMN_NAMES), 'period'];
/** Returns the position of a candidate's field in the table. */
const positionOf = (candidate: Candidate | undefined): number =>
  FIELDS.indexOf(candidate?.field ?? '');

/** Number of objects and lists around a value: two in `lieux.0.nom`. */
const depthOf = ({name}: TableColumn): number => name.split('.').length - 1;

/**
 * Returns the sort key of a candidate: fitting values first, exact names before patterns, titles and links of one record
 * each before others, a record's own fields before those of nested objects, keywords of JSON-LD last.
 */
const sortKeyOf = ({column, field, isExact, rank, fit}: Candidate): number =>
  (fit >= 0.5 ? 0 : 20_000) +
  (isExact ? 0 : 10_000) +
  (/^(?:title|url)$/.test(field) && !isExact && !isDistinct(column) ? 5_000 : 0) +
  Math.max(0, depthOf(column) - 1) * 1_000 +
  rank +
  (column.name.startsWith('@') ? 0.5 : 0);

/**
 * Finds out which columns are which fields, by their names and values. A column becomes one field, or an identifier as
 * well; a field may have several columns, of which a record uses the first with a value.
 */
export function recognizeColumns(
  columns: readonly TableColumn[],
  context: RecognitionContext,
): RecognizedColumns {
  const people = personColumnsOf(columns);
  const surnames = people.map(({surname}) => surname);
  const all = columns
    .flatMap(column => candidatesOf(column, context))
    .filter(({column, target}) => !surnames.includes(column) || !isOwnText(target));
  const candidates = all
    .filter(({fit, isExact}) => (isExact ? fit > 0 : fit >= 0.5))
    .map(candidate => ({candidate, key: sortKeyOf(candidate)}))
    .sort((a, b) => a.key - b.key)
    .map(({candidate}) => candidate);
  const accepted = new Map<string, Candidate[]>();
  const used = new Set<string>();
  for (const candidate of candidates) {
    const {column, target, isExact, fit} = candidate;
    const [first, ...others] = accepted.get(target) ?? [];
    const isLikeFirst = first && (fit >= 0.5 || first.fit < 0.5 || column.values.length === 0);
    const isFurther = isExact && first?.isExact && isLikeFirst;
    const isShared = target === 'id' || !used.has(column.name);
    if (!isShared || (first && !isFurther)) continue;
    accepted.set(target, first ? [first, ...others, candidate] : [candidate]);
    if (target !== 'id') used.add(column.name);
  }
  const guessedTitle = addTitle(accepted, columns, people, context);
  addLinks(accepted, columns, context);
  preferAddresses(accepted);
  const {alternatives, drawn} = keepOnePlace(accepted, columns, context);
  dropOrphans(accepted, context);
  mergeLanguages(accepted, context);
  mergeDates(accepted, context);
  const recognized = new Map(
    [...accepted]
      .sort(([, [a]], [, [b]]) => positionOf(a) - positionOf(b))
      .map(([target, found]) => [target, found.map(({column}) => column.name)]),
  );
  const rejected = all.flatMap(candidate => {
    const {column, target, isExact, fit} = candidate;
    const {name, values} = column;
    const isProjected = isPlaceTarget(target) && values.some(isMetres);
    const isUnfit =
      fit === 0 && (isExact || isProjected) && !used.has(name) && !context.named.has(name);
    return (isUnfit && !alternatives.has(name)) || drawn.includes(candidate)
      ? [{name, target, value: values[0], isProjected}]
      : [];
  });
  return {columns: recognized, rejected, alternatives, guessedTitle};
}

/** True for a number of metres, far beyond any degree, or a WKT point of them. */
const isMetres = (value: unknown): boolean =>
  textsIn(value).some(text => {
    const digits = text.replace(/^(?:SRID=\d+;)?\s*POINT[^\d+-]+|\s/gi, '').replace(',', '.');
    return Math.abs(parseFloat(digits)) >= 10_000;
  });

/** Drops the text and the credit of a picture without an address, and a mere `Taux` beside no budget. */
function dropOrphans(accepted: Map<string, Candidate[]>, {isTaken}: RecognitionContext): void {
  for (const target of [...accepted.keys()]) {
    const [, picture] = /^(.+)\.(?:alt|credit)$/.exec(target) ?? [];
    const source = `${picture ?? ''}.src`;
    if (picture !== undefined && !accepted.has(source) && !isTaken(source)) accepted.delete(target);
  }
  const rate = accepted.get('budget.rate')?.[0];
  if (rate?.rank === 0 && !accepted.has('budget.total') && !accepted.has('budget.eu'))
    accepted.delete('budget.rate');
}

/** Adds the language of the page to a text that other columns have in further languages. */
function mergeLanguages(accepted: Map<string, Candidate[]>, {lang}: RecognitionContext): void {
  const targets = [...accepted.keys()].flatMap(target =>
    TRANSLATED.test(target) ? target.replace(/\..*/, '') : [],
  );
  for (const target of new Set(targets)) {
    const plain = accepted.get(target);
    const own = `${target}.${lang}`;
    const translations = [...accepted.keys()].filter(
      key => TRANSLATED.test(key) && key.startsWith(`${target}.`),
    );
    if (plain && !accepted.has(own)) {
      accepted.delete(target);
      accepted.set(own, plain);
    } else if (plain) accepted.delete(target);
    else if (translations.length === 1 && translations[0] === own) {
      accepted.set(target, accepted.get(own) ?? []);
      accepted.delete(own);
    }
  }
}

/** A date beside an end is a start; without one it is the whole period. */
function mergeDates(accepted: Map<string, Candidate[]>, {isTaken}: RecognitionContext): void {
  const date = accepted.get('period');
  const isMapped = (target: string): boolean => accepted.has(target) || isTaken(target);
  if (date?.[0]?.field !== 'date' || isMapped('period.start')) return;
  if (!isMapped('period.end') && !isMapped('duration')) return;
  accepted.delete('period');
  accepted.set('period.start', date);
}
