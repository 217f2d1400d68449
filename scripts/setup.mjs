// Installs what a new clone lacks: the packages of package-lock.json, and browsers for the tests. Imports only Node
// modules, since it runs before any package is installed.
import {spawn, spawnSync} from 'node:child_process';
import {accessSync, constants, existsSync, readFileSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Returns the path of the first installed program; `given` (a path) takes precedence. */
export const findProgram = (names, given) => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    given,
    ...names.flatMap(name => (name.includes('/') ? [name] : folders.map(f => join(f, name)))),
  ].filter(Boolean);
  return candidates.find(path => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
};

export const findChromium = () =>
  findProgram(
    [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'chrome',
      '/usr/bin/chromium',
      '/snap/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    process.env.CHROMIUM,
  );

/**
 * Returns the path of Chromium's headless shell, or of Chromium if it is missing. The shell takes about half of the
 * processor time; it has no back/forward cache and no background tabs.
 */
export const findHeadlessChromium = () =>
  findProgram(
    ['chromium-headless-shell', 'chrome-headless-shell', '/usr/bin/chromium-headless-shell'],
    process.env.HEADLESS_CHROMIUM,
  ) ?? findChromium();

export const findFirefox = () =>
  findProgram(['firefox-esr', 'firefox', '/usr/bin/firefox-esr'], process.env.FIREFOX);

export const findWebKit = () => findProgram(['WebKitWebDriver'], process.env.WEBKIT_DRIVER);

/** Returns the folder of Debian's WordPress, if its dependencies are installed too. */
export const findWordPress = () => {
  const folder = '/usr/share/wordpress/';
  const hasPrograms = ['php', '/usr/sbin/mariadbd', 'mariadb-install-db'].every(name =>
    findProgram([name]),
  );
  return hasPrograms && existsSync(`${folder}wp-settings.php`) ? folder : undefined;
};

/** Returns the folder of Debian's SPIP, if PHP is installed too. */
export const findSpip = () => {
  const folder = '/usr/share/spip/';
  return findProgram(['php']) && existsSync(`${folder}spip.php`) ? folder : undefined;
};

const log = text => console.log(`· ${text}`);

const SIGNALS = {SIGHUP: 129, SIGINT: 130, SIGTERM: 143};

/**
 * Runs a program until it exits; with `quiet` its output is returned instead of printed. If this process receives a
 * signal, the program is stopped too, so that no process is left behind.
 */
export const run = (command, args, {quiet = false, ...options} = {}) =>
  new Promise(resolve => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(command, args, {cwd: root, stdio, ...options});
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', text => (output += text));
    let stopped = 0;
    const pass = signal => {
      stopped = SIGNALS[signal];
      child.kill(signal);
    };
    const names = Object.keys(SIGNALS);
    for (const name of names) process.on(name, pass);
    const end = ok => {
      for (const name of names) process.off(name, pass);
      if (stopped) process.exit(stopped);
      resolve({ok, output});
    };
    child.once('error', error => {
      output += error.message;
      end(false);
    });
    child.once('close', code => end(code === 0));
  });

/** Runs npm, with the npm that started this process if any. */
const npm = args => {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js')
    ? run(process.execPath, [cli, ...args])
    : run('npm', args, {shell: process.platform === 'win32'});
};

/** Returns true if node_modules matches package-lock.json. Compares contents: a checkout changes file dates. */
const modulesAreCurrent = () => {
  try {
    const read = path => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
    const installed = read('node_modules/.package-lock.json');
    return Object.entries(read('package-lock.json')).every(
      ([path, {version, optional, link}]) =>
        path === '' || link || optional || installed[path]?.version === version,
    );
  } catch {
    return false;
  }
};

export const ensureModules = async () => {
  if (modulesAreCurrent()) return;
  log('Installing the packages of package-lock.json…');
  const {ok} = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (!ok)
    throw new Error('npm ci failed: see its message above. Is the npm registry within reach?');
};

/** Runs apt-get as root, or with sudo if it needs no password. */
const aptGet = async args => {
  const asRoot = process.getuid?.() === 0;
  const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
  const [program, ...rest] = asRoot ? command : ['sudo', '-n', ...command];
  return (await run(program, rest)).ok;
};

const mayInstall = () =>
  findProgram(['apt-get']) !== undefined &&
  (process.getuid?.() === 0 ||
    (findProgram(['sudo']) !== undefined &&
      spawnSync('sudo', ['-n', 'true'], {stdio: 'ignore'}).status === 0));

