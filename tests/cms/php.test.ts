import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {findProgram, root} from '../../scripts/setup.mjs';

const php = findProgram(['php']);
const skip = php ? false : "PHP is missing: install Debian's php-cli.";
const folder = join(root, 'integrations');
const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .filter(name => name.endsWith('.php'))
  .sort();

describe('the PHP of the plugins', {skip}, () => {
  it('exists', () => assert.ok(files.length > 20));

  for (const name of files)
    it(`has no syntax error: ${name}`, () => {
      const {status, stdout} = spawnSync(php!, ['-l', join(folder, name)], {encoding: 'utf8'});
      assert.equal(status, 0, stdout);
    });

  it('uses only features of PHP 7.4', () => {
    // Functions and keywords that PHP 8 introduced.
    const newer =
      /\b(?:str_contains|str_starts_with|str_ends_with|array_is_list|get_debug_type|match\s*\(|enum\s+\w|readonly\s)|\?->|\w\(\.\.\.\)|^\s*#\[|function \w*\([^)]*\b(?:public|private|protected) |:\s*\??\w+\|\w+ \{|[(,] ?mixed \$|: static\b|: never\b/m;
    for (const name of files) {
      const found = newer.exec(readFileSync(join(folder, name), 'utf8'));
      assert.equal(found?.[0], undefined, name);
    }
  });
});
