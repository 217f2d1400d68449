// Checks the format of all files. Prettier takes half a minute for them: oxfmt, which formats as Prettier does but in a
// few places, reads all in a second, and Prettier judges what oxfmt would change.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {root} from '../setup.mjs';

const bin = name => join(root, 'node_modules/.bin', name);
const folder = mkdtempSync(join(tmpdir(), 'spass-format-'));
const config = join(folder, 'oxfmt.json');
const options = JSON.parse(readFileSync(join(root, '.prettierrc.json'), 'utf8'));
writeFileSync(
  config,
  JSON.stringify({...options, embeddedLanguageFormatting: 'off', sortPackageJson: false}),
);
const {status, stdout} = spawnSync(bin('oxfmt'), ['-c', config, '--list-different', '.'], {
  cwd: root,
  encoding: 'utf8',
});
rmSync(folder, {recursive: true});
const others = stdout?.split('\n').filter(Boolean) ?? [];
// Without a list, oxfmt itself has failed.
const files = status !== 0 && others.length === 0 ? ['.'] : others;
if (files.length > 0) {
  const check = ['--check', '--log-level=warn', '--ignore-unknown', ...files];
  process.exitCode = spawnSync(bin('prettier'), check, {cwd: root, stdio: 'inherit'}).status ?? 1;
}
