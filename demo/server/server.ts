import {mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Rate} from './contributions/rate-limit.js';
import {once} from './once.js';
import {type PortalDocument, readPortal} from './portal-document.js';
import {urlHost, Site} from './site.js';
import {projectFolder} from './static-files.js';

export interface ServerOptions {
  /** Port, or 0 for any free one. Default: 0. */
  readonly port?: number;
  readonly host?: string;
  /** Records of `/api`. Default: the files of demo/data. */
  readonly data?: PortalDocument;
  /** Folder that contains demo/, dist/ and storybook-static/. */
  readonly root?: URL;
  /** Folder of the contributions. Default: a temporary one, removed when the server stops. */
  readonly contributions?: string;
  /** Rate limit of contributions per IP address. */
  readonly rate?: Rate;
}

export interface RunningServer {
  /** `http://127.0.0.1:4173/` */
  readonly url: string;
  /** Password of `/moderation/`. */
  readonly moderationToken: string;
  /** Resolves when the last connection is closed. */
  close(): Promise<void>;
}

/** Time in which pending responses may complete after `close`, in milliseconds. */
const GRACE_PERIOD_MS = 500;

/**
 * Starts the demo server: pages, the demo portal at `/api`, generated portals, simulated servers of other kinds, and
 * faulty APIs.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const {port = 0, host = '127.0.0.1', data, root = projectFolder} = options;
  const portal = once(async () => data ?? (await readPortal(new URL('demo/data/', root))));
  const persistentFolder = options.contributions;
  const folder = persistentFolder ?? (await mkdtemp(join(tmpdir(), 'contributions-')));
  let site: Site | undefined;
  // Requests wait until the contributions are loaded.
  const server = createServer(
    (request, response) => void siteReady.then(one => one.handle(request, response)),
  );
  const cleanUp = async (): Promise<void> => {
    await site?.close();
    if (!persistentFolder) await rm(folder, {recursive: true, force: true});
  };
  const listening = new Promise<void>((resolve, fail) => {
    server.once('error', fail).listen(port, host, resolve);
  });
  // The port is checked before the lock of the folder: if the same server is started twice, its message is the clearer
  // one.
  const siteReady = listening.then(() => Site.open(portal, root, folder, options.rate));
  try {
    site = await siteReady;
  } catch (error) {
    server.close();
    await cleanUp();
    throw error;
  }
  const {moderationToken} = site;
  const address = server.address() as AddressInfo;
  return {
    url: `http://${urlHost(host)}:${address.port}/`,
    moderationToken,
    async close() {
      await new Promise<void>(closed => {
        const timer = setTimeout(() => server.closeAllConnections(), GRACE_PERIOD_MS);
        server.close(() => {
          clearTimeout(timer);
          closed();
        });
        server.closeIdleConnections();
      });
      await cleanUp();
    },
  };
}
