import {contributions} from './contribution-records.js';
import {manyEvents} from './events.js';
import {manyOrganisations} from './organisations.js';
import {manyPortals} from './portals.js';
import {programmes, projects} from './programmes.js';
import {centre} from './progress.js';
import {mapProjects} from './projects.js';
import {threeResources, manyResources} from './resources.js';
import {canal} from './story.js';

/** Records of every collection, more than fit on a page of three. */
export const allCollections = {
  portals: manyPortals(7),
  resources: [...threeResources, ...manyResources(9)],
  projects: [centre, ...mapProjects, ...projects],
  programmes,
  events: manyEvents(9),
  organisations: manyOrganisations(9),
  stories: [canal],
  contributions,
};

/** Current time for the events. */
export {now} from './events.js';
