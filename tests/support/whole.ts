import {StubServer} from './stub-server.js';
import {each, manyPortals} from './portals.js';
import {programmes, projects} from './programmes.js';
import {manyMapped, mapped} from './projects.js';
import {few, many} from './resources.js';

/** Portal with records of every collection that the explorer shows. */
export const whole = {
  portals: each,
  resources: few,
  projects: [...mapped, ...projects],
  programmes,
};

/** Portal with more records than fit on a page. */
export const manyOfAll = {
  portals: manyPortals(40),
  resources: many(60),
  projects: [...manyMapped(60), ...projects],
  programmes,
};

export const nothingOfAll = {portals: [], resources: [], projects: [], programmes: []};

/** Returns a server that fails only for resources. */
export function withoutResources(): StubServer {
  const server = new StubServer(whole);
  const broken = new StubServer({});
  broken.isBroken = true;
  const find = server.find.bind(server);
  return Object.assign(server, {
    find: (...question: Parameters<typeof find>) =>
      question[0] === 'resources' ? broken.find(...question) : find(...question),
  });
}
