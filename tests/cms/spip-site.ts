import {type ChildProcess, spawn} from 'node:child_process';
import {copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {findProgram, findSpip} from '../../scripts/setup.mjs';
import {freePort, waitForOutput, stopProcess} from '../support/processes.js';

const here = fileURLToPath(new URL('spip/', import.meta.url));

export interface SpipSite {
  /** `http://127.0.0.1:4711` */
  readonly url: string;
  /** Document root. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** True for files of SPIP itself, not for Debian's settings and separate data. */
const isSpipFile = (path: string): boolean =>
  !/\/spip\/(?:IMG|local|plugins|sites|themes|config\/(?!spip).+)$/.test(path);

/**
 * Starts a copy of Debian's SPIP, before its installer has run. The copy is deleted with the server.
 *
 * @param allowedUrls - Local addresses that the site may request, such as `http://127.0.0.1:4711`.
 */
export async function startSpip(allowedUrls: readonly string[] = []): Promise<SpipSite> {
  const spip = findSpip();
  const php = findProgram(['php']);
  if (!spip || !php) throw new Error('SPIP is not there');
  const top = mkdtempSync(join(tmpdir(), 'spip-'));
  const folder = join(top, 'site');
  let web: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (web) await stopProcess(web);
    rmSync(top, {recursive: true, force: true});
  };
  try {
    cpSync(spip, folder, {recursive: true, dereference: true, filter: isSpipFile});
    for (const name of ['IMG', 'local', 'tmp', 'config', 'plugins/auto'])
      mkdirSync(join(folder, name), {recursive: true});
    copyFileSync(join(here, 'mes_options.php'), join(folder, 'config/mes_options.php'));
    const port = await freePort();
    const options = ['-d', 'opcache.enable_cli=1', '-d', 'display_errors=0'];
    web = spawn(
      php,
      [...options, '-S', `127.0.0.1:${port}`, '-t', folder, join(here, 'router.php')],
      {env: {...process.env, MAY_ASK: allowedUrls.join(' '), PHP_CLI_SERVER_WORKERS: '3'}},
    );
    await waitForOutput(web, 'started');
    return {url: `http://127.0.0.1:${port}`, folder, stop};
  } catch (error) {
    await stop();
    throw error;
  }
}
