import {eventSpan} from '../agenda.js';
import {fieldNameKey, fold} from '../fold.js';
import type {Geo} from '../geo/geo.js';
import {dateSpan, daySpan, type DaySpan, parseDate, fractionalDay} from '../time/period.js';
import {type FacetName, isOwnField, type ListFilter, type OwnField} from '../query.js';
import type {
  CollectionName,
  Commune,
  Contribution,
  Id,
  Organisation,
  Portal,
  PortalEvent,
  PortalRecord,
  Project,
  Resource,
  Territory,
} from '../records.js';
import type {Relations} from '../relations.js';
import {pickText, type Text, translationsOf} from '../text.js';

/** Fields of all record types, for uniform access. */
type AnyRecord = Pick<Portal, 'id'> &
  Partial<Portal & Resource & Project & Organisation & PortalEvent & Contribution>;

const asAnyRecord = (record: PortalRecord): AnyRecord => record as AnyRecord;
const definedValues = <T>(values: readonly (T | undefined)[]): T[] =>
  values.filter((value): value is T & {} => value !== undefined);
const uniqueStrings = (values: readonly (Id | undefined)[]): string[] => [
  ...new Set(definedValues(values).map(String)),
];

/** Returns the coordinates of a record, if any. */
export const geoOf = (record: PortalRecord): Geo | undefined =>
  asAnyRecord(record).geo ?? undefined;

/** Returns the folded text that a search is matched against. */
export function searchText(record: PortalRecord): string {
  const {title, name, acronym, abstract, description, tags, commune, authors, identifier} =
    asAnyRecord(record);
  const parts = [
    ...translationsOf(title),
    name,
    acronym,
    ...translationsOf(abstract),
    ...translationsOf(description),
    ...(tags ?? []),
    ...translationsOf(commune?.name),
    ...(authors ?? []),
    identifier,
  ];
  return fold(definedValues(parts).join(' '));
}

/** Returns the date of a record as defined by the API: published, else start of event or period, else created. */
export function recordDate(record: PortalRecord): string | undefined {
  const {published, event, period, created} = asAnyRecord(record);
  return published ?? event?.start ?? period?.start ?? created;
}

/** Returns the sort key of a date in days, with the time as a fraction; undefined without a date. */
export function dateSortKey(record: PortalRecord): number | undefined {
  const date = parseDate(recordDate(record) ?? '');
  return date && fractionalDay(date);
}

/** Returns the days stated in the record itself. */
export function ownSpan(record: PortalRecord): DaySpan | undefined {
  const {published, event, period, created} = asAnyRecord(record);
  return dateSpan(published) ?? daySpan(event) ?? daySpan(period) ?? dateSpan(created);
}

/** Returns the days that `from` and `to` are compared with. */
export const recordSpan = (
  collection: CollectionName,
  record: PortalRecord,
  relations: Relations,
): DaySpan | undefined =>
  collection === 'portals'
    ? portalSpan(record, relations)
    : collection === 'events'
      ? eventSpan(record as PortalEvent)
      : ownSpan(record);

/** Returns the days of a portal: from all its projects, or else from its programme. */
export function portalSpan(portal: Portal, relations: Relations): DaySpan | undefined {
  const spans = definedValues(
    relations.projectsOfPortal(portal).map(project => daySpan(project.period)),
  );
  if (spans.length === 0) return daySpan(relations.programme(String(portal.programme))?.period);
  return spans.reduce((total, span) => ({
    first: Math.min(total.first, span.first),
    last: Math.max(total.last, span.last),
  }));
}

/** Returns the filter value of a commune: its INSEE code, else its name. */
export const communeKey = (commune: Commune | undefined): string | undefined =>
  commune?.insee ?? (pickText(commune?.name, 'fr').value || undefined);

function portalIds(
  collection: CollectionName,
  record: PortalRecord,
  relations: Relations,
): string[] {
  if (collection === 'portals') return [String(record.id)];
  const namingPortals = collection === 'projects' ? relations.portalsOfProject(record) : [];
  const {portals = [], portal} = asAnyRecord(record);
  return uniqueStrings([portal, ...portals, ...namingPortals.map(({id}) => id)]);
}

