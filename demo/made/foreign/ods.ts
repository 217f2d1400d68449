import {OdsqlParser, type OdsRecord} from './odsql.js';
import {
  type FlatRecord,
  type SimulatedResponse,
  readInteger,
  completeDate,
} from './flat-records.js';

const DATASET = 'ressources';

const fieldMetadata = (name: string, type: string, ...annotations: string[]): object => ({
  name,
  type,
  label: name,
  description: null,
  annotations: Object.fromEntries(annotations.map(annotation => [annotation, []])),
});

const DATASET_METADATA = {
  dataset_id: DATASET,
  has_records: true,
  fields: [
    fieldMetadata('identifiant', 'text', 'id'),
    fieldMetadata('titre', 'text', 'sortable'),
    fieldMetadata('resume', 'text'),
    fieldMetadata('lien', 'text'),
    fieldMetadata('nature', 'text', 'facet'),
    fieldMetadata('themes', 'text', 'facet', 'multivalued'),
    fieldMetadata('commune', 'text', 'facet'),
    fieldMetadata('code_insee', 'text'),
    fieldMetadata('date', 'date'),
    fieldMetadata('geo_point_2d', 'geo_point_2d'),
  ],
  metas: {
    default: {
      title: 'Ressources du portail de démonstration',
      publisher: 'Démonstration de spass-widgets',
      license: 'Licence Ouverte v2.0 (Etalab)',
      modified: '2026-11-01T08:00:00+00:00',
    },
  },
};

const toOdsRecord = (record: FlatRecord): OdsRecord => ({
  identifiant: record.id,
  titre: record.title,
  resume: record.abstract,
  lien: record.url,
  nature: record.type,
  themes: record.themes.length > 0 ? record.themes : null,
  commune: record.commune,
  code_insee: record.insee,
  date: completeDate(record.date),
  geo_point_2d: record.lat === null ? null : {lon: record.lon, lat: record.lat},
});

const errorResponse = (message: string): SimulatedResponse => ({
  status: 400,
  body: {message, error_code: 'ODSQLError'},
});

/** Counts the records of each value, most frequent first. */
function countValues(
  records: readonly OdsRecord[],
  values: (record: OdsRecord) => readonly unknown[],
) {
  const counts = new Map<string, {readonly values: readonly unknown[]; count: number}>();
  for (const record of records) {
    const found = values(record);
    const entry = counts.get(JSON.stringify(found)) ?? {values: found, count: 0};
    entry.count++;
    counts.set(JSON.stringify(found), entry);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** Groups records by an ODSQL expression, such as `year(date) as value, commune as name`. */
function groupRecords(records: readonly OdsRecord[], by: string): object[] {
  const parts = by.split(',').map(part => {
    const [, year, name = '', alias = ''] =
      /^\s*(?:(year)\()?`?(\w+)`?\)?(?:\s+as\s+(\w+))?\s*$/.exec(part) ?? [];
    if (name === '') throw new SyntaxError(part);
    const read = (record: OdsRecord): unknown => {
      const value = record[name] ?? null;
      return year && typeof value === 'string' ? Number(value.slice(0, 4)) : value;
    };
    return {alias: alias || name, read};
  });
  return countValues(records, record => parts.map(({read}) => read(record))).map(
    ({values, count}) => ({
      total: count,
      ...Object.fromEntries(parts.map(({alias}, i) => [alias, values[i]])),
    }),
  );
}

function sortRecords(records: readonly OdsRecord[], by: string | null): readonly OdsRecord[] {
  const [, name = '', direction] = /^`?(\w+)`?(?:\s+(asc|desc))?$/i.exec(by ?? '') ?? [];
  if (name === '') return records;
  const sign = direction?.toLowerCase() === 'desc' ? -1 : 1;
  const textOf = (record: OdsRecord): string => (record[name] as string | null) ?? '';
  // Records without a value come last in both directions.
  return [...records].sort(
    (a, b) =>
      Number(textOf(a) === '') - Number(textOf(b) === '') ||
      sign * textOf(a).localeCompare(textOf(b), 'fr'),
  );
}

/**
 * Serves one dataset through the Explore API 2.1.
 *
 * @param path Path after the root of the server.
 */
export function respondOds(
  path: string,
  parameters: URLSearchParams,
  flat: readonly FlatRecord[],
): SimulatedResponse {
  const root = `/api/explore/v2.1/catalog/datasets/${DATASET}`;
  if (path === root || path === `${root}/`) return {body: DATASET_METADATA};
  const [, resource = ''] = new RegExp(`^${root}/(records|facets|exports/json)$`).exec(path) ?? [];
  if (resource === '') return {status: 404, body: {error_code: 'NotFoundException'}};
  try {
    const predicates = parameters.getAll('where').map(where => new OdsqlParser(where).parse());
    const refined = parameters.getAll('refine').map(text => {
      const at = text.indexOf(':');
      return [text.slice(0, at), text.slice(at + 1)] as const;
    });
    const found = flat
      .map(toOdsRecord)
      .filter(
        record =>
          predicates.every(test => test(record)) &&
          refined.every(([name, value]) => [record[name]].flat().includes(value)),
      );
    if (resource === 'facets') {
      const facets = parameters.getAll('facet').map(name => ({
        name,
        facets: countValues(
          found.flatMap(record => [record[name] ?? []].flat().map(value => ({value}))),
          ({value}) => [value],
        ).map(({values: [value], count}) => ({name: value, value, count, state: 'displayed'})),
      }));
      return {body: {facets}};
    }
    const by = parameters.get('group_by');
    if (by !== null) return {body: {results: groupRecords(found, by)}};
    const isExport = resource !== 'records';
    const limit = readInteger(parameters, 'limit', isExport ? found.length : 10);
    const offset = readInteger(parameters, 'offset', 0);
    if (!isExport && (limit > 100 || offset + limit > 10_000))
      return errorResponse(`Invalid value for limit or offset + limit: ${offset + limit}`);
    const names = parameters.get('select')?.split(',');
    const rows = sortRecords(found, parameters.get('order_by'))
      .slice(offset, offset + limit)
      .map(record =>
        names ? Object.fromEntries(names.map(name => [name, record[name] ?? null])) : record,
      );
    return {body: isExport ? rows : {total_count: found.length, results: rows}};
  } catch (error) {
    if (error instanceof SyntaxError)
      return errorResponse(`ODSQL query is malformed: ${error.message}`);
    throw error;
  }
}
