import {access} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {PortalApi} from '../../portal/src/api/portal-api.js';
import {type PortalData, withPublishedContributions} from '../../portal/src/api/portal-document.js';
import {Body} from '../../portal/src/http/body.js';
import {Problem} from '../../portal/src/http/problem.js';
import type {Reply} from '../../portal/src/http/reply.js';
import {STRICT_HEADERS, type Mounts} from '../../portal/src/http/static-files.js';
import {once} from '../../portal/src/once.js';
import type {Extension} from '../../portal/src/site.js';
import type {SimulatedResponse} from '../made/foreign/flat-records.js';
import {SIMULATED_SERVERS, SimulatedServers} from '../made/foreign/servers.js';
import {respondWithFault} from './faulty-api.js';

/** Generates a portal with `count` resources. The same count gives the same records. */
async function generatePortalDocument(count: number): Promise<PortalData> {
  const {generatePortal} = await import('../made/generate-portal.js');
  return {
    ...generatePortal(count, 1),
    attribution: {text: 'Données inventées pour l’essai', licence: 'MIT'},
  };
}

/** Returns the folders of the demo site. Storybook's pages contain inline scripts and styles. */
export const demoMounts = (root: URL): Mounts => {
  const folder = (path: string, headers: Readonly<Record<string, string>> = STRICT_HEADERS) => ({
    path: fileURLToPath(new URL(path, root)),
    headers,
  });
  return new Map([
    ['', folder('demo')],
    ['cdn', folder('dist/cdn')],
    // Requests any API that its user enters; its pages bring their own policy.
    ['configurateur', folder('dist/configurateur', {})],
    ['guide', folder('dist/guide')],
    ['storybook', folder('storybook-static', {})],
  ]);
};

/** Returns the addresses of the demo site: generated portals, simulated servers of other kinds, and faulty APIs. */
export function demoRoutes(portal: () => Promise<PortalData>, root: URL): Extension {
  const generatedApi = (name: string, count: number) =>
    once(async () => new PortalApi(`/${name}`, await generatePortalDocument(count)));
  /** Generated portal APIs, by the first path segment. */
  const apis = new Map([
    ['api-4107', generatedApi('api-4107', 4107)],
    ['api-50000', generatedApi('api-50000', 50_000)],
  ]);
  /** Portals as a single document, by path. */
  const documents = new Map<string, () => Promise<Reply>>([
    ['data/portail.json', once(async () => portalReply(await portal()))],
    // Tells the page million.html if the large file exists on this machine.
    ['made/million.json', async () => toReply({body: {made: await hasMillionFile(root)}})],
    ['data/made-10000.json', once(async () => portalReply(await generatePortalDocument(10_000)))],
  ]);
  /** Simulated servers of other source kinds, with the resources and events of the demo portal. */
  const simulatedServers = once(async () => {
    const {resources = [], events = []} = withPublishedContributions(await portal());
    return new SimulatedServers({resources, events});
  });
  const oldApi = once(async () => new PortalApi('/old', await portal()));
  /** Answers, but fails when a widget loads again: it then shows the copy that it has. */
  const answerOnce: Extension = async ({path, parameters, origin, response}) => {
    if (response.req.headers['cache-control']) throw new Problem(503, 'This address answers once.');
    return (await oldApi()).respond(path, parameters, origin);
  };
  return request => {
    const {path, parameters, origin, response} = request;
    const [first = '', ...rest] = path;
    const document = documents.get(path.join('/'));
    if (document) return document();
    const api = apis.get(first);
    if (api) return api().then(loaded => loaded.respond(rest, parameters, origin));
    if (first === 'old') return answerOnce({...request, path: rest});
    if (first === 'faulty') return respondWithFault(rest, parameters, response);
    if (SIMULATED_SERVERS.includes(first))
      return simulatedServers().then(simulated =>
        toReply(simulated.respond(first, `/${rest.join('/')}`, parameters, origin)),
      );
    return undefined;
  };
}

/** Resolves with true if the file of a million points exists. */
const hasMillionFile = (root: URL): Promise<boolean> =>
  access(new URL('demo/made/million.pmtiles', root)).then(
    () => true,
    () => false,
  );

/** Converts the response of a simulated server. */
const toReply = ({status = 200, body, headers = {}}: SimulatedResponse): Reply => ({
  status,
  headers: {'Content-Type': 'application/json; charset=utf-8', ...headers},
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** Returns the reply with a portal as one document. */
const portalReply = (portal: PortalData): Reply => ({
  status: 200,
  headers: {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'public, max-age=60',
  },
  body: new Body(JSON.stringify({version: '1', ...withPublishedContributions(portal)})),
});
