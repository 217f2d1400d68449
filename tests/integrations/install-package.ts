import {spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {root} from '../../scripts/setup.mjs';

/** Folder of the apps; it has its own packages and lock file, so that the project's dependencies stay few. */
export const appsFolder = join(root, 'tests/apps');

const readLockFile = (path: string): Record<string, {version?: string; optional?: boolean}> => {
  try {
    const text = readFileSync(join(appsFolder, path), 'utf8');
    return (JSON.parse(text) as {packages: Record<string, {version?: string}>}).packages;
  } catch {
    return {};
  }
};

const npm = (cwd: string, ...args: readonly string[]): void => {
  const {status} = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed: see above.`);
};

/** Installs the frameworks if necessary. */
function installFrameworks(): void {
  const installed = readLockFile('node_modules/.package-lock.json');
  const wanted = Object.entries(readLockFile('package-lock.json'));
  const isThere = ([path, {version, optional}]: (typeof wanted)[number]): boolean =>
    path === '' || optional === true || installed[path]?.version === version;
  if (wanted.length === 0 || !wanted.every(isThere)) npm(appsFolder, 'ci');
}

/** Packs the built package, and installs the tarball beside the frameworks, with its dependencies. */
export function installPackage(): void {
  installFrameworks();
  const folder = mkdtempSync(join(tmpdir(), 'spass-pack-'));
  try {
    npm(root, 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
    const [tarball = ''] = readdirSync(folder);
    // Of the same version as the one installed before: npm would keep that.
    rmSync(join(appsFolder, 'node_modules/spass-widgets'), {recursive: true, force: true});
    npm(appsFolder, 'install', '--no-save', join(folder, tarball));
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Runs a program of Node in a folder; returns its output, empty if it succeeds. */
export function runTool(folder: string, program: string, ...args: readonly string[]): string {
  const path = program.startsWith('/') ? program : join(appsFolder, 'node_modules', program);
  const {status, stdout, stderr} = spawnSync(process.execPath, [path, ...args], {
    cwd: join(appsFolder, folder),
    encoding: 'utf8',
    env: {
      ...process.env,
      NO_COLOR: '1',
      // None of them reports its use to its vendor.
      NEXT_TELEMETRY_DISABLED: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
      NG_CLI_ANALYTICS: 'false',
    },
  });
  return status === 0 ? '' : `${stdout}${stderr}` || `ended with ${String(status)}`;
}
