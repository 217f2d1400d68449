import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';
import {sample} from '../support/test-scope.js';

/** Built files that a browser loads: all except the command line, which runs in Node. */
const builtFiles = readdirSync(join(root, 'dist'), {recursive: true, encoding: 'utf8'})
  .filter(path => path.endsWith('.js') && !/^(?:tools\/cli|configurateur)\//.test(path))
  .map(path => join('dist', path));

const esCheck = (files: readonly string[]): string => {
  try {
    const program = join(root, 'node_modules/es-check/lib/cli/index.js');
    const options = ['es2022', '--module', '--checkFeatures', '--noCache'];
    execFileSync(process.execPath, [program, ...options, ...files], {cwd: root, stdio: 'pipe'});
    return '';
  } catch (error) {
    const {stdout, stderr} = error as {stdout: Buffer; stderr: Buffer};
    return `${stdout.toString()}${stderr.toString()}`;
  }
};

describe('the JavaScript level of the built files', () => {
  it('F-15 is that of 2022, in syntax and in APIs', () => {
    assert.ok(builtFiles.length > 200, 'there is a build');
    assert.equal(esCheck(sample(builtFiles)), '');
  });

  it('F-15 is the one declared in the guide for webmasters', () => {
    const guide = readFileSync(join(root, 'docs/webmaster.md'), 'utf8');
    const config = readFileSync(join(root, 'tsconfig.json'), 'utf8');
    assert.match(guide, /ECMAScript 2022/);
    assert.match(config, /"target": "ES2022"/);
    assert.match(config, /"lib": \["ES2022", "DOM", "DOM.Iterable"\]/);
  });
});
