// npm start: installs packages and builds if needed, then serves the demo and its portal API.
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {ensureModules, root, run} from './setup.mjs';

const server = join(root, 'portal/src/main.ts');
const patience = 5_000;

const serve = () => {
  const env = {HOST: '127.0.0.1', PORT: '4173', ...process.env};
  // Own process group: Ctrl-C reaches the server once, through this process, and not also from the terminal.
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', server, 'serve', 'demo/data', '--demo'],
    {
      cwd: root,
      stdio: 'inherit',
      detached: true,
      env,
    },
  );
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      stopping = true;
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), patience).unref();
    });
  child.once('exit', (code, signal) => {
    if (!stopping && signal) console.error(`The demo server was ended by ${signal}.`);
    process.exit(stopping ? 0 : (code ?? 1));
  });
};

try {
  await ensureModules();
  const {ok} = await run(process.execPath, [join(root, 'scripts/build.mjs'), '--if-changed']);
  if (!ok) process.exit(1);
  if (!existsSync(server)) throw new Error('portal/src/main.ts is missing.');
  serve();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
