import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {chmod, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {after, before, describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';
import {type JsonServer, startJsonServer} from '../support/json-server.js';

const PORTAL = {
  version: '1',
  resources: [{id: 1, title: 'Un cahier', url: 'https://example.org/1'}],
  events: [{id: 1, title: 'Un atelier', period: {start: '2099-05-02T10:00:00+02:00'}}],
};

describe('the guide to prerender', () => {
  let server: JsonServer;
  let folder: string;
  let guide: string;
  let env: NodeJS.ProcessEnv;
  before(async () => {
    server = await startJsonServer(PORTAL);
    folder = await mkdtemp(join(tmpdir(), 'guide-'));
    const text = await readFile(join(root, 'docs/webmaster.md'), 'utf8');
    // The address and the folder of the examples are replaced by this test's.
    guide = text.replaceAll('https://exemple.fr/api', server.url).replaceAll('/srv/site', folder);
    // Replacement for npx, as on a site that has installed the package.
    const npx = `#!/bin/sh\nshift\nexec "${process.execPath}" "${root}/dist/tools/cli/main.js" "$@"\n`;
    for (const [name, script] of [
      ['npx', npx],
      ['hugo', '#!/bin/sh\n'],
    ] as const) {
      await writeFile(join(folder, name), script);
      await chmod(join(folder, name), 0o755);
    }
    env = {...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`};
  });
  after(async () => {
    await server.close();
    await rm(folder, {recursive: true});
  });

  const run = (line: string): Promise<number | null> =>
    new Promise(resolve => {
      spawn('sh', ['-c', line], {cwd: folder, env, stdio: 'ignore'}).once('close', resolve);
    });

  it('has commands that produce the output shown', async () => {
    const lines = [...guide.matchAll(/^```sh\n(.*)\n```/gm)]
      .map(([, line = '']) => line.replace(/^[\d* ]+\* /, ''))
      .filter(line => line.includes('prerender'));
    assert.equal(lines.length, 3);
    for (const line of lines) {
      const [, file = ''] = /(?:> |--out=)(\S+)/.exec(line) ?? [];
      assert.equal(await run(line), 0, line);
      assert.match(await readFile(join(folder, file), 'utf8'), /Un cahier|Un atelier/, line);
      await rm(join(folder, file));
    }
  });

  it('has a shortcode that works in Eleventy', async () => {
    const [, code = ''] = /^```js\n([\s\S]*?addShortcode[\s\S]*?)```/m.exec(guide) ?? [];
    const [, call = ''] = /\{% spass (.*) %\}/.exec(guide) ?? [];
    await writeFile(join(folder, 'config.mjs'), code);
    await writeFile(
      join(folder, 'run.mjs'),
      `import configure from '${pathToFileURL(join(folder, 'config.mjs')).href}';
configure({addShortcode: (name, take) => process.stdout.write(name + take(${call}))});`,
    );
    // Run in a separate process: this one serves the API.
    const out = await new Promise<string>((resolve, reject) => {
      const child = spawn(process.execPath, [join(folder, 'run.mjs')], {env});
      let text = '';
      child.stdout.on('data', part => (text += String(part)));
      child.once('error', reject).once('close', () => resolve(text));
    });
    assert.match(out, /^spass<script type="application\/json"[\s\S]*Un atelier/);
  });
});
