import type {TemplateResult} from 'lit';
import {renderCover} from '../../../map/covers/cover.js';
import {boxAround, type Geo} from '../../../model/geo/geo.js';
import {coverStyles} from '../../../styles/covers.styles.js';
import {renderProjectPlaces} from '../../../map/covers/project-places.js';

// Loaded when there is a place to draw.
export {coverStyles, renderProjectPlaces};

/** Half the height of the map, in metres. */
const RADIUS = 15_000;

/** Draws a place with the coasts, borders and towns around it. */
export const renderPlace = (geo: Geo, language: string): TemplateResult =>
  renderCover(
    {
      id: 'place',
      family: 'theme',
      territory: {level: 'commune', bbox: boxAround(geo, RADIUS)},
    },
    {projects: [], otherProjects: [], resources: []},
    {hasLabels: true, hasLargeLabels: true, language},
  );
