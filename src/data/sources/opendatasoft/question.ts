import {dateSpan} from '../../../model/period.js';
import {type FacetName, type Query, TERRITORIES, type TerritoryKind} from '../../../model/query.js';
import {isTerritory} from '../../../model/territory-code.js';
import type {ServerField, ServerQuestion} from '../foreign/kind.js';
import {codeField} from '../foreign/territories.js';
import {isoDay, type Times, timesOf, yearFor} from '../foreign/time.js';
import {type Dataset, quoted, searchFor} from './dataset.js';
import type {OdsField, OdsSchema} from './schema.js';

/** Field used by a query, with its name in ODSQL. */
interface Known extends OdsField, ServerField {
  readonly name: string;
}

/** Keywords of ODSQL, and names that start with a digit. As field names they need backquotes. */
const RESERVED =
  /^(?:and|as|asc|avg|by|count|date_format|day|dayofweek|desc|distinct|equi|false|group|hour|ifnull|or|limit|lower|max|millisecond|min|minute|month|not|null|quarter|range|search|second|select|sum|top|true|upper|where|year|\d.*)$/i;

/** Returns the name of a field in ODSQL. */
export const nameOf = (path: string): string => (RESERVED.test(path) ? `\`${path}\`` : path);

/** Filters compared with the field of the same name. */
const OWN = ['type', 'theme', 'section', 'family'] as const;

/** Builds the ODSQL clauses of a query. */
export class OdsQuestion {
  readonly #dataset: Dataset;
  readonly #schema: OdsSchema;
  readonly #question: ServerQuestion;

  constructor(dataset: Dataset, schema: OdsSchema, question: ServerQuestion) {
    this.#dataset = dataset;
    this.#schema = schema;
    this.#question = question;
  }

  /** Returns the source field of one of our fields, if it is a single field. */
  field(name: string): Known | undefined {
    const field = this.#question.field(name === 'theme' ? 'themes' : name);
    return field && !field.isJoined ? this.#known(field) : undefined;
  }

  #known(field: ServerField): Known | undefined {
    const {path} = field;
    const known = this.#schema.fields.get(path);
    if (!known || !/^\w+$/.test(path)) return undefined;
    return {...field, ...known, name: nameOf(path)};
  }

  /** Field that identifies communes. */
  get commune(): Known | undefined {
    return this.#question.field('insee') ? this.field('insee') : this.field('commune');
  }

  /** Returns the field that contains the code of a territory. */
  #territory(kind: TerritoryKind): Known | undefined {
    const field = codeField(kind, this.#question);
    return field && this.#known(field);
  }

  /** Date fields of the records, or undefined if they are no single fields of a comparable type. */
  get time(): Times<Known> | undefined {
    return timesOf(this.#question, timed => {
      const field = this.#known(timed);
      return field && /^(?:date|datetime|int)$/.test(String(field.type)) ? field : undefined;
    });
  }

  can(part: keyof Query): boolean {
    if (part === 'q') return true;
    if (part === 'bbox') return /^geo_/.test(String(this.field('geo')?.type));
    if (part === 'from' || part === 'to') return this.time !== undefined;
    if (part === 'sort') return this.#order !== undefined;
    if (part === 'commune') return this.commune !== undefined;
    if (isTerritory(part)) return this.#territory(part) !== undefined;
    return OWN.some(name => name === part) && this.field(part)?.type === 'text';
  }

  get #order(): string | undefined {
    const {sort = ''} = this.#question.query;
    const by = sort.endsWith('title') ? this.field('title') : this.time?.start;
    return by && `${by.name} ${sort.startsWith('-') ? 'desc' : 'asc'}`;
  }

  /**
   * Returns the parameters of the query.
   *
   * @param without Filter to leave out.
   */
  parameters(without?: FacetName): URLSearchParams {
    const {query} = this.#question;
    const parameters = new URLSearchParams(this.#dataset.own);
    const where = parameters.getAll('where').map(own => `(${own})`);
    parameters.delete('where');
    if (query.q !== undefined) where.push(searchFor(query.q));
    if (query.bbox) where.push(this.#box(query.bbox));
    if (without !== 'year') where.push(...this.#during());
    for (const part of [...OWN, 'commune', ...TERRITORIES] as const) {
      const values = query[part];
      const field =
        part === 'commune'
          ? this.commune
          : isTerritory(part)
            ? this.#territory(part)
            : this.field(part);
      if (!values || !field || part === without) continue;
      // `refine` is the portal's own filter for one value of a facet.
      if (values.length === 1 && field.annotations['facet'])
        parameters.append('refine', `${field.path}:${values[0]}`);
      else where.push(oneOf(field, values));
    }
    if (where.length > 0) parameters.set('where', where.join(' and '));
    return parameters;
  }

  /** Parameters with the sort order. */
  get inOrder(): URLSearchParams {
    const parameters = this.parameters();
    if (this.#question.query.sort && this.#order !== undefined)
      parameters.set('order_by', this.#order);
    return parameters;
  }

  #box([west, south, east, north]: NonNullable<Query['bbox']>): string {
    const name = this.field('geo')?.name ?? '';
    const box = (from: number, to: number): string =>
      `in_bbox(${name}, ${south}, ${from}, ${north}, ${to})`;
    return west <= east ? box(west, east) : `(${box(west, 180)} or ${box(-180, east)})`;
  }

  #during(): string[] {
    const {from, to} = this.#question.query;
    const {start, end} = this.time ?? {};
    const where: string[] = [];
    const first = dateSpan(from)?.first;
    const last = dateSpan(to)?.last;
    if (start && last !== undefined) where.push(`${start.name} < ${dayOf(start, last + 1, true)}`);
    if (end && first !== undefined) {
      const later = `${end.name} >= ${dayOf(end, first)}`;
      // A record without an end date has not ended.
      where.push(end.path === start?.path ? later : `(${later} or ${end.name} is null)`);
    }
    return where;
  }
}

/** Returns a day as an ODSQL literal: a date, or a year for numeric fields. */
const dayOf = ({type}: OdsField, day: number, isBefore = false): string =>
  type === 'int' ? String(yearFor(day, isBefore)) : `date'${isoDay(day)}'`;

/** Returns the clause for records with one of some values. */
function oneOf({name, annotations}: Known, values: readonly string[]): string {
  const texts = values.map(quoted);
  return annotations['multivalued']
    ? `(${texts.map(text => `${text} in ${name}`).join(' or ')})`
    : `${name} in (${texts.join(', ')})`;
}
