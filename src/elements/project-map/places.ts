import type {MapPoints} from '../../map/map-view.js';
import type {RecordList} from '../../model/record-list.js';
import {type Family, FAMILIES, type Project} from '../../model/records.js';
import type {RecordRef} from '../../model/selection.js';

/** A project as the map and its list know it. */
export interface Places extends MapPoints {
  /** The indices of the records that have no place. */
  readonly unlocated: readonly number[];
  id(index: number): string;
}

/** The family of a project: its own, else its portal's. */
export type FamilyOf = (project: Project) => Family | undefined;

const OTHER = FAMILIES.length;

const familyIndex = (family: Family | undefined): number => {
  const index = (FAMILIES as readonly string[]).indexOf(family ?? '');
  return index < 0 ? OTHER : index;
};

/**
 * The places of a list of projects, in typed arrays. Families are known before a record is wholly checked, but
 * where only its portal says.
 */
export function placesOf(
  projects: RecordList<Project>,
  familyOf: FamilyOf | undefined,
  name: (project: Project) => string,
): Places {
  const {length} = projects;
  const lat = new Float64Array(length);
  const lon = new Float64Array(length);
  const family = new Uint8Array(length);
  const unlocated: number[] = [];
  for (let index = 0; index < length; index++) {
    const geo = projects.geoAt(index);
    lat[index] = geo?.lat ?? NaN;
    lon[index] = geo?.lon ?? NaN;
    if (!geo) unlocated.push(index);
    family[index] = familyIndex(projects.familyAt(index) ?? familyOf?.(projects.at(index)));
  }
  return {
    length,
    lat,
    lon,
    family,
    unlocated,
    id: index => String(projects.at(index).id),
    name: index => name(projects.at(index)),
  };
}

const indices = new WeakMap<Places, ReadonlyMap<string, number>>();

/** Where a project of the selection stands among the places; undefined when it isn't there. */
export function indexIn(places: Places, ref: RecordRef | undefined): number | undefined {
  if (ref?.collection !== 'projects') return undefined;
  let known = indices.get(places);
  if (!known) {
    const made = new Map<string, number>();
    for (let index = 0; index < places.length; index++) made.set(places.id(index), index);
    indices.set(places, (known = made));
  }
  return known.get(String(ref.id));
}
