import type {Bbox} from '../../../../model/geo/geo.js';
import type {CollectionName} from '../../../../model/records.js';
import {createFieldMappings, type MappedFields} from './field-mapping.js';
import {parseFields} from './fields-attribute.js';
import {
  type FieldMapping,
  type SourceFormat,
  type ForeignRecord,
  CODE_TARGET,
  isMissing,
  isPlaceTarget,
} from './foreign-record.js';
import {isPlaced, isProjected, type Row} from './foreign-rows.js';
import {swapPairs, pairHint} from './coordinate-order.js';
import {describeValue} from '../../../../model/schemas/schema-builder.js';
import {addTerritoryNames} from '../readers/territory-readers.js';
import {sampleOf} from '../columns/table-columns.js';
import {hasField} from './field-targets.js';
import {targetFor} from './target-names.js';

export interface MappedRows {
  /** The rows, with geometries in degrees. */
  readonly rows: readonly Row[];
  readonly mappings: readonly FieldMapping[];
  readonly errors: readonly string[];
  /** Likely causes of unexpected data. */
  readonly hints: readonly string[];
}

/** Column of a département or a region with words in JSON, or the field in the attribute `fields`. */
const TERRITORY = /(?:d[eé]p|r[eé]g)[^"]*":[^,]*[a-z]{3}|\b(?:departement|region)\s*:/i;

/** Maps the fields of a collection to fields of foreign rows. */
export async function mapFields(
  collection: CollectionName,
  rows: readonly Row[],
  fields: string,
  {defaults, coordinateOrder, crs, ownFields}: SourceFormat,
  extent?: Bbox,
): Promise<MappedRows> {
  const errors: string[] = [];
  const samples = rows.map(row => row.fields);
  if (TERRITORY.test(fields + JSON.stringify(samples.slice(0, 3))))
    addTerritoryNames((await import('../readers/territory-names.js')).TERRITORY_NAMES);
  const found = createFieldMappings({
    collection,
    fields: parseFields(fields, line => errors.push(line)),
    defaults,
    coordinateOrder,
    ownFields,
    samples,
  });
  const places = areInMetres(rows, found)
    ? (await import('./metres.js')).placesInDegrees(rows, found, crs)
    : {rows, fields: found};
  const {mappings: read} = places.fields;
  const mappings = haveLostZeros(read, samples)
    ? (await import('../columns/lost-zeros.js')).withLostZeros(read, samples)
    : read;
  const mapped = {...places.fields, mappings};
  const isLocated = places.rows.some(isPlaced);
  const hints = [...mappingHints(collection, mapped, samples, isLocated)];
  if (!isLocated && rows.some(({geometry}) => isProjected(geometry)))
    hints.push(projectedHint('geometry'));
  if (places.recognized)
    hints.push(`${places.recognized.where}: read as metres of ${places.recognized.system}`);
  const swapped = swapPairs(mapped.mappings, places.rows, isPlaced, coordinateOrder, extent);
  if (swapped) hints.push(pairHint(swapped, extent !== undefined));
  return {rows: places.rows, mappings: swapped?.mappings ?? mapped.mappings, errors, hints};
}

/** True if no geometry is in degrees, and geometries or columns have metres, such as those of Lambert 93. */
export const areInMetres = (rows: readonly Row[], {mappings, rejected}: MappedFields): boolean =>
  !rows.some(isPlaced) &&
  (rows.some(({geometry}) => isProjected(geometry)) ||
    rejected.some(one => one.isProjected) ||
    mappings.some(
      ({target, read}) =>
        /^(?:lat|lon)$/.test(target) &&
        sampleOf(rows).some(({fields}) => Math.abs(Number(read(fields))) > 1_000),
    ));

/** True if some codes may have lost their leading zero. */
const haveLostZeros = (
  mappings: readonly FieldMapping[],
  records: readonly ForeignRecord[],
): boolean =>
  mappings.some(
    ({target, reader}) =>
      CODE_TARGET.test(target) &&
      records.some(record => /^[1-9]\d{3}(?:\.0)?$/.test(String(reader(record)))),
  );

/** Maximum number of columns named in a hint. */
const MAX_NAMES = 8;

/** Returns the columns with texts, from which the webmaster may choose a title: those that no field uses, if any. */
function textColumns({mappings}: MappedFields, samples: readonly ForeignRecord[]): string[] {
  const used = new Set(mappings.flatMap(({paths}) => paths));
  const names = new Set(samples.flatMap(sample => Object.keys(sample)));
  const texts = [...names].filter(name =>
    samples.some(({[name]: value}) => typeof value === 'string' && /\p{L}{2}/u.test(value)),
  );
  const unused = texts.filter(name => !used.has(name));
  return unused.length > 0 ? unused : texts;
}

/** Returns hints for the webmaster about the columns of a source, one sentence each. */
function mappingHints(
  collection: CollectionName,
  mapped: MappedFields,
  samples: readonly ForeignRecord[],
  isPlaced: boolean,
): readonly string[] {
  const {mappings, rejected, unknownFields, guessedTitle} = mapped;
  const hints = unknownFields.map(name => `fields="…": ${collection} have no "${name}"`);
  const projected = rejected.filter(({isProjected}) => isProjected);
  // A number alone is no place: `N°` may be the number of a row.
  if (projected.some(({target}) => target !== 'lat') && !isPlaced)
    hints.push(projectedHint(projected.map(({name}) => `"${name}"`).join(', ')));
  for (const {name, target, value, isProjected} of rejected)
    if (!isProjected && !(isPlaced && isPlaceTarget(target)))
      hints.push(
        `column "${name}" is not used: its values do not fit "${target}", such as ${describeValue(value)}`,
      );
  if (guessedTitle !== undefined)
    hints.push(
      `no column is called a title: "${guessedTitle}" is taken; fields="title: …" names another`,
    );
  const title = targetFor(collection, 'title');
  const isTitled = mappings.some(
    ({target, reader}) =>
      target.split('.', 1)[0] === title && samples.some(sample => !isMissing(reader(sample))),
  );
  const names = isTitled || !hasField(collection, title) ? [] : textColumns(mapped, samples);
  if (names.length > 0) {
    const listed = names.slice(0, MAX_NAMES).map(name => `"${name}"`);
    hints.push(
      `no record has a title: fields="title: …" names its column, such as ${listed.join(', ')}`,
    );
  }
  const isDated = mappings.some(({target}) => /^(?:period|event)(?:\.start)?$/.test(target));
  if (collection === 'events' && !isDated && samples.length > 0)
    hints.push('no event has a date, and none is shown: fields="date: …" names its column');
  return hints;
}

/** Returns the hint for coordinates in metres. */
const projectedHint = (where: string): string =>
  `${where}: coordinates in metres of an unknown system are not read: export them in degrees (WGS 84)`;