/**
 * Installs the programs that the tests need: Chromium and its headless shell, and with `all` Firefox, WebKitGTK, tippecanoe, pdftotext, faketime, Java,
 * WordPress and SPIP. Resolves with the missing ones, each with a sentence on how to get it.
 */
export const ensurePrograms = async ({all = false} = {}) => {
  const wanted = [
    {
      name: 'Chromium',
      found: () => findChromium() !== undefined,
      packages: ['chromium', 'fonts-dejavu-core'],
      how: 'install Chromium or Chrome, or set CHROMIUM to its path',
    },
    {
      name: 'Headless shell of Chromium',
      found: () => findHeadlessChromium() !== findChromium(),
      packages: ['chromium-headless-shell'],
      how: "install Debian's chromium-headless-shell, with which tests take less time",
    },
    {
      // Old libraries that the widgets must be compatible with.
      name: 'Prototype.js and MooTools',
      found: () =>
        ['prototype/prototype.js', 'mootools/mootools.js'].every(path =>
          existsSync(`/usr/share/javascript/${path}`),
        ),
      packages: ['libjs-prototype', 'libjs-mootools'],
      how: "install Debian's or Ubuntu's libjs-prototype and libjs-mootools",
      rare: true,
    },
    {
      name: 'Firefox',
      found: () => findFirefox() !== undefined,
      packages: ['firefox-esr'],
      how: 'install Firefox, or set FIREFOX to its path',
      rare: true,
    },
    {
      name: 'WebKitGTK',
      found: () => findWebKit() !== undefined && findProgram(['Xvfb']) !== undefined,
      packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
      how: "install Debian's or Ubuntu's webkit2gtk-driver and xvfb",
      rare: true,
    },
    {
      name: 'tippecanoe',
      found: () => findProgram(['tippecanoe']) !== undefined,
      packages: ['tippecanoe'],
      how: "install Debian's or Ubuntu's tippecanoe",
      rare: true,
    },
    {
      name: 'pdftotext',
      found: () => findProgram(['pdftotext']) !== undefined,
      packages: ['poppler-utils'],
      how: "install Debian's or Ubuntu's poppler-utils",
      rare: true,
    },
    {
      name: 'faketime',
      found: () => findProgram(['faketime']) !== undefined,
      packages: ['faketime'],
      how: "install Debian's or Ubuntu's faketime",
      rare: true,
    },
    {
      name: 'Java',
      found: () => findProgram(['java']) !== undefined,
      packages: ['default-jre-headless'],
      how: 'install a Java of version 11 or later',
      rare: true,
    },
    {
      name: 'WordPress',
      found: () => findWordPress() !== undefined,
      // With the smallest web server that it supports, which does not start by itself.
      packages: [
        'wordpress',
        'php',
        'php-cgi',
        'php-cli',
        'php-gd',
        'php-mysql',
        'micro-httpd',
        'mariadb-server-core',
        'mariadb-client-core',
        // Theme and translations, for a screenshot of the guide.
        'wordpress-theme-twentytwentyfive',
        'wordpress-l10n',
      ],
      how: "install Debian's wordpress, php-cli and mariadb-server-core",
      rare: true,
    },
    {
      name: 'SPIP',
      found: () => findSpip() !== undefined,
      // The smallest web server that it supports, as above, and a database without a server.
      packages: [
        'spip',
        'php-cli',
        'php-sqlite3',
        'php-curl',
        'php-gd',
        'php-xml',
        'micro-httpd',
        // YAML parser of its plugin "YAML".
        'php-symfony-yaml',
        'php-yaml',
      ],
      how: "install Debian's spip, php-cli, php-sqlite3, php-gd and php-curl",
      rare: true,
    },
  ].filter(({rare}) => all || !rare);
  const missing = () => wanted.filter(({found}) => !found());

  const packages = missing().flatMap(program => program.packages);
  if (packages.length > 0 && mayInstall()) {
    log(`Installing ${packages.join(', ')} by apt-get…`);
    const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0'];
    if (!(await aptGet(['update', ...quiet])))
      log('apt-get update failed; trying with the lists there are.');
    const install = names =>
      aptGet(['install', '-y', '--no-install-recommends', ...quiet, ...names]);
    // A package that a distribution lacks makes apt-get refuse all: then each program is installed on its own.
    if (!(await install(packages)))
      for (const program of missing())
        if (!(await install(program.packages)))
          log(`${program.name}: apt-get install failed, see its message above.`);
  }
  return missing().map(({name, how}) => ({name, how: `${name} is missing: ${how}.`}));
};
