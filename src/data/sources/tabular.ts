import {dateSpan} from '../../model/period.js';
import {type Query, TERRITORIES, type TerritoryKind} from '../../model/query.js';
import {isTerritory} from '../../model/territory-code.js';
import {LoadError, SchemaError} from '../errors.js';
import {isObject} from '../shape.js';
import type {PortalSource} from '../source.js';
import type {ServerField, ServerKind, ServerPage, ServerQuestion} from './foreign/kind.js';
import type {Opening} from './foreign/opening.js';
import {countOf, listIn, partIn} from './foreign/reading.js';
import {ForeignServer} from './foreign/server.js';
import {codeField} from './foreign/territories.js';
import {isoDay, timesOf, yearFor} from './foreign/time.js';

/** Maximum page size of the API (README of datagouv/api-tabular, "Pagination"). */
const LONGEST = 50;

/** Filters, with the field each is compared with. */
const HELD = {type: 'type', theme: 'themes', section: 'section', family: 'family'} as const;
/** Fields that a text search reads. */
const SEARCHED = ['title', 'description', 'tags', 'authors', 'commune', 'identifier'];

/**
 * Returns the URL of a resource's rows, and the filters to keep. Accepts the URL of the resource, of its rows, or of
 * its page on data.gouv.fr.
 */
function dataOf(address: string): {readonly data: string; readonly own: readonly string[]} {
  const {origin, pathname, search, hostname, hash} = new URL(address);
  const api = /^(.*\/api\/resources\/[\w-]+)(?:\/|$)/.exec(pathname)?.[1];
  const isSite = /(?:^|\.)data\.gouv\.fr$/.test(hostname);
  const page = isSite ? /(?:\/r\/|\/resources\/|resource_id=)([\da-f-]{36})/ : undefined;
  const id = page?.exec(pathname + search + hash)?.[1];
  const own = search.slice(1).split('&');
  if (api !== undefined)
    return {data: `${origin}${api}/data/`, own: own.filter(part => /__|^or=/.test(part))};
  if (id !== undefined)
    return {data: `https://tabular-api.data.gouv.fr/api/resources/${id}/data/`, own: []};
  throw new LoadError(
    'unsupported',
    address,
    'expected the address of a resource: https://tabular-api.data.gouv.fr/api/resources/{id}/',
  );
}

