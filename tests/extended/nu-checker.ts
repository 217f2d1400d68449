import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../scripts/setup.mjs';

/** Folder of the checker, which has its own package and lock file, since it weighs 32 MB. */
const folder = join(root, 'tests/extended/checker');

/** Returns the path of the Nu HTML checker; installs it if necessary. */
export function installChecker(): string {
  const jar = join(folder, 'node_modules/vnu-jar/build/dist/vnu.jar');
  if (!existsSync(jar)) {
    const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const {status} = spawnSync('npm', options, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error('The Nu checker could not be installed: see above.');
  }
  return jar;
}
