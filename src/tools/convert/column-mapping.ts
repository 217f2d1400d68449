import {
  createFieldMappings,
  type MappedFields,
} from '../../data/sources/shared/rows/field-mapping.js';
import {parseFields} from '../../data/sources/shared/rows/fields-attribute.js';
import {
  type FieldMapping,
  type ForeignRecord,
  isMissing,
  isPlaceTarget,
  valueAt,
} from '../../data/sources/shared/rows/foreign-record.js';
import {isPlaced} from '../../data/sources/shared/rows/foreign-rows.js';
import {swapPairs} from '../../data/sources/shared/rows/coordinate-order.js';
import type {CollectionName} from '../../model/records.js';
import type {InputRecord, ParsedInput} from './parsed-input.js';
import {TERRITORY_NAMES} from '../../data/sources/shared/readers/territory-names.js';
import {addTerritoryNames} from '../../data/sources/shared/readers/territory-readers.js';
import {withLostZeros} from '../../data/sources/shared/columns/lost-zeros.js';
import {areInMetres} from '../../data/sources/shared/rows/map-fields.js';
import {placesInDegrees} from '../../data/sources/shared/rows/metres.js';
import {quotedValue, type ReportDiagnostic} from '../messages/diagnostic.js';
import {readNumber, readText} from '../../data/sources/shared/readers/value-readers.js';
import {createFieldFinder, type NameLists, withOwnLanguage} from './heading-names.js';

/** Field of a record, with the columns it is read from. */
export interface ColumnMapping extends FieldMapping {
  /** Returns the columns that give the field its value in one record. */
  readonly columnNames: (fields: ForeignRecord) => readonly string[];
}

/** Columns of a file, and what was found out about those that no field uses. */
export interface MappedColumns extends Pick<MappedFields, 'rejected' | 'alternatives'> {
  readonly columns: readonly ColumnMapping[];
  /** Entries with geometries in degrees. */
  readonly entries: readonly InputRecord[];
}

/** Returns the column of a path; for nested JSON the first key. */
const columnForPath = (fields: ForeignRecord, path: string): string =>
  Object.hasOwn(fields, path) ? path : (path.split('.')[0] ?? path);

/** Maps the fields of a collection to columns, as the widgets do: by `fields`, then by the names and values of columns. */
export function mapColumns(
  kind: CollectionName,
  {entries: given, names, coordinateOrder, crs, defaults}: ParsedInput,
  options: {readonly fields: string; readonly lang: string},
  report: ReportDiagnostic,
): MappedColumns {
  const fields = parseFields(options.fields, text => report('error', {}, 'invalidFields', text));
  const samples = given.map(entry => entry.fields);
  const paths = [...fields.values()].flat().filter(path => !path.startsWith('"'));
  for (const path of paths)
    if (!samples.some(sample => valueAt(sample, path) !== undefined))
      report('error', {}, 'missingColumn', path);
  addTerritoryNames(TERRITORY_NAMES);
  const found = createFieldMappings({
    collection: kind,
    fields: new Map([
      ...workbookFields(
        kind,
        names.map(({name}) => name),
        options.lang,
      ),
      ...fields,
    ]),
    defaults,
    samples,
    names: names.map(({name}) => name),
    coordinateOrder,
    lang: options.lang,
    readers: READERS,
  });
  const places = areInMetres(given, found)
    ? placesInDegrees(given, found, crs)
    : {rows: given, fields: found};
  const entries = places.rows;
  const {rejected, alternatives, unknownFields} = places.fields;
  const mappings = withLostZeros(places.fields.mappings, samples);
  if (places.recognized) {
    const {where, system} = places.recognized;
    report('warning', {name: where}, 'readAsMetres', system);
  }
  for (const name of unknownFields) report('error', {}, 'unknownField', kind, name);
  const swapped = swapPairs(mappings, entries, isPlaced, coordinateOrder);
  if (swapped) report('warning', {name: swapped.path}, 'coordinateOrder', swapped.order);
  const columns = (swapped?.mappings ?? mappings).map(mapping => {
    const hasConstant = mapping.isTemplate;
    return {
      ...mapping,
      columnNames: (record: ForeignRecord) => {
        const filled = mapping.paths.filter(path => !isMissing(valueAt(record, path)));
        return (hasConstant ? filled : filled.slice(0, 1)).map(path => columnForPath(record, path));
      },
    };
  });
  return {entries, columns, rejected, alternatives};
}

