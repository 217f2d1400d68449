import type {TemplateResult} from 'lit';
import {boxAround} from '../../model/geo/geo.js';
import type {Project} from '../../model/records.js';
import {renderPlaces} from './cover.js';

/** Half the height of the view of a project with a single place, in metres. */
const SINGLE_PLACE_RADIUS = 20_000;

/** Draws the places of a project and its partners; undefined without any. */
export function renderProjectPlaces(
  project: Project,
  language: string,
): TemplateResult | undefined {
  const places = [project.geo, ...(project.partners ?? []).map(({geo}) => geo)];
  const [first] = places.filter(place => !!place);
  if (!first) return undefined;
  // Partners are drawn as the network of a portal of actors.
  const portal = {
    id: project.id,
    family: 'acteur',
    territory: {bbox: boxAround(first, SINGLE_PLACE_RADIUS)},
  };
  const records = {projects: [project], otherProjects: [], resources: []};
  const options = {hasLabels: true, hasLargeLabels: true, language};
  return (
    renderPlaces({...portal, territory: undefined}, records, options) ??
    renderPlaces(portal, records, options)
  );
}
