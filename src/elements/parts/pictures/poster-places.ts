import type {TemplateResult} from 'lit';
import {MAX_NAME} from '../../../map/covers/cover-labels.js';
import {posterNetwork} from '../../../map/covers/poster-network.js';
import type {Geo} from '../../../model/geo/geo.js';
import type {Project} from '../../../model/records.js';
import {pickText} from '../../../model/text.js';
import {renderProjectPlaces} from './place-covers.js';

/** Size of the letters, in units: the drawing is as wide as the sheet. */
const FONT_SIZE = 9.5;

/**
 * Draws the places of a project and its partners for a poster, with a scale bar and north; without any, `drawing` is
 * undefined. `numbers` has those of the partners' marks, by their places.
 */
export function renderPosterPlaces(project: Project, language: string) {
  const {partners = [], title, acronym, commune, geo, family} = project;
  const texts = [title, acronym, commune?.name].map(text => pickText(text, language).value);
  const label = texts.find(text => text && text.length <= MAX_NAME);
  let numbers: ReadonlyMap<Geo, number> = new Map();
  const network = posterNetwork({
    own: geo ? {...geo, label} : undefined,
    family,
    partners: partners.flatMap(partner => partner.geo ?? []),
    onNumbers: found => (numbers = found),
  });
  const drawing: TemplateResult | undefined = renderProjectPlaces(project, language, {
    fontSize: FONT_SIZE,
    network,
  });
  return {drawing, numbers};
}
