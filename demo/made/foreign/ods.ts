import {OdsqlParser, type OdsRecord} from './odsql.js';
import {type FlatRecord, type MadeAnswer, numberIn, wholeDate} from './records.js';

const DATASET = 'ressources';

const field = (name: string, type: string, ...annotations: string[]): object => ({
  name,
  type,
  label: name,
  description: null,
  annotations: Object.fromEntries(annotations.map(annotation => [annotation, []])),
});

const ABOUT = {
  dataset_id: DATASET,
  has_records: true,
  fields: [
    field('identifiant', 'text', 'id'),
    field('titre', 'text', 'sortable'),
    field('resume', 'text'),
    field('lien', 'text'),
    field('nature', 'text', 'facet'),
    field('themes', 'text', 'facet', 'multivalued'),
    field('commune', 'text', 'facet'),
    field('code_insee', 'text'),
    field('date', 'date'),
    field('geo_point_2d', 'geo_point_2d'),
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

const recordOf = (record: FlatRecord): OdsRecord => ({
  identifiant: record.id,
  titre: record.title,
  resume: record.abstract,
  lien: record.url,
  nature: record.type,
  themes: record.themes.length > 0 ? record.themes : null,
  commune: record.commune,
  code_insee: record.insee,
  date: wholeDate(record.date),
  geo_point_2d: record.lat === null ? null : {lon: record.lon, lat: record.lat},
});

const refused = (message: string): MadeAnswer => ({
  status: 400,
  body: {message, error_code: 'ODSQLError'},
});

/** Counts the records of each value, most frequent first. */
function counted(records: readonly OdsRecord[], values: (record: OdsRecord) => readonly unknown[]) {
  const counts = new Map<string, {readonly values: readonly unknown[]; count: number}>();
  for (const record of records) {
    const found = values(record);
    const known = counts.get(JSON.stringify(found)) ?? {values: found, count: 0};
    known.count++;
    counts.set(JSON.stringify(found), known);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** Groups records by an ODSQL expression, such as `year(date) as value, commune as name`. */
function grouped(records: readonly OdsRecord[], by: string): object[] {
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
  return counted(records, record => parts.map(({read}) => read(record))).map(({values, count}) => ({
    total: count,
    ...Object.fromEntries(parts.map(({alias}, i) => [alias, values[i]])),
  }));
}

function sorted(records: readonly OdsRecord[], by: string | null): readonly OdsRecord[] {
  const [, name = '', way] = /^`?(\w+)`?(?:\s+(asc|desc))?$/i.exec(by ?? '') ?? [];
  if (name === '') return records;
  const turn = way?.toLowerCase() === 'desc' ? -1 : 1;
  const textOf = (record: OdsRecord): string => (record[name] as string | null) ?? '';
  // Records without a value come last in both directions.
  return [...records].sort(
    (a, b) =>
      Number(textOf(a) === '') - Number(textOf(b) === '') ||
      turn * textOf(a).localeCompare(textOf(b), 'fr'),
  );
}

/**
 * Serves one dataset through the Explore API 2.1.
 *
 * @param path Path after the root of the server.
 */
export function answerOds(
  path: string,
  parameters: URLSearchParams,
  flat: readonly FlatRecord[],
): MadeAnswer {
  const root = `/api/explore/v2.1/catalog/datasets/${DATASET}`;
  if (path === root || path === `${root}/`) return {body: ABOUT};
  const [, end = ''] = new RegExp(`^${root}/(records|facets|exports/json)$`).exec(path) ?? [];
  if (end === '') return {status: 404, body: {error_code: 'NotFoundException'}};
  try {
    const tests = parameters.getAll('where').map(where => new OdsqlParser(where).parse());
    const refined = parameters.getAll('refine').map(text => {
      const at = text.indexOf(':');
      return [text.slice(0, at), text.slice(at + 1)] as const;
    });
    const found = flat
      .map(recordOf)
      .filter(
        record =>
          tests.every(test => test(record)) &&
          refined.every(([name, value]) => [record[name]].flat().includes(value)),
      );
    if (end === 'facets') {
      const facets = parameters.getAll('facet').map(name => ({
        name,
        facets: counted(
          found.flatMap(record => [record[name] ?? []].flat().map(value => ({value}))),
          ({value}) => [value],
        ).map(({values: [value], count}) => ({name: value, value, count, state: 'displayed'})),
      }));
      return {body: {facets}};
    }
    const by = parameters.get('group_by');
    if (by !== null) return {body: {results: grouped(found, by)}};
    const isExport = end !== 'records';
    const limit = numberIn(parameters, 'limit', isExport ? found.length : 10);
    const offset = numberIn(parameters, 'offset', 0);
    if (!isExport && (limit > 100 || offset + limit > 10_000))
      return refused(`Invalid value for limit or offset + limit: ${offset + limit}`);
    const names = parameters.get('select')?.split(',');
    const rows = sorted(found, parameters.get('order_by'))
      .slice(offset, offset + limit)
      .map(record =>
        names ? Object.fromEntries(names.map(name => [name, record[name] ?? null])) : record,
      );
    return {body: isExport ? rows : {total_count: found.length, results: rows}};
  } catch (error) {
    if (error instanceof SyntaxError) return refused(`ODSQL query is malformed: ${error.message}`);
    throw error;
  }
}
