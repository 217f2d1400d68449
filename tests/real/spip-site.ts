import {type ChildProcess, spawn} from 'node:child_process';
import {copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {findProgram, findSpip} from '../../scripts/setup.mjs';
import {freePort, says, stopped} from './programs.js';

const here = fileURLToPath(new URL('spip/', import.meta.url));

export interface SpipSite {
  /** `http://127.0.0.1:4711` */
  readonly url: string;
  /** The folder that is served. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** What Debian keeps elsewhere, or sets for its own sites. */
const isOfSpip = (path: string): boolean =>
  !/\/spip\/(?:IMG|local|plugins|sites|themes|config\/(?!spip).+)$/.test(path);

/**
 * A SPIP of Debian's, before its installer has run: a copy that goes with the server.
 *
 * @param mayAsk - Addresses on this machine that the site may ask, as `http://127.0.0.1:4711`.
 */
export async function startSpip(mayAsk: readonly string[] = []): Promise<SpipSite> {
  const spip = findSpip();
  const php = findProgram(['php']);
  if (!spip || !php) throw new Error('SPIP is not there');
  const top = mkdtempSync(join(tmpdir(), 'spip-'));
  const folder = join(top, 'site');
  let web: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (web) await stopped(web);
    rmSync(top, {recursive: true, force: true});
  };
  try {
    cpSync(spip, folder, {recursive: true, dereference: true, filter: isOfSpip});
    for (const name of ['IMG', 'local', 'tmp', 'config', 'plugins/auto'])
      mkdirSync(join(folder, name), {recursive: true});
    copyFileSync(join(here, 'mes_options.php'), join(folder, 'config/mes_options.php'));
    const port = await freePort();
    const options = ['-d', 'opcache.enable_cli=1', '-d', 'display_errors=0'];
    web = spawn(
      php,
      [...options, '-S', `127.0.0.1:${port}`, '-t', folder, join(here, 'router.php')],
      {env: {...process.env, MAY_ASK: mayAsk.join(' '), PHP_CLI_SERVER_WORKERS: '3'}},
    );
    await says(web, 'started');
    return {url: `http://127.0.0.1:${port}`, folder, stop};
  } catch (error) {
    await stop();
    throw error;
  }
}
