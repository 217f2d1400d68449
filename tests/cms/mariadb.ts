import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {join} from 'node:path';
import {findProgram} from '../../scripts/setup.mjs';
import {freePort, waitForOutput} from '../support/processes.js';

export interface MariaDb {
  readonly process: ChildProcess;
  /** `127.0.0.1:4711`; any user and password are accepted. */
  readonly address: string;
}

/** True if Debian's MariaDB is installed. */
export const hasMariaDb = (): boolean =>
  ['/usr/sbin/mariadbd', 'mariadb-install-db'].every(name => findProgram([name]) !== undefined);

/** Starts MariaDB with an empty data folder. The path of a socket is limited in length, so the folder is a short one. */
export async function startMariaDb(folder: string): Promise<MariaDb> {
  const [server, install] = ['/usr/sbin/mariadbd', 'mariadb-install-db'].map(name =>
    findProgram([name]),
  );
  if (!server || !install) throw new Error('MariaDB is not there');
  const data = join(folder, 'data');
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  execFileSync(
    install,
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', ...asRoot],
    {stdio: 'pipe'},
  );
  const port = await freePort();
  const child = spawn(server, [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${join(folder, 'db')}`,
    `--pid-file=${join(folder, 'pid')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-grant-tables',
    '--innodb-flush-log-at-trx-commit=0',
    ...asRoot,
  ]);
  await waitForOutput(child, 'ready for connections');
  return {process: child, address: `127.0.0.1:${port}`};
}
