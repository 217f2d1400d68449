import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {it} from 'node:test';
import {fileURLToPath} from 'node:url';

it('a map shows its records in the unit tests of a site that use happy-dom', () => {
  const page = fileURLToPath(new URL('./happy-dom-page.ts', import.meta.url));
  const {stdout, stderr} = spawnSync(process.execPath, ['--import', 'tsx', page], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  assert.match(stdout, /Lavoir/, stderr);
});
