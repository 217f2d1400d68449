import {dateSpan, isoDay} from '../../../model/time/period.js';
import type {ListFilter, TerritoryKind} from '../../../model/query.js';
import type {
  Parameter,
  PartParameters,
  ServerField,
  ServerFilters,
  ServerQuery,
} from '../shared/servers/server-adapter.js';
import {territoryCodeField} from '../shared/rows/territory-fields.js';
import {comparableYear, type TimeFields, timeFieldsOf} from '../shared/rows/time-fields.js';

/** Fields that a text search reads. */
const SEARCH_FIELDS = ['title', 'description', 'tags', 'authors', 'commune', 'identifier'];

/** Returns true if there are sample values and all satisfy `test`. */
const allValues = ({values}: ServerField, test: (value: unknown) => boolean): boolean => {
  const present = values.filter(value => value !== null && value !== undefined);
  return present.length > 0 && present.every(test);
};
const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const isDate = (value: unknown): boolean => /^\d{4}-\d\d-\d\d/.test(String(value));
const isYear = (value: unknown): boolean => isNumber(value) && /^[12]\d{3}$/.test(String(value));

/** Returns true for strings that need no escaping in a list of the API. */
export const needsNoEscaping = (value: string): boolean => !/[",()&=*\\]/.test(value);

/** Returns the source field of one of our fields, if a filter can compare all its values. */
function comparableField(
  {field}: ServerQuery,
  name: string,
  test: (value: unknown) => boolean = value => isText(value) || isNumber(value),
): ServerField | undefined {
  const found = field(name);
  return found && !found.isDelimited && allValues(found, test) ? found : undefined;
}

/** Returns the columns that a text search reads, limited to names allowed in an `or` parameter. */
function searchColumns({field}: ServerQuery): readonly string[] {
  const fields = SEARCH_FIELDS.flatMap(name => field(name) ?? []);
  const names = fields.filter(one => allValues(one, isText)).map(({path}) => path);
  return [...new Set(names)].filter(name => needsNoEscaping(name) && !name.includes('.'));
}

const timeFields = (serverQuery: ServerQuery): TimeFields<ServerField> | undefined =>
  timeFieldsOf(serverQuery, field =>
    allValues(field, isDate) || allValues(field, isYear) ? field : undefined,
  );

/** Returns a day in the format of a column: a date, or a year. */
const dateValue = (field: ServerField, day: number, isBefore = false): string =>
  allValues(field, isYear) ? String(comparableYear(day, isBefore)) : isoDay(day);

const searchParameters: PartParameters = serverQuery => {
  const columns = searchColumns(serverQuery).map(name => `${name}__contains`);
  const [only, ...more] = columns;
  if (only === undefined) return undefined;
  return (serverQuery.query.q ?? '')
    .trim()
    .split(/\s+/)
    .map((word): Parameter => {
      // Characters with a meaning in an `or` parameter are replaced by a wildcard.
      const pattern = word.replace(/[^\p{L}\p{N}'’-]/gu, '*');
      const either = columns.map(name => `${name}.${pattern}`).join(',');
      return more.length > 0 ? ['or', `(${either})`] : [only, pattern];
    });
};

const bboxParameters: PartParameters = serverQuery => {
  const {bbox} = serverQuery.query;
  const lat = comparableField(serverQuery, 'lat', isNumber);
  const lon = comparableField(serverQuery, 'lon', isNumber);
  if (!bbox || bbox[0] > bbox[2] || !lat || !lon) return undefined;
  return [
    [`${lat.path}__greater`, String(bbox[1])],
    [`${lat.path}__less`, String(bbox[3])],
    [`${lon.path}__greater`, String(bbox[0])],
    [`${lon.path}__less`, String(bbox[2])],
  ];
};

const sortParameters: PartParameters = serverQuery => {
  const {sort = ''} = serverQuery.query;
  const field = sort.endsWith('title')
    ? serverQuery.field('title')
    : timeFields(serverQuery)?.start;
  return field && [[`${field.path}__sort`, sort.startsWith('-') ? 'desc' : 'asc']];
};

/** Returns the filter for one of several values. */
const valueFilter =
  (
    part: ListFilter | TerritoryKind,
    fieldOf: (serverQuery: ServerQuery) => ServerField | undefined,
  ): PartParameters =>
  serverQuery => {
    const values = serverQuery.query[part] ?? [];
    const field = fieldOf(serverQuery);
    if (!field || values.length === 0 || !values.every(needsNoEscaping)) return undefined;
    return [[`${field.path}__${values.length > 1 ? 'in' : 'exact'}`, values.join(',')]];
  };

const fieldFilter = (part: ListFilter, name: string): PartParameters =>
  valueFilter(part, serverQuery => comparableField(serverQuery, name));

const territoryFilter = (kind: TerritoryKind): PartParameters =>
  valueFilter(kind, serverQuery => territoryCodeField(kind, serverQuery));

/** Parameters of the API (README of datagouv/api-tabular, "Operators"). */
export const filters: ServerFilters = {
  q: searchParameters,
  to: serverQuery => {
    const {start} = timeFields(serverQuery) ?? {};
    const last = dateSpan(serverQuery.query.to)?.last;
    if (!start || last === undefined) return start && [];
    return [[`${start.path}__strictly_less`, dateValue(start, last + 1, true)]];
  },
  from: serverQuery => {
    const {start, end} = timeFields(serverQuery) ?? {};
    const first = dateSpan(serverQuery.query.from)?.first;
    // The API has no filter for records without an end date.
    if (!end || end.path !== start?.path) return undefined;
    return first === undefined ? [] : [[`${end.path}__greater`, dateValue(end, first)]];
  },
  bbox: bboxParameters,
  type: fieldFilter('type', 'type'),
  theme: fieldFilter('theme', 'themes'),
  section: fieldFilter('section', 'section'),
  family: fieldFilter('family', 'family'),
  commune: valueFilter('commune', serverQuery =>
    comparableField(serverQuery, serverQuery.field('insee') ? 'insee' : 'commune'),
  ),
  epci: territoryFilter('epci'),
  departement: territoryFilter('departement'),
  region: territoryFilter('region'),
  sort: sortParameters,
};
