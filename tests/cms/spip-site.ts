import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {findProgram, findSpip} from '../../scripts/setup.mjs';
import {freePort, waitForOutput, stopProcess} from '../support/processes.js';
import {startMariaDb} from './mariadb.js';

const here = fileURLToPath(new URL('spip/', import.meta.url));

export interface SpipSite {
  /** `http://127.0.0.1:4711` */
  readonly url: string;
  /** Document root. */
  readonly folder: string;
  /** Address of the database server; none for a database in a file. */
  readonly database: string | undefined;
  /** Messages of PHP about the code of the plugin, such as warnings. */
  readonly phpMessages: readonly string[];
  /** Runs PHP code inside the site; returns its output. */
  php(code: string): string;
  stop(): Promise<void>;
}

/** True for files of SPIP itself, not for Debian's settings and separate data. */
const isSpipFile = (path: string): boolean =>
  !/\/spip\/(?:IMG|local|plugins|sites|themes|config\/(?!spip).+)$/.test(path);

export interface SpipOptions {
  /** Starts a database server for the site; by default its database is a file. */
  readonly hasMariaDb?: boolean;
  /** Other origins whose pages may send contributions; `*` for all. */
  readonly origins?: string;
}

/**
 * Starts a copy of Debian's SPIP, before its installer has run. The copy is deleted with the server.
 *
 * @param allowedUrls - Local addresses that the site may request, such as `http://127.0.0.1:4711`.
 */
export async function startSpip(
  allowedUrls: readonly string[] = [],
  {hasMariaDb = false, origins = ''}: SpipOptions = {},
): Promise<SpipSite> {
  const spip = findSpip();
  const php = findProgram(['php']);
  if (!spip || !php) throw new Error('SPIP is not there');
  const top = mkdtempSync(join(tmpdir(), 'spip-'));
  const folder = join(top, 'site');
  const programs: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(programs.map(stopProcess));
    rmSync(top, {recursive: true, force: true});
  };
  try {
    cpSync(spip, folder, {recursive: true, dereference: true, filter: isSpipFile});
    for (const name of ['IMG', 'local', 'tmp', 'config', 'plugins/auto'])
      mkdirSync(join(folder, name), {recursive: true});
    copyFileSync(join(here, 'mes_options.php'), join(folder, 'config/mes_options.php'));
    const port = await freePort();
    const database = hasMariaDb ? await startMariaDb(top) : undefined;
    if (database) programs.push(database.process);
    const settings = ['opcache.enable_cli=1', 'display_errors=0', 'log_errors=1'];
    const options = settings.flatMap(setting => ['-d', setting]);
    const env = {
      ...process.env,
      MAY_ASK: allowedUrls.join(' '),
      ORIGINS: origins,
      PHP_CLI_SERVER_WORKERS: '3',
    };
    const web = spawn(
      php,
      [...options, '-S', `127.0.0.1:${port}`, '-t', folder, join(here, 'router.php')],
      {env},
    );
    programs.push(web);
    const phpMessages: string[] = [];
    web.stderr.on('data', (chunk: Buffer) => {
      const lines = chunk.toString().split('\n');
      phpMessages.push(...lines.filter(line => /PHP .*spass/.test(line)));
    });
    await waitForOutput(web, 'started');
    return {
      url: `http://127.0.0.1:${port}`,
      folder,
      database: database?.address,
      phpMessages,
      php: code =>
        execFileSync(
          php,
          [
            ...options,
            '-r',
            `require 'vendor/autoload.php'; require 'ecrire/inc_version.php'; include_spip('base/abstract_sql'); ${code}`,
          ],
          {
            cwd: folder,
            env,
            encoding: 'utf8',
          },
        ),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
