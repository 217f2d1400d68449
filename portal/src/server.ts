import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Contribution} from '../../src/model/records.js';
import {PortalApi} from './api/portal-api.js';
import {type PortalData, withPublishedContributions} from './api/portal-document.js';
import {ContributionService} from './contributions/contribution-service.js';
import {urlHost} from './http/request-origin.js';
import type {Mounts} from './http/static-files.js';
import {once} from './once.js';
import type {Settings} from './settings.js';
import {type Extension, Site} from './site.js';

export interface ServerOptions {
  readonly settings: Settings;
  /** Loads the records of the API; called for the first request. */
  readonly portal: () => Promise<PortalData>;
  /** Folder of the portal's files, whose pictures are served. */
  readonly folder: string;
  /** Folders of static files. */
  readonly mounts: Mounts;
  readonly extension?: Extension;
  /** Called with messages for the operator. */
  readonly report?: (message: string) => void;
}

export interface RunningServer {
  /** `http://127.0.0.1:4173/` */
  readonly url: string;
  /** Password of `/moderation/`; undefined if no contributions are accepted. */
  readonly moderationPassword: string | undefined;
  /** Resolves when the last connection is closed. */
  close(): Promise<void>;
}

/** Time in which pending responses may complete after `close`, in milliseconds. */
const GRACE_PERIOD_MS = 500;
/** Time in which the headers of a request must arrive, in milliseconds. */
const HEADERS_TIMEOUT_MS = 20_000;

/** Starts a server of the portal API. */
export async function startPortalServer(options: ServerOptions): Promise<RunningServer> {
  const {settings} = options;
  let contributions: ContributionService | undefined;
  // Requests wait until the contributions are open.
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: (settings.uploadSeconds + 30) * 1000,
      connectionsCheckingInterval: 5000,
    },
    (request, response) => void ready.then(one => one.handle(request, response)),
  );
  const listening = new Promise<void>((resolve, fail) => {
    server.once('error', fail).listen(settings.port, settings.host, resolve);
  });
  const ready = listening.then(async () => {
    const {api, setPublished} = createApi(options.portal);
    if (settings.dataDir !== undefined)
      contributions = await ContributionService.open({
        folder: settings.dataDir,
        settings,
        onPublishedChange: setPublished,
        report: options.report ?? console.error,
      });
    const {dataDir, publicUrl} = settings;
    return new Site({...options, api, contributions, dataDir, publicUrl});
  });
  try {
    await ready;
  } catch (error) {
    server.close();
    throw error;
  }
  const address = server.address() as AddressInfo;
  return {
    url: `http://${urlHost(settings.host)}:${address.port}/`,
    moderationPassword: contributions?.moderation.password,
    async close() {
      await new Promise<void>(closed => {
        const timer = setTimeout(() => server.closeAllConnections(), GRACE_PERIOD_MS);
        server.close(() => {
          clearTimeout(timer);
          closed();
        });
        server.closeIdleConnections();
      });
      await contributions?.close();
    },
  };
}

/** Returns the API, loaded on first use, with the contributions that are published at any time. */
function createApi(portal: () => Promise<PortalData>) {
  let published: readonly Contribution[] = [];
  let loaded: {readonly api: PortalApi; readonly own: readonly Contribution[]} | undefined;
  const update = (): void => loaded?.api.setContributions([...loaded.own, ...published]);
  return {
    api: once(async () => {
      const document = await portal();
      const {contributions: own = []} = withPublishedContributions(document);
      loaded = {api: new PortalApi('/api', document), own};
      update();
      return loaded.api;
    }),
    setPublished: (contributions: readonly Contribution[]): void => {
      published = contributions;
      update();
    },
  };
}
