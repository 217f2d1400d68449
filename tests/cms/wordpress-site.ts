import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {findProgram, findWordPress} from '../../scripts/setup.mjs';
import {freePort, waitForOutput, stopProcess} from '../support/processes.js';
import {hasMariaDb, startMariaDb} from './mariadb.js';

const here = fileURLToPath(new URL('wordpress/', import.meta.url));

export interface WordPressSite {
  /** `http://127.0.0.1:4711` */
  readonly url: string;
  /** Folder of plugins and themes (wp-content). */
  readonly contentFolder: string;
  /** Runs PHP code inside the site; returns its output. */
  php(code: string): string;
  stop(): Promise<void>;
}

export interface WordPressOptions {
  /** True for a writable copy with all pages, including the administration; otherwise the front end only. */
  readonly isComplete?: boolean;
  /** Local addresses that the site may request, such as `127.0.0.1:4711`; by default WordPress blocks them. */
  readonly allowedHosts?: readonly string[];
}

/** Starts Debian's WordPress with posts: a database and a web server in a folder that is deleted with it. */
export async function startWordPress(options: WordPressOptions = {}): Promise<WordPressSite> {
  const {isComplete: whole = false, allowedHosts: mayAsk = []} = options;
  const wordpress = findWordPress();
  const php = findProgram(['php']);
  if (!wordpress || !php || !hasMariaDb()) throw new Error('WordPress is not there');
  // The path of a socket is limited in length, so the folder is outside the project.
  const folder = mkdtempSync(join(tmpdir(), 'wp-'));
  const programs: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(programs.map(stopProcess));
    rmSync(folder, {recursive: true, force: true});
  };
  try {
    const site = join(folder, 'site/');
    const content = whole ? join(site, 'wp-content') : join(folder, 'content');
    if (whole) {
      cpSync(wordpress, site, {recursive: true, dereference: true, filter: isReadable});
      writeFileSync(
        join(site, 'wp-config.php'),
        `<?php require '${here}config.php'; require ABSPATH . 'wp-settings.php';`,
      );
      cpSync(join(here, 'theme'), join(content, 'themes/commune'), {recursive: true});
    }
    mkdirSync(join(content, 'mu-plugins'), {recursive: true});
    for (const name of ['type.php', ...(whole ? ['loopback.php', 'optimizer.php'] : [])])
      copyFileSync(join(here, name), join(content, 'mu-plugins', name));
    const database = await startMariaDb(folder);
    programs.push(database.process);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = {
      ...process.env,
      WORDPRESS: whole ? site : wordpress,
      SOCKET: join(folder, 'db'),
      CONTENT: content,
      SITE: url,
      MAY_ASK: mayAsk.join(' '),
      PHP_CLI_SERVER_WORKERS: '3',
    };
    execFileSync(php, [join(here, 'install.php')], {env, stdio: 'pipe'});
    const root = whole ? ['-t', site] : [];
    const router = join(here, whole ? 'whole-router.php' : 'router.php');
    const web = spawn(
      php,
      ['-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${port}`, ...root, router],
      {env},
    );
    programs.push(web);
    await waitForOutput(web, 'started');
    const run = (code: string): string =>
      execFileSync(
        php,
        ['-r', `require '${here}config.php'; require ABSPATH . 'wp-settings.php'; ${code}`],
        {
          env,
          encoding: 'utf8',
          maxBuffer: 2 ** 26,
        },
      );
    return {url, contentFolder: content, php: run, stop};
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Debian's site settings are symbolic links to /etc. */
const isReadable = (path: string): boolean => !/\/(?:\.htaccess|wp-config\.php)$/.test(path);
