import {StubServer} from './stub-server.js';
import {onePerFamily, manyPortals} from './portals.js';
import {programmes, projects} from './programmes.js';
import {manyMapProjects, mapProjects} from './projects.js';
import {threeResources, manyResources} from './resources.js';

/** Portal with records of every collection that the explorer shows. */
export const portalData = {
  portals: onePerFamily,
  resources: threeResources,
  projects: [...mapProjects, ...projects],
  programmes,
};

/** Portal with more records than fit on a page. */
export const largePortalData = {
  portals: manyPortals(40),
  resources: manyResources(60),
  projects: [...manyMapProjects(60), ...projects],
  programmes,
};

export const emptyPortalData = {portals: [], resources: [], projects: [], programmes: []};

/** Returns a server that fails only for resources. */
export function serverWithoutResources(): StubServer {
  const server = new StubServer(portalData);
  const broken = new StubServer({});
  broken.isBroken = true;
  const find = server.find.bind(server);
  return Object.assign(server, {
    find: (...question: Parameters<typeof find>) =>
      question[0] === 'resources' ? broken.find(...question) : find(...question),
  });
}
