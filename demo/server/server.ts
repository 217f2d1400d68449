import {mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Rate} from './contributions/rate.js';
import {once} from './once.js';
import {type PortalDocument, readPortal} from './portal-document.js';
import {nameOf, Site} from './site.js';
import {projectFolder} from './static.js';

export interface ServerOptions {
  /** 0: any free one. */
  readonly port?: number;
  readonly host?: string;
  /** What `/api` answers from, instead of the files of demo/data. */
  readonly data?: PortalDocument;
  /** The folder that holds demo/, dist/ and storybook-static/. */
  readonly root?: URL;
  /** Where the inhabitants' contributions are kept; without it they go with the server. */
  readonly contributions?: string;
  /** How many contributions one address may send. */
  readonly rate?: Rate;
}

export interface RunningServer {
  /** `http://127.0.0.1:4173/` */
  readonly url: string;
  /** What opens `/moderation/`. */
  readonly moderationToken: string;
  /** Resolves when the last connection is closed. */
  close(): Promise<void>;
}

/** How long an answer under way may still take when the server is told to stop (ms). */
const GRACE = 500;

/** The demo's pages, the true portal at `/api`, invented ones beside it, and some that misbehave. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const {port = 0, host = '127.0.0.1', data, root = projectFolder} = options;
  const portal = once(async () => data ?? (await readPortal(new URL('demo/data/', root))));
  const kept = options.contributions;
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'contributions-')));
  let site: Site | undefined;
  // What comes while the journal is being read waits in the socket.
  const server = createServer(
    (request, response) => void opening.then(one => one.handle(request, response)),
  );
  const end = async (): Promise<void> => {
    await site?.close();
    if (!kept) await rm(folder, {recursive: true, force: true});
  };
  const listening = new Promise<void>((resolve, fail) => {
    server.once('error', fail).listen(port, host, resolve);
  });
  // A port that is taken is told before a folder that is: the same server was started twice.
  const opening = listening.then(() => Site.open(portal, root, folder, options.rate));
  try {
    site = await opening;
  } catch (error) {
    server.close();
    await end();
    throw error;
  }
  const {moderationToken} = site;
  const address = server.address() as AddressInfo;
  return {
    url: `http://${nameOf(host)}:${address.port}/`,
    moderationToken,
    async close() {
      await new Promise<void>(closed => {
        const timer = setTimeout(() => server.closeAllConnections(), GRACE);
        server.close(() => {
          clearTimeout(timer);
          closed();
        });
        server.closeIdleConnections();
      });
      await end();
    },
  };
}
