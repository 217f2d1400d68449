import type {TemplateResult} from 'lit';
import {type PosterNetwork, renderCover, renderPlaces} from '../../../map/covers/cover.js';
import {boxAround, type Geo} from '../../../model/geo/geo.js';
import {coverStyles} from '../../../styles/covers.styles.js';
import type {Project} from '../../../model/records.js';

/**
 * Draws the places of a project and its partners; undefined without any.
 *
 * @param options Network of a poster, and its size of letters.
 */
export function renderProjectPlaces(
  project: Project,
  language: string,
  options: {network?: PosterNetwork; fontSize?: number} = {},
): TemplateResult | undefined {
  // Partners are drawn as the network of a portal of actors.
  const portal = {id: project.id, family: 'acteur'};
  const {partners = [], acronym, commune, geo} = project;
  // Its acronym names a place that is in no known town.
  const own = acronym && !commune && geo ? [{name: acronym, geo}] : [];
  const records = {
    projects: [{...project, portal: project.id, partners: [...partners, ...own]}],
    otherProjects: [],
    resources: [],
  };
  return renderPlaces(portal, records, {fontSize: LARGE, language, ...options});
}

/** Size of the letters on a drawing that is narrow, in units. */
const LARGE = 14.25;

// Loaded when there is a place to draw.
export {coverStyles};

/** Half the height of the map, in metres. */
const RADIUS = 11_000;

/** Draws a place with the coasts, borders and towns around it. */
export const renderPlace = (geo: Geo, language: string): TemplateResult =>
  renderCover(
    {
      id: 'place',
      family: 'theme',
      territory: {level: 'commune', bbox: boxAround(geo, RADIUS)},
    },
    {projects: [], otherProjects: [], resources: []},
    {fontSize: LARGE, language},
  );
