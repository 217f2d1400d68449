import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {copyFileSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {findProgram, findWordPress} from '../../scripts/setup.mjs';

const here = fileURLToPath(new URL('wordpress/', import.meta.url));

export interface WordPressSite {
  /** `http://127.0.0.1:4711` */
  readonly url: string;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

/** Waits until a program says a word; fails when it ends before. */
const says = (program: ChildProcess, word: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    for (const stream of [program.stdout, program.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes(word)) resolve();
      });
    }
    program.once('error', reject);
    program.once('exit', code => reject(new Error(`ended with ${code ?? 'a signal'}: ${said}`)));
  });

const stopped = (program: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    if (program.exitCode !== null || program.signalCode !== null) resolve();
    else program.once('exit', () => resolve()).kill('SIGTERM');
  });

/** A WordPress of Debian's, with posts: a database and a web server in a folder that goes with it. */
export async function startWordPress(): Promise<WordPressSite> {
  const wordpress = findWordPress();
  const [php, mariadb, install] = ['php', '/usr/sbin/mariadbd', 'mariadb-install-db'].map(name =>
    findProgram([name]),
  );
  if (!wordpress || !php || !mariadb || !install) throw new Error('WordPress is not there');
  // A socket has a short name, whatever the project's folder is called.
  const folder = mkdtempSync(join(tmpdir(), 'wp-'));
  const programs: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(programs.map(stopped));
    rmSync(folder, {recursive: true, force: true});
  };
  try {
    const content = join(folder, 'content');
    const data = join(folder, 'data');
    mkdirSync(join(content, 'mu-plugins'), {recursive: true});
    copyFileSync(join(here, 'type.php'), join(content, 'mu-plugins/type.php'));
    const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
    execFileSync(
      install,
      ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', ...asRoot],
      {stdio: 'pipe'},
    );
    const socket = join(folder, 'db');
    const database = spawn(mariadb, [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(folder, 'pid')}`,
      '--skip-networking',
      '--skip-grant-tables',
      '--innodb-flush-log-at-trx-commit=0',
      ...asRoot,
    ]);
    programs.push(database);
    await says(database, 'ready for connections');
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = {
      ...process.env,
      WORDPRESS: wordpress,
      SOCKET: socket,
      CONTENT: content,
      SITE: url,
      PHP_CLI_SERVER_WORKERS: '3',
    };
    execFileSync(php, [join(here, 'install.php')], {env, stdio: 'pipe'});
    const web = spawn(php, ['-S', `127.0.0.1:${port}`, join(here, 'router.php')], {env});
    programs.push(web);
    await says(web, 'started');
    return {url, stop};
  } catch (error) {
    await stop();
    throw error;
  }
}
