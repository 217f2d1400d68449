import type {TemplateResult} from 'lit';
import {renderCover, renderPlaces} from '../../../map/covers/cover.js';
import {MAX_NAME} from '../../../map/covers/cover-labels.js';
import {boxAround, type Geo} from '../../../model/geo/geo.js';
import {coverStyles} from '../../../styles/covers.styles.js';
import type {Project} from '../../../model/records.js';
import {pickText} from '../../../model/text.js';

/**
 * Draws the places of a project and its partners; undefined without any.
 *
 * @param numbers Receives the numbers of the partners' marks, by their places: on a poster, where the drawing is as wide as
 *   the sheet, and has smaller names, a scale bar and north.
 */
export function renderProjectPlaces(
  project: Project,
  language: string,
  numbers?: Map<Geo, number>,
): TemplateResult | undefined {
  // Partners are drawn as the network of a portal of actors.
  const portal = {id: project.id, family: 'acteur'};
  const {partners = [], acronym, commune, geo, title, family} = project;
  // Its acronym names a place that is in no known town.
  const own = acronym && !commune && geo ? [{name: acronym, geo}] : [];
  const records = {
    projects: [{...project, portal: project.id, partners: [...partners, ...own]}],
    otherProjects: [],
    resources: [],
  };
  if (!numbers) return renderPlaces(portal, records, {fontSize: LARGE, language});
  for (const partner of partners) if (partner.geo) numbers.set(partner.geo, 0);
  const texts = [title, acronym, commune?.name].map(text => pickText(text, language).value);
  const label = texts.find(text => text && text.length <= MAX_NAME);
  const key = {own: geo ? {...geo, label} : undefined, family, numbers};
  return renderPlaces(portal, records, {fontSize: 9.5, key, language});
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
