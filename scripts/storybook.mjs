// npm run storybook and npm run build:storybook: with the packages and the manifest that they need.
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {ensureModules, root} from './setup.mjs';

const build = process.argv[2] === 'build';
const out = join(root, 'storybook-static');

const run = (command, args) => {
  const {status, signal} = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: {...process.env, STORYBOOK_DISABLE_TELEMETRY: '1', DO_NOT_TRACK: '1'},
  });
  if (status !== 0) process.exit(signal === 'SIGINT' ? 0 : (status ?? 1));
};

try {
  ensureModules();
  run(process.execPath, [join(root, 'scripts/build.mjs'), '--if-changed']);
  const options = ['--disable-telemetry', '--config-dir', join(root, '.storybook')];
  const task = build
    ? ['build', '--output-dir', out, '--quiet']
    : ['dev', '--port', process.env.PORT ?? '6006', '--host', '127.0.0.1', '--ci'];
  run(join(root, 'node_modules/.bin/storybook'), [...task, ...options]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
