import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {PortalData} from '../../portal/src/api/portal-document.js';
import {readFolder} from '../../portal/src/api/read-folder.js';
import {once} from '../../portal/src/once.js';
import {type RunningServer as PortalServer, startPortalServer} from '../../portal/src/server.js';
import {parseSettings, type Settings} from '../../portal/src/settings.js';
import {demoMounts, demoRoutes} from './demo-routes.js';

/** Folder that contains demo/ and dist/. */
export const projectFolder = new URL('../../', import.meta.url);

export interface DemoOptions {
  /** Settings that differ from the defaults. Default port: any free one. */
  readonly settings?: Partial<Settings>;
  /** Records of `/api`. Default: the files of demo/data. */
  readonly data?: PortalData;
  /** Folder that contains demo/, dist/ and storybook-static/. */
  readonly root?: URL;
}

export interface DemoServer extends PortalServer {
  readonly moderationPassword: string;
}

/** Reads the records of the demo portal. */
export const readDemoPortal = (folder: URL): Promise<PortalData> =>
  readFolder(fileURLToPath(folder), {language: 'en', report: console.error});

/**
 * Starts the demo server: the portal API, contributions, pages, generated portals, simulated servers of other kinds, and
 * faulty APIs. Without a data folder the contributions are in a temporary one, removed when the server stops.
 */
export async function startServer(options: DemoOptions = {}): Promise<DemoServer> {
  const {data, root = projectFolder} = options;
  const settings = {...parseSettings([], {PORT: '0'}).settings, ...options.settings};
  const temporary = settings.dataDir ? undefined : await mkdtemp(join(tmpdir(), 'contributions-'));
  const removeTemporary = async (): Promise<void> => {
    if (temporary) await rm(temporary, {recursive: true, force: true});
  };
  const portal = once(async () => data ?? (await readDemoPortal(new URL('demo/data/', root))));
  try {
    const server = await startPortalServer({
      settings: {...settings, dataDir: settings.dataDir ?? temporary},
      portal,
      folder: fileURLToPath(new URL('demo/data/', root)),
      mounts: demoMounts(root),
      extension: demoRoutes(portal, root),
    });
    return {
      ...server,
      moderationPassword: server.moderationPassword ?? '',
      async close() {
        await server.close();
        await removeTemporary();
      },
    };
  } catch (error) {
    await removeTemporary();
    throw error;
  }
}

/** Starts `spass-portal serve <folder> --demo`. */
export const serveDemo = async (folder: string, settings: Settings): Promise<PortalServer> => {
  const data = await readFolder(folder, {language: settings.messages, report: console.error});
  return startServer({settings, data});
};
