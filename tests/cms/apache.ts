import {execFileSync, spawn} from 'node:child_process';
import {chmodSync, existsSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {findProgram} from '../../scripts/setup.mjs';
import {freePort, stopProcess} from '../support/processes.js';

const MODULES = '/usr/lib/apache2/modules';
const phpModule = ['8.2', '8.3', '8.4']
  .map(version => `${MODULES}/libphp${version}.so`)
  .find(existsSync);
const apache = findProgram(['apache2', '/usr/sbin/apache2']);

/** Reason why Apache cannot run here, or false. */
export const missingApache =
  apache && phpModule
    ? false
    : "Apache is missing: install Debian's apache2 and libapache2-mod-php.";

/** Starts Apache with PHP on a folder, whose `.htaccess` files it obeys. Returns its address. */
export async function startApache(
  folder: string,
): Promise<{readonly url: string; close(): Promise<void>}> {
  if (!apache || !phpModule) throw new Error('Apache is not there');
  const top = dirname(folder);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    // Apache does not serve as root.
    execFileSync('chown', ['-R', 'www-data', folder]);
    chmodSync(top, 0o755);
  }
  const port = await freePort();
  const load = ['mpm_prefork', 'authz_core', 'dir', 'mime', 'rewrite', 'headers', 'alias']
    .map(name => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`)
    .join('\n');
  const file = join(top, 'apache.conf');
  writeFileSync(
    file,
    `ServerRoot ${top}
PidFile ${join(top, 'apache.pid')}
ErrorLog ${join(top, 'apache.log')}
Listen 127.0.0.1:${port}
ServerName localhost
${isRoot ? 'User www-data\nGroup www-data' : ''}
${load}
LoadModule php_module ${phpModule}
TypesConfig /etc/mime.types
<FilesMatch "\\.php$">
SetHandler application/x-httpd-php
</FilesMatch>
DirectoryIndex index.php
DocumentRoot ${folder}
<Directory ${folder}>
AllowOverride All
Require all granted
</Directory>
`,
  );
  // Detached, since Apache stops all processes of its group when it ends.
  const options = {stdio: 'ignore', detached: true} as const;
  const child = spawn(apache, ['-D', 'FOREGROUND', '-f', file], options);
  const url = `http://127.0.0.1:${port}`;
  const close = () => stopProcess(child);
  while (child.exitCode === null) {
    const isReady = await fetch(`${url}/spip.png`).then(
      answer => answer.ok,
      () => false,
    );
    if (isReady) return {url, close};
  }
  throw new Error(`Apache ended with ${child.exitCode}`);
}