const parameter = (name: string, value: string | number): string =>
  `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

/** Returns true if there are sample values and all satisfy `test`. */
const isAll = ({values}: ServerField, test: (value: unknown) => boolean): boolean => {
  const given = values.filter(value => value !== null && value !== undefined);
  return given.length > 0 && given.every(test);
};
const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const isDate = (value: unknown): boolean => /^\d{4}-\d\d-\d\d/.test(String(value));
const isYear = (value: unknown): boolean => isNumber(value) && /^[12]\d{3}$/.test(String(value));

/** Returns true for strings that need no escaping in a list of the API. */
const isPlain = (value: string): boolean => !/[",()&=*\\]/.test(value);

/** Builds the parameters of a query. */
class TabularQuestion {
  readonly #question: ServerQuestion;

  constructor(question: ServerQuestion) {
    this.#question = question;
  }

  #field(name: string, test: (value: unknown) => boolean): ServerField | undefined {
    const field = this.#question.field(name);
    return field && !field.isJoined && isAll(field, test) ? field : undefined;
  }

  /** Columns read by a text search, limited to names allowed in an `or` parameter. */
  get #texts(): readonly string[] {
    const fields = SEARCHED.flatMap(name => this.#question.field(name) ?? []);
    const names = fields.filter(field => isAll(field, isText)).map(({path}) => path);
    return [...new Set(names)].filter(name => isPlain(name) && !name.includes('.'));
  }

  get #times() {
    return timesOf(this.#question, field =>
      isAll(field, isDate) || isAll(field, isYear) ? field : undefined,
    );
  }

  #held(part: keyof typeof HELD | 'commune' | TerritoryKind): ServerField | undefined {
    if (isTerritory(part)) return codeField(part, this.#question);
    const name = this.#question.field('insee') ? 'insee' : 'commune';
    return this.#field(
      part === 'commune' ? name : HELD[part],
      value => isText(value) || isNumber(value),
    );
  }

  can(part: keyof Query): boolean {
    const {query} = this.#question;
    if (part === 'q') return this.#texts.length > 0;
    if (part === 'sort') return this.#order !== undefined;
    // The API has no filter for records without an end date.
    if (part === 'from' || part === 'to') {
      const {start, end} = this.#times ?? {};
      return start !== undefined && (part === 'to' || end?.path === start.path);
    }
    if (part === 'bbox')
      return !!query.bbox && query.bbox[0] <= query.bbox[2] && this.#places !== undefined;
    if (isTerritory(part)) return this.#held(part) !== undefined;
    if (part !== 'commune' && !Object.hasOwn(HELD, part)) return false;
    const held = part as keyof typeof HELD;
    return this.#held(held) !== undefined && !!query[held]?.every(isPlain);
  }

  get #places(): readonly [ServerField, ServerField] | undefined {
    const [lat, lon] = [this.#field('lat', isNumber), this.#field('lon', isNumber)];
    return lat && lon && [lat, lon];
  }

  get #order(): string | undefined {
    const {sort = ''} = this.#question.query;
    const by = sort.endsWith('title') ? this.#question.field('title') : this.#times?.start;
    return by && parameter(`${by.path}__sort`, sort.startsWith('-') ? 'desc' : 'asc');
  }

  get parameters(): string[] {
    const {q, bbox, from, to, sort} = this.#question.query;
    const asked: string[] = [];
    const ask = ({path}: ServerField, operator: string, value: string | number): void =>
      void asked.push(parameter(`${path}__${operator}`, value));
    for (const word of q?.trim().split(/\s+/) ?? []) {
      // Characters with a meaning in an `or` parameter are replaced by a wildcard.
      const like = word.replace(/[^\p{L}\p{N}'’-]/gu, '*');
      const [first, ...more] = this.#texts.map(name => `${name}__contains`);
      if (first === undefined || like === '') continue;
      const either = [first, ...more].map(name => `${name}.${like}`).join(',');
      asked.push(more.length > 0 ? parameter('or', `(${either})`) : parameter(first, like));
    }
    const {start, end} = this.#times ?? {};
    const [first, last] = [dateSpan(from)?.first, dateSpan(to)?.last];
    if (start && last !== undefined) ask(start, 'strictly_less', boundOf(start, last + 1, true));
    if (end && first !== undefined) ask(end, 'greater', boundOf(end, first));
    const places = bbox && this.#places;
    if (places) {
      const [lat, lon] = places;
      ask(lat, 'greater', bbox[1]);
      ask(lat, 'less', bbox[3]);
      ask(lon, 'greater', bbox[0]);
      ask(lon, 'less', bbox[2]);
    }
    for (const part of ['type', 'theme', 'section', 'family', 'commune', ...TERRITORIES] as const) {
      const [value, ...more] = this.#question.query[part] ?? [];
      const field = this.#held(part);
      if (!field || value === undefined) continue;
      if (more.length > 0) ask(field, 'in', [value, ...more].join(','));
      else ask(field, 'exact', value);
    }
    if (sort && this.#order !== undefined) asked.push(this.#order);
    return asked;
  }
}

/** Returns a day in the format of a column: a date, or a year. */
const boundOf = (field: ServerField, day: number, isBefore = false): string | number =>
  isAll(field, isYear) ? yearFor(day, isBefore) : isoDay(day);

/** @throws {SchemaError} if the response does not come from the API. */
function page(body: unknown, address: string): ServerPage {
  const given = isObject(body) ? body['data'] : body;
  if (!Array.isArray(given))
    throw new SchemaError(address, 'expected rows of the Tabular API: an object with data');
  const rows = listIn({given}, 'given').map(({__id: id, ...fields}) => ({fields, id}));
  return {rows, total: countOf(partIn(body, 'meta')['total'])};
}

/** Returns the list of needed columns, or an empty string if a name cannot be part of a list. */
const columnsOf = (names: readonly string[]): string =>
  names.every(isPlain) ? ['__id', ...names].join(',') : '';

/**
 * Opens a table on data.gouv.fr by the Tabular API.
 *
 * @throws {LoadError} if the URL identifies no resource.
 */
export function open(opening: Opening): PortalSource {
  const {data, own} = dataOf(opening.address);
  const address = (end: string, ...parameters: readonly string[]): string =>
    `${data}${end}?${[...own, ...parameters].filter(Boolean).join('&')}`;
  const kind: ServerKind = {
    longest: LONGEST,
    isNumbered: true,
    isBulkWhole: true,
    order: 'lat-lon',
    can: (part, question) => new TabularQuestion(question).can(part),
    address: (question, {offset, limit}) =>
      address(
        '',
        ...new TabularQuestion(question).parameters,
        parameter('page', Math.floor(offset / limit) + 1),
        parameter('page_size', limit),
      ),
    bulk: question => {
      const columns = columnsOf(question.keys ?? []);
      return address(
        'json/',
        ...new TabularQuestion(question).parameters,
        columns && parameter('columns', columns),
      );
    },
    page,
  };
  return new ForeignServer(opening, () => kind);
}
