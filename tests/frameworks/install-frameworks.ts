import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../scripts/setup.mjs';

/** Folder of the apps; it has its own packages and lock file, so that the project's dependencies stay few. */
export const appsFolder = join(root, 'tests/apps');

const readLockFile = (path: string): Record<string, {version?: string}> => {
  try {
    const text = readFileSync(join(appsFolder, path), 'utf8');
    return (JSON.parse(text) as {packages: Record<string, {version?: string}>}).packages;
  } catch {
    return {};
  }
};

/** Installs the frameworks if necessary, and puts the built package beside them as npm would. */
export function installFrameworks(): void {
  const installed = readLockFile('node_modules/.package-lock.json');
  const wanted = Object.entries(readLockFile('package-lock.json'));
  const isThere = ([path, {version}]: (typeof wanted)[number]): boolean =>
    path === '' || installed[path]?.version === version;
  if (wanted.length === 0 || !wanted.every(isThere)) {
    const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const {status} = spawnSync('npm', options, {
      cwd: appsFolder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error('The frameworks could not be installed: see above.');
  }
  const home = join(appsFolder, 'node_modules/spass-widgets');
  rmSync(home, {recursive: true, force: true});
  mkdirSync(home, {recursive: true});
  cpSync(join(root, 'package.json'), join(home, 'package.json'));
  const isUsed = (path: string): boolean => !path.startsWith(join(root, 'dist/cdn'));
  cpSync(join(root, 'dist'), join(home, 'dist'), {recursive: true, filter: isUsed});
}

/** Runs a type checker in the folder of the apps; returns its output, empty if there are no errors. */
export function checkTypes(command: string, ...args: readonly string[]): string {
  const {status, stdout, stderr} = spawnSync(process.execPath, [command, ...args], {
    cwd: appsFolder,
    encoding: 'utf8',
    env: {...process.env, NO_COLOR: '1'},
  });
  return status === 0 ? '' : `${stdout}${stderr}` || `ended with ${String(status)}`;
}
