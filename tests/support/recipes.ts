import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {dirname, join} from 'node:path';
import {text} from 'node:stream/consumers';
import {root} from '../../scripts/setup.mjs';

/** Code block of a recipe: a new file, or a change of an existing one. */
export interface RecipeBlock {
  readonly path: string;
  readonly isChange: boolean;
  readonly code: string;
}

export interface Recipe {
  readonly title: string;
  readonly blocks: readonly RecipeBlock[];
}

/** A path in backticks, such as `src/i18n/sv.ts`, at the end of a line. */
const PATH = /`([\w./-]+\.\w+)`[^`\n]*:$/gm;
const BLOCK = /^( *)```(\w+)\n([\s\S]*?)^\1```$/gm;

const withoutIndent = (code: string, indent: string): string =>
  code.replace(new RegExp(`^${indent}`, 'gm'), '');

function parseRecipe(section: string): Recipe {
  const [title = ''] = section.split('\n', 1);
  const blocks = [...section.matchAll(BLOCK)].map(
    ({index, 1: indent = '', 2: language, 3: code = ''}) => {
      const path = [...section.slice(0, index).matchAll(PATH)].at(-1)?.[1];
      assert.ok(path, `${title}: a block without the name of its file`);
      return {path, isChange: language === 'diff', code: withoutIndent(code, indent)};
    },
  );
  return {title, blocks};
}

/** Returns the recipes of CONTRIBUTING.md. */
export function readRecipes(): readonly Recipe[] {
  const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const [, recipes = ''] = page.split('\n## Recipes\n');
  return recipes.split(/^### /m).slice(1).map(parseRecipe);
}

/** Applies one change: lines with `-` and ` ` are in the file, lines with `+` and ` ` replace them. */
function applyChange(content: string, change: string, path: string): string {
  const lines = change.split('\n').slice(0, -1);
  const without = (sign: string): string =>
    lines
      .filter(line => !line.startsWith(sign))
      .map(line => `${line.slice(1)}\n`)
      .join('');
  const [before, after] = [without('+'), without('-')];
  if (before === '') return content.replace(/\n*$/, '\n') + after;
  const parts = content.split(before);
  assert.equal(parts.length, 2, `${path} has these lines once:\n${before}`);
  return parts.join(after);
}

/** Files that are neither sources nor tests. */
const LEFT_OUT = new Set(
  '.git .cache node_modules dist dist-site storybook-static coverage shots'.split(' '),
);

/** Copy of the working tree, in which recipes are tried. */
export class ScratchCopy {
  readonly folder: string;

  constructor() {
    mkdirSync(join(root, '.cache'), {recursive: true});
    this.folder = mkdtempSync(join(root, '.cache/recipes-'));
    const names = readdirSync(root).filter(name => !LEFT_OUT.has(name));
    const copied = spawnSync('cp', ['-a', ...names, this.folder], {cwd: root, encoding: 'utf8'});
    assert.equal(copied.status, 0, copied.stderr);
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /** Applies the blocks of a recipe. */
  apply({blocks}: Recipe): void {
    for (const {path, isChange, code} of blocks) {
      const file = join(this.folder, path);
      mkdirSync(dirname(file), {recursive: true});
      const content = isChange
        ? code
            .split(/^@@\n/m)
            .reduce(
              (changed, change) => applyChange(changed, change, path),
              readFileSync(file, 'utf8'),
            )
        : code;
      writeFileSync(file, content, {flag: isChange ? 'w' : 'wx'});
    }
  }

  /** Runs Node in the copy. */
  async node(...args: readonly string[]) {
    // Without the variable that makes the tests of the copy part of this one.
    const {NODE_TEST_CONTEXT: _, ...env} = process.env;
    const child = spawn(process.execPath, args, {cwd: this.folder, env});
    child.stdin.end();
    const ended = new Promise<number | null>(resolve => child.once('close', resolve));
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return {code, out, err};
  }

  /** Compiles the elements and the command line, whose threads start from JavaScript only. */
  async compileCommand(): Promise<void> {
    for (const config of ['tsconfig.build.json', 'tsconfig.cli.json']) {
      const {code, out} = await this.node('node_modules/.bin/tsc', '-p', config);
      assert.equal(code, 0, out);
    }
  }

  /** Runs `spass-widgets` as it was compiled in the copy, and returns its output. */
  async command(...args: readonly string[]): Promise<string> {
    const {code, out, err} = await this.node('dist/tools/cli/main.js', ...args);
    assert.equal(code, 0, err);
    return out;
  }

  remove(): void {
    rmSync(this.folder, {recursive: true, force: true});
  }
}