/** Reports columns with values that no field uses. */
export function reportUnusedColumns(
  {names, isVerbose}: ParsedInput,
  {entries, columns, rejected, alternatives}: MappedColumns,
  isIgnored: (name: string) => boolean,
  report: ReportDiagnostic,
): void {
  if (isVerbose) return;
  const used = new Map<string, number>();
  for (const {fields} of entries) {
    const recordColumns = new Set(columns.flatMap(column => column.columnNames(fields)));
    for (const name of recordColumns) used.set(name, (used.get(name) ?? 0) + 1);
  }
  const isLocated = entries.some(isPlaced);
  for (const {name, location} of names) {
    const isFilled = ({fields}: InputRecord): boolean => !isMissing(fields[name]);
    const filled = entries.filter(isFilled).length - (used.get(name) ?? 0);
    if (filled <= 0 || isIgnored(name)) continue;
    const mapping = columns.find(({paths}) => paths.includes(name));
    const other = mapping?.paths.find(path => path !== name);
    const alternative = alternatives.get(name);
    const rejection = rejected.find(one => one.name === name);
    // The geometry states the place.
    if (isLocated && rejection && isPlaceTarget(rejection.target)) continue;
    if (mapping && other !== undefined) report('error', location, 'duplicateColumn', filled, other);
    else if (alternative !== undefined)
      report('warning', location, 'duplicateColumn', filled, alternative);
    else if (rejection?.isProjected)
      report('error', location, 'projectedCoordinates', quotedValue(rejection.value));
    else if (rejection)
      report(
        'error',
        location,
        'unfitColumn',
        filled,
        rejection.target,
        quotedValue(rejection.value),
      );
    else report('error', location, 'unusedColumn', filled);
  }
}

/** Reads a text without the length limit of widgets. */
function readFullText(value: unknown): unknown {
  const text = typeof value === 'string' ? value.trim() : readText(value);
  return text === '' ? undefined : text;
}

/** Reads a rate in percent. A cell in the format of percentages contains a fraction: 60 % is 0.6. */
function readPercent(value: unknown): unknown {
  const rate = readNumber(value);
  return typeof value === 'number' && typeof rate === 'number' && rate <= 1
    ? Math.round(rate * 1e6) / 1e4
    : rate;
}

/** Readers of fields that the widgets read differently. */
const READERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  ...Object.fromEntries(
    ['description', 'abstract', 'body', 'intro', 'text'].map(name => [name, readFullText]),
  ),
  'budget.rate': readPercent,
};

/**
 * Names of columns for fields that only workbooks of a portal have, in French, Dutch, English and German. Widgets read
 * them from no foreign source, and do not load them.
 */
const WORKBOOK_COLUMN_NAMES: Readonly<Partial<Record<CollectionName, NameLists>>> = {
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

/**
 * Returns the columns of the fields above, by field. A text of which there are translations has its own language too.
 *
 * @param lang Language of texts whose column states none.
 */
function workbookFields(
  kind: CollectionName,
  headings: readonly string[],
  lang: string,
): ReadonlyMap<string, readonly string[]> {
  const fieldOf = createFieldFinder(WORKBOOK_COLUMN_NAMES[kind] ?? {});
  const found = new Map<string, readonly string[]>();
  for (const heading of headings) {
    const field = fieldOf(heading);
    if (field !== undefined && !found.has(field)) found.set(field, [heading]);
  }
  return new Map(
    [...found].map(([field, columns]) => [withOwnLanguage(field, found.keys(), lang), columns]),
  );
}
