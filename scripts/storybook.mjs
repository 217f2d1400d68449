// npm run storybook and npm run build:storybook, with the packages and the manifest that they need.
import {join} from 'node:path';
import {ensureModules, root, run} from './setup.mjs';

const port = process.env.PORT ?? '6006';
const task =
  process.argv[2] === 'build'
    ? ['build', '--output-dir', join(root, 'storybook-static'), '--quiet']
    : ['dev', '--port', port, '--host', '127.0.0.1', '--ci'];
const options = ['--disable-telemetry', '--config-dir', join(root, '.storybook')];
const env = {...process.env, STORYBOOK_DISABLE_TELEMETRY: '1', DO_NOT_TRACK: '1'};

try {
  await ensureModules();
  const build = await run(process.execPath, [join(root, 'scripts/build.mjs'), '--if-changed']);
  if (!build.ok) process.exit(1);
  const {ok} = await run(join(root, 'node_modules/.bin/storybook'), [...task, ...options], {env});
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
