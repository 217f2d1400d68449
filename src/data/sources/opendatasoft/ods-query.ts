import {dateSpan, isoDay} from '../../../model/time/period.js';
import type {FacetName, ListFilter, Query, TerritoryKind} from '../../../model/query.js';
import {
  type Parameter,
  parametersOf,
  type PartParameters,
  type ServerField,
  type ServerFilters,
  type ServerQuery,
} from '../shared/servers/server-adapter.js';
import {
  comparableYear,
  type TimeFields,
  timeFieldsOf,
  territoryCodeField,
} from '../shared/rows/comparable-fields.js';
import {type Dataset, quoteOdsql, searchClause} from './dataset.js';
import type {Envelope} from '../../../model/schemas/part-schemas.js';
import {parseEnvelope} from '../../validation.js';
import {objectsIn, objectIn} from '../shared/rows/json-access.js';

interface OdsField {
  /** `text`, `int`, `double`, `date`, `datetime`, `geo_point_2d`, `geo_shape`… */
  readonly type: unknown;
  /** `facet`: the portal counts its values. `multivalued`: a record has an array of values. */
  readonly annotations: Readonly<Record<string, unknown>>;
}

/** Metadata of a dataset. */
export interface OdsSchema {
  /** Fields by name; empty if unknown. */
  readonly fields: ReadonlyMap<unknown, OdsField>;
  readonly envelope: Envelope;
}

/** Reads the metadata of a dataset. Invalid parts are left out. */
export function parseSchema(body: unknown, pageUrl: string): OdsSchema {
  const {publisher, title, license, modified, data_processed, language} = objectIn(
    objectIn(body, 'metas'),
    'default',
  );
  const attribution = {
    text: publisher ?? title,
    url: pageUrl,
    licence: license,
    updated: String(modified ?? data_processed).slice(0, 10),
    lang: language,
  };
  return {
    fields: new Map(
      objectsIn(body, 'fields').map(field => {
        const {name, type} = field;
        return [name, {type, annotations: objectIn(field, 'annotations')}];
      }),
    ),
    envelope: parseEnvelope({attribution}).value ?? {},
  };
}

/** Field used by a query, with its name in ODSQL. */
interface OdsqlField extends OdsField, ServerField {
  readonly odsqlName: string;
}

/** Keywords of ODSQL, and names that start with a digit. As field names they need backquotes. */
const RESERVED_NAME =
  /^(?:and|as|asc|avg|by|count|date_format|day|dayofweek|desc|distinct|equi|false|group|hour|ifnull|or|limit|lower|max|millisecond|min|minute|month|not|null|quarter|range|search|second|select|sum|top|true|upper|where|year|\d.*)$/i;

/** Returns the name of a field in ODSQL. */
export const odsqlName = (path: string): string =>
  RESERVED_NAME.test(path) ? `\`${path}\`` : path;

/** Fields of a dataset that a query refers to. */
export class OdsFields {
  readonly #schema: OdsSchema;
  readonly #serverQuery: ServerQuery;

  constructor(schema: OdsSchema, serverQuery: ServerQuery) {
    this.#schema = schema;
    this.#serverQuery = serverQuery;
  }

  #odsqlField(field: ServerField | undefined): OdsqlField | undefined {
    const {path = ''} = field ?? {};
    const schemaField = this.#schema.fields.get(path);
    if (!field || !schemaField || !/^\w+$/.test(path)) return undefined;
    return {...field, ...schemaField, odsqlName: odsqlName(path)};
  }

  /** Returns the source field of one of our fields, if it is a single field. */
  field(name: string): OdsqlField | undefined {
    const field = this.#serverQuery.field(name === 'theme' ? 'themes' : name);
    return field?.isDelimited ? undefined : this.#odsqlField(field);
  }

  /** Field that identifies communes. */
  get commune(): OdsqlField | undefined {
    return this.#serverQuery.field('insee') ? this.field('insee') : this.field('commune');
  }

  /** Returns the field that contains the code of a territory. */
  territory(kind: TerritoryKind): OdsqlField | undefined {
    return this.#odsqlField(territoryCodeField(kind, this.#serverQuery));
  }

  /** Returns the text field that a filter is compared with. */
  text(filter: ListFilter): OdsqlField | undefined {
    const field = this.field(filter);
    return field?.type === 'text' ? field : undefined;
  }

  /** Date fields of the records, or undefined if they are no single fields of a comparable type. */
  get times(): TimeFields<OdsqlField> | undefined {
    return timeFieldsOf(this.#serverQuery, timed => {
      const field = this.#odsqlField(timed);
      return field && /^(?:date|datetime|int)$/.test(String(field.type)) ? field : undefined;
    });
  }
}

