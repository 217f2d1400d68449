import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {FRAME_PERMISSIONS} from '../../configurator/snippets.js';
import {root} from '../../scripts/setup.mjs';

const elements = join(root, 'src/elements');

/** Code of modules, and the modules that they import, by path. */
const modules = new Map<string, {readonly code: string; readonly imports: readonly string[]}>();

/** Reads a module once. */
function moduleAt(file: string) {
  const known = modules.get(file);
  if (known) return known;
  const code = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const imports = [...code.matchAll(/(?:from |import\()'(\.[^']+)'/g)].map(([, path = '']) =>
    join(dirname(file), path.replace(/\.js$/, '.ts')),
  );
  const module = {code, imports};
  modules.set(file, module);
  return module;
}

/** Adds the code of a module and of all that it imports, now or later. */
function collect(file: string, found: Map<string, string>): void {
  if (found.has(file)) return;
  const {code, imports} = moduleAt(file);
  found.set(file, code);
  for (const one of imports) collect(one, found);
}

/** Returns the code of a module and of all that it imports. */
function codeFrom(file: string): string {
  const seen = new Map<string, string>();
  collect(file, seen);
  return [...seen.values()].join('\n');
}

const codes = new Map(
  readdirSync(elements)
    .map(noun => [noun, join(elements, noun, `${noun}.ts`)] as const)
    .filter(([, file]) => existsSync(file))
    .map(([noun, file]) => [noun, codeFrom(file)]),
);
/** Widgets that an element shows inside it. */
const nestedIn = (noun: string): string[] =>
  [...(codes.get(noun) ?? '').matchAll(/<spass-([a-z-]+)/g)].map(([, nested = '']) => nested);

const SIGNS: Readonly<Record<keyof typeof FRAME_PERMISSIONS, RegExp>> = {
  camera: /getUserMedia\(/,
  downloads: /new DownloadController/,
  fullscreen: /renderMapControls\(/,
  geolocation: /new GeolocationController/,
};

describe('the permissions of a frame', () => {
  for (const [permission, sign] of Object.entries(SIGNS))
    it(`are those that the code of its widget uses: ${permission}`, () => {
      const using = [...codes.keys()].filter(noun =>
        [noun, ...(noun === 'explorer' ? nestedIn(noun) : [])].some(one =>
          sign.test(codes.get(one) ?? ''),
        ),
      );
      assert.deepEqual(
        using.sort(),
        [...FRAME_PERMISSIONS[permission as keyof typeof FRAME_PERMISSIONS]].sort(),
      );
    });
});