const portalsOf = (...args: Parameters<typeof portalIds>): Portal[] =>
  definedValues(portalIds(...args).map(id => args[2].portal(id)));

/** Returns the family of a record, or else the families of its portals. */
function familyValues(
  collection: CollectionName,
  record: PortalRecord,
  relations: Relations,
): string[] {
  const own = asAnyRecord(record).family;
  if (own !== undefined || collection === 'portals') return uniqueStrings([own]);
  return uniqueStrings(portalsOf(collection, record, relations).map(portal => portal.family));
}

/** Returns the entry of a name, otherwise the first whose name is the same but for case, diacritics and spaces. */
function entryNamed(fields: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(fields, name)) return fields[name];
  const wanted = fieldNameKey(name);
  return Object.entries(fields).find(([key]) => fieldNameKey(key) === wanted)?.[1];
}

/** Returns the values of an own field; of another field of words, such as `licence`, if there is none of that name. */
function ownFieldValues(field: OwnField, record: PortalRecord): readonly string[] {
  const name = field.replace('extra.', '');
  const own = entryNamed(asAnyRecord(record).extra ?? {}, name);
  // A note is never rendered.
  const value = own ?? (name === 'note' ? undefined : record[name as keyof PortalRecord]);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(word => typeof word === 'string' && word.trim() !== '') as string[];
}

/** Returns the values of a record for a filter. The year is not included: see `recordSpan`. */
export function filterValues(
  filter: ListFilter | OwnField,
  collection: CollectionName,
  record: PortalRecord,
  relations: Relations,
): readonly string[] {
  if (isOwnField(filter)) return ownFieldValues(filter, record);
  const fields = asAnyRecord(record);
  switch (filter) {
    case 'family':
      return familyValues(collection, record, relations);
    case 'portal':
      return portalIds(collection, record, relations);
    case 'section':
      return uniqueStrings([fields.section, ...(fields.sections ?? [])]);
    case 'type':
      return uniqueStrings([collection === 'contributions' ? fields.kind : fields.type]);
    case 'theme':
      return uniqueStrings(fields.themes ?? []);
    case 'commune':
      return uniqueStrings([
        collection === 'portals' ? (record as Portal).territory?.insee : communeKey(fields.commune),
      ]);
    case 'programme': {
      if (collection === 'programmes') return [String(record.id)];
      const parent =
        fields.parent === undefined ? undefined : relations.project(String(fields.parent));
      const own = fields.programme ?? parent?.programme;
      if (own !== undefined || collection !== 'resources') return uniqueStrings([own]);
      return uniqueStrings(
        portalsOf(collection, record, relations).map(portal => portal.programme),
      );
    }
    case 'project': {
      if (collection === 'projects') return uniqueStrings([record.id, fields.parent]);
      if (fields.project !== undefined) return uniqueStrings([fields.project]);
      const projects =
        collection === 'programmes'
          ? relations.projectsOfProgramme(record)
          : portalsOf(collection, record, relations).flatMap(relations.projectsOfPortal);
      return uniqueStrings(projects.map(project => project.id));
    }
  }
}

/** Returns the label of a facet value, if a related record has one. */
export function facetLabel(
  facet: FacetName,
  value: string,
  relations: Relations,
): Text | undefined {
  if (facet === 'portal') return relations.portal(value)?.title;
  if (facet === 'project') return relations.project(value)?.title;
  if (facet === 'programme') return relations.programme(value)?.title;
  return undefined;
}

export const communeOrTerritory = (record: PortalRecord): (Commune & Territory) | undefined =>
  asAnyRecord(record).commune ?? (record as Portal).territory;

/** Adds the name of the commune of a record to names by filter value. */
export function addCommuneName(names: Map<string, Text>, record: PortalRecord): void {
  const commune = communeOrTerritory(record);
  const key = communeKey(commune);
  if (key !== undefined && commune?.name !== undefined) names.set(key, commune.name);
}