/** Returns a day as an ODSQL literal: a date, or a year for numeric fields. */
const dateLiteral = ({type}: OdsField, day: number, isBefore = false): string =>
  type === 'int' ? String(comparableYear(day, isBefore)) : `date'${isoDay(day)}'`;

/** Returns the parameter for records with one of some values. */
function anyOf(
  {odsqlName: name, path, annotations}: OdsqlField,
  values: readonly string[],
): Parameter {
  // `refine` is the portal's own filter for one value of a facet.
  if (values.length === 1 && annotations['facet']) return ['refine', `${path}:${values[0]}`];
  const texts = values.map(quoteOdsql);
  return [
    'where',
    annotations['multivalued']
      ? `(${texts.map(text => `${text} in ${name}`).join(' or ')})`
      : `${name} in (${texts.join(', ')})`,
  ];
}

/** Returns the parameters of a dataset's queries. Clauses of `where` are joined by `datasetParameters`. */
export function odsFilters(schema: OdsSchema): ServerFilters {
  const fieldsOf = (serverQuery: ServerQuery): OdsFields => new OdsFields(schema, serverQuery);
  const valueFilter =
    (
      part: ListFilter | TerritoryKind,
      fieldOf: (fields: OdsFields) => OdsqlField | undefined,
    ): PartParameters =>
    serverQuery => {
      const field = fieldOf(fieldsOf(serverQuery));
      return field && [anyOf(field, serverQuery.query[part] ?? [])];
    };
  return {
    q: ({query: {q = ''}}) => [['where', searchClause(q)]],
    bbox: serverQuery => {
      const field = fieldsOf(serverQuery).field('geo');
      const {bbox} = serverQuery.query;
      if (!bbox || !field || !/^geo_/.test(String(field.type))) return undefined;
      const [west, south, east, north] = bbox;
      const box = (from: number, to: number): string =>
        `in_bbox(${field.odsqlName}, ${south}, ${from}, ${north}, ${to})`;
      return [
        ['where', west <= east ? box(west, east) : `(${box(west, 180)} or ${box(-180, east)})`],
      ];
    },
    to: serverQuery => {
      const {start} = fieldsOf(serverQuery).times ?? {};
      const last = dateSpan(serverQuery.query.to)?.last;
      if (!start || last === undefined) return start && [];
      return [['where', `${start.odsqlName} < ${dateLiteral(start, last + 1, true)}`]];
    },
    from: serverQuery => {
      const {start, end} = fieldsOf(serverQuery).times ?? {};
      const first = dateSpan(serverQuery.query.from)?.first;
      if (!end || first === undefined) return start && [];
      const later = `${end.odsqlName} >= ${dateLiteral(end, first)}`;
      // A record without an end date has not ended.
      const isSame = end.path === start?.path;
      return [['where', isSame ? later : `(${later} or ${end.odsqlName} is null)`]];
    },
    type: valueFilter('type', fields => fields.text('type')),
    theme: valueFilter('theme', fields => fields.text('theme')),
    section: valueFilter('section', fields => fields.text('section')),
    family: valueFilter('family', fields => fields.text('family')),
    commune: valueFilter('commune', fields => fields.commune),
    epci: valueFilter('epci', fields => fields.territory('epci')),
    departement: valueFilter('departement', fields => fields.territory('departement')),
    region: valueFilter('region', fields => fields.territory('region')),
    sort: serverQuery => {
      const {sort = ''} = serverQuery.query;
      const fields = fieldsOf(serverQuery);
      const field = sort.endsWith('title') ? fields.field('title') : fields.times?.start;
      return field && [['order_by', `${field.odsqlName} ${sort.startsWith('-') ? 'desc' : 'asc'}`]];
    },
  };
}

/** Returns the parameters of a query, with the given URL's parameters and further clauses of `where`. */
export function datasetParameters(
  {fixedParameters}: Dataset,
  filters: ServerFilters,
  serverQuery: ServerQuery,
  clauses: readonly string[] = [],
): URLSearchParams {
  const parameters = new URLSearchParams(fixedParameters);
  const where = [...parameters.getAll('where').map(own => `(${own})`), ...clauses];
  parameters.delete('where');
  for (const [name, value] of parametersOf(filters, serverQuery)) {
    if (name === 'where') where.push(value);
    else parameters.append(name, value);
  }
  if (where.length > 0) parameters.set('where', where.join(' and '));
  return parameters;
}

/** Returns the query without its sort order, and without the filter that a facet ignores. */
export function facetQuery(serverQuery: ServerQuery, ignored: FacetName | undefined): ServerQuery {
  const {sort: _sort, ...query} = serverQuery.query;
  const removed: readonly (string | undefined)[] = ignored === 'year' ? ['from', 'to'] : [ignored];
  const kept = Object.entries(query).filter(([part]) => !removed.includes(part));
  return {...serverQuery, query: Object.fromEntries(kept) as Query};
}
