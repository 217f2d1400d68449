import {existsSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {printable} from '../../src/tools/messages/diagnostic.js';
import {readFolder} from './api/read-folder.js';
import {embedFrame, readEmbedConfig} from './embed-frame.js';
import {type Mounts, StaticFiles, STRICT_HEADERS} from './http/static-files.js';
import {type RunningServer, startPortalServer} from './server.js';
import {type Settings, SettingsError} from './settings.js';

/** Files of the widgets: next to the built server, or in a clone of the repository. */
const WIDGETS = ['../dist/cdn/', '../../dist/cdn/'];
/** Home page: an explorer of the portal. */
const PUBLIC = ['../dist/public/', '../public/'];

const firstFolder = (candidates: readonly string[]): string | undefined =>
  candidates.map(path => fileURLToPath(new URL(path, import.meta.url))).find(existsSync);

/** Returns the folders of files that the server adds to the API. */
function ownMounts(settings: Settings): Mounts {
  const widgets = settings.widgetsDir ?? firstFolder(WIDGETS);
  if (widgets === undefined || !existsSync(widgets))
    throw new SettingsError(
      'The files of the widgets are missing: run "npm run build", or set WIDGETS_DIR to their folder.',
    );
  const home = firstFolder(PUBLIC);
  return new Map([
    ['cdn', {path: widgets, headers: STRICT_HEADERS}],
    ...(home ? [['', {path: home, headers: STRICT_HEADERS}] as const] : []),
  ]);
}

/**
 * Starts the server of `spass-portal serve`.
 *
 * @throws {SettingsError | FolderError | DamagedDatabaseError}
 */
export async function serve(folder: string, settings: Settings): Promise<RunningServer> {
  if (settings.isDemo) return (await loadDemo()).serveDemo(folder, settings);
  const options = {
    language: settings.messages,
    report: (line: string) => console.error(printable(line)),
  };
  const portal = await readFolder(folder, options);
  const mounts = ownMounts(settings);
  const embed = embedFrame(await readEmbedConfig(settings.embedConfig), new StaticFiles(mounts));
  return startPortalServer({
    settings,
    folder,
    portal: () => Promise.resolve(portal),
    mounts,
    extension: embed,
  });
}

/** Loads the demo site, which only the repository has. */
async function loadDemo(): Promise<typeof import('../../demo/server/server.js')> {
  const url = new URL('../../demo/server/server.ts', import.meta.url);
  if (!existsSync(url) || dirname(fileURLToPath(import.meta.url)).endsWith('dist'))
    throw new SettingsError('--demo works in a clone of the repository only, by "npm start".');
  return (await import(url.href)) as typeof import('../../demo/server/server.js');
}
