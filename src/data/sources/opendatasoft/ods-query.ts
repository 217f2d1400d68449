import {dateSpan, isoDay} from '../../../model/period.js';
import {type FacetName, type Query, TERRITORIES, type TerritoryKind} from '../../../model/query.js';
import {isTerritoryKind} from '../../../model/territory.js';
import type {ServerField, ServerQuery} from '../shared/server-adapter.js';
import {territoryCodeField} from '../shared/territory-fields.js';
import {type TimeFields, timeFieldsOf, comparableYear} from '../shared/time-fields.js';
import {type Dataset, quoteOdsql, searchClause} from './dataset.js';
import type {OdsField, OdsSchema} from './ods-schema.js';

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

/** Filters compared with the field of the same name. */
const SAME_NAME_FILTERS = ['type', 'theme', 'section', 'family'] as const;

/** Builds the ODSQL clauses of a query. */
export class OdsQuery {
  readonly #dataset: Dataset;
  readonly #schema: OdsSchema;
  readonly #serverQuery: ServerQuery;

  constructor(dataset: Dataset, schema: OdsSchema, serverQuery: ServerQuery) {
    this.#dataset = dataset;
    this.#schema = schema;
    this.#serverQuery = serverQuery;
  }

  /** Returns the source field of one of our fields, if it is a single field. */
  field(name: string): OdsqlField | undefined {
    const field = this.#serverQuery.field(name === 'theme' ? 'themes' : name);
    return field && !field.isDelimited ? this.#odsqlField(field) : undefined;
  }

  #odsqlField(field: ServerField): OdsqlField | undefined {
    const {path} = field;
    const schemaField = this.#schema.fields.get(path);
    if (!schemaField || !/^\w+$/.test(path)) return undefined;
    return {...field, ...schemaField, odsqlName: odsqlName(path)};
  }

  /** Field that identifies communes. */
  get communeField(): OdsqlField | undefined {
    return this.#serverQuery.field('insee') ? this.field('insee') : this.field('commune');
  }

  /** Returns the field that contains the code of a territory. */
  #territoryField(kind: TerritoryKind): OdsqlField | undefined {
    const field = territoryCodeField(kind, this.#serverQuery);
    return field && this.#odsqlField(field);
  }

  /** Date fields of the records, or undefined if they are no single fields of a comparable type. */
  get timeFields(): TimeFields<OdsqlField> | undefined {
    return timeFieldsOf(this.#serverQuery, timed => {
      const field = this.#odsqlField(timed);
      return field && /^(?:date|datetime|int)$/.test(String(field.type)) ? field : undefined;
    });
  }

  supports(part: keyof Query): boolean {
    if (part === 'q') return true;
    if (part === 'bbox') return /^geo_/.test(String(this.field('geo')?.type));
    if (part === 'from' || part === 'to') return this.timeFields !== undefined;
    if (part === 'sort') return this.#order !== undefined;
    if (part === 'commune') return this.communeField !== undefined;
    if (isTerritoryKind(part)) return this.#territoryField(part) !== undefined;
    return SAME_NAME_FILTERS.some(name => name === part) && this.field(part)?.type === 'text';
  }

  get #order(): string | undefined {
    const {sort = ''} = this.#serverQuery.query;
    const sortField = sort.endsWith('title') ? this.field('title') : this.timeFields?.start;
    return sortField && `${sortField.odsqlName} ${sort.startsWith('-') ? 'desc' : 'asc'}`;
  }

  /**
   * Returns the parameters of the query.
   *
   * @param without Filter to leave out.
   */
  parameters(without?: FacetName): URLSearchParams {
    const {query} = this.#serverQuery;
    const parameters = new URLSearchParams(this.#dataset.fixedParameters);
    const where = parameters.getAll('where').map(own => `(${own})`);
    parameters.delete('where');
    if (query.q !== undefined) where.push(searchClause(query.q));
    if (query.bbox) where.push(this.#bboxClause(query.bbox));
    if (without !== 'year') where.push(...this.#periodClauses());
    for (const part of [...SAME_NAME_FILTERS, 'commune', ...TERRITORIES] as const) {
      const values = query[part];
      const field =
        part === 'commune'
          ? this.communeField
          : isTerritoryKind(part)
            ? this.#territoryField(part)
            : this.field(part);
      if (!values || !field || part === without) continue;
      // `refine` is the portal's own filter for one value of a facet.
      if (values.length === 1 && field.annotations['facet'])
        parameters.append('refine', `${field.path}:${values[0]}`);
      else where.push(anyOfClause(field, values));
    }
    if (where.length > 0) parameters.set('where', where.join(' and '));
    return parameters;
  }

  /** Parameters with the sort order. */
  get sortedParameters(): URLSearchParams {
    const parameters = this.parameters();
    if (this.#serverQuery.query.sort && this.#order !== undefined)
      parameters.set('order_by', this.#order);
    return parameters;
  }

  #bboxClause([west, south, east, north]: NonNullable<Query['bbox']>): string {
    const name = this.field('geo')?.odsqlName ?? '';
    const box = (from: number, to: number): string =>
      `in_bbox(${name}, ${south}, ${from}, ${north}, ${to})`;
    return west <= east ? box(west, east) : `(${box(west, 180)} or ${box(-180, east)})`;
  }

  #periodClauses(): string[] {
    const {from, to} = this.#serverQuery.query;
    const {start, end} = this.timeFields ?? {};
    const where: string[] = [];
    const first = dateSpan(from)?.first;
    const last = dateSpan(to)?.last;
    if (start && last !== undefined)
      where.push(`${start.odsqlName} < ${dateLiteral(start, last + 1, true)}`);
    if (end && first !== undefined) {
      const later = `${end.odsqlName} >= ${dateLiteral(end, first)}`;
      // A record without an end date has not ended.
      where.push(end.path === start?.path ? later : `(${later} or ${end.odsqlName} is null)`);
    }
    return where;
  }
}

/** Returns a day as an ODSQL literal: a date, or a year for numeric fields. */
const dateLiteral = ({type}: OdsField, day: number, isBefore = false): string =>
  type === 'int' ? String(comparableYear(day, isBefore)) : `date'${isoDay(day)}'`;

/** Returns the clause for records with one of some values. */
function anyOfClause(
  {odsqlName: name, annotations}: OdsqlField,
  values: readonly string[],
): string {
  const texts = values.map(quoteOdsql);
  return annotations['multivalued']
    ? `(${texts.map(text => `${text} in ${name}`).join(' or ')})`
    : `${name} in (${texts.join(', ')})`;
}
