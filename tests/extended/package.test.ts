import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {publint} from 'publint';
import {root} from '../../scripts/setup.mjs';

interface Analysis {
  readonly analysis: {
    readonly entrypoints: Readonly<Record<string, unknown>>;
    readonly problems: readonly {kind: string; resolutionKind?: string; entrypoint?: string}[];
  };
}

describe('the packed package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spass-pack-'));
  let tarball = '';
  before(() => {
    execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
      cwd: root,
    });
    tarball = join(folder, readdirSync(folder)[0] ?? '');
  });
  after(() => {
    rmSync(folder, {recursive: true, force: true});
  });

  it('weighs at most 1.6 MB', () => {
    const {size} = statSync(tarball);
    // The aim is 1.5 MB. A third of it are the scripts for pages, a third the modules for bundlers, 9 % the DOM of
    // `prerender`. As in all budgets of this project, 1 kB is 1,024 bytes.
    assert.ok(size <= 1.6 * 1024 * 1024, `${String(size)} bytes`);
  });

  it('has every file that its README files link to', () => {
    const listed = execFileSync('tar', ['tzf', tarball], {encoding: 'utf8'});
    const paths = new Set(listed.split('\n').map(path => path.replace(/^package\//, '')));
    for (const name of ['README.md', 'LISEZMOI.md']) {
      assert.ok(paths.has(name), name);
      const links = readFileSync(join(root, name), 'utf8').matchAll(/\]\(([^)#]+)[^)]*\)/g);
      for (const [, link = ''] of links) {
        if (/^[a-z]+:/.test(link)) continue;
        const isFolder = [...paths].some(path => path.startsWith(`${link.replace(/\/$/, '')}/`));
        assert.ok(paths.has(link) || isFolder, `${link} of ${name}`);
      }
    }
  });

  it('F-17 resolves in every kind of tool, at each of its entry points (publint)', async () => {
    const bytes = readFileSync(tarball);
    const {messages} = await publint({
      pack: {tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)},
    });
    const faults = messages
      .map(({code, path, args}) => `${code} ${path.join('.')} ${JSON.stringify(args)}`)
      // The CDN files are classic scripts, loaded by URL and never imported.
      .filter(fault => !/^FILE_INVALID_FORMAT exports\.\.\/cdn\/\*/.test(fault));
    assert.deepEqual(faults, []);
  });

  it('F-17 has types that match the code, for importers of ES modules (attw)', () => {
    const elements = readdirSync(join(root, 'src/define')).map(name => name.replace('.ts', '.js'));
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const args = [attw, tarball, '--format', 'json', '--profile', 'esm-only'];
    args.push('--include-entrypoints', ...elements.map(name => `define/${name}`));
    const said = execFileSync(process.execPath, args, {encoding: 'utf8', maxBuffer: 1e9});
    const {entrypoints, problems} = (JSON.parse(said) as Analysis).analysis;
    for (const name of elements) assert.ok(`./define/${name}` in entrypoints, name);
    const faults = problems
      // There is no CommonJS build, and the resolver of Node 10 ignores `exports`.
      .filter(({resolutionKind = ''}) => !['node10', 'node16-cjs'].includes(resolutionKind))
      .map(({kind, entrypoint = ''}) => `${kind} ${entrypoint}`);
    assert.deepEqual(faults, []);
  });
});
