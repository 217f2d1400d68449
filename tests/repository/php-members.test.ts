// Without PHP: static members that the plugins use, each in the class that its name means in its namespace.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';

const folder = join(root, 'integrations');
const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .filter(name => name.endsWith('.php'))
  .map(name => ({name, code: readFileSync(join(folder, name), 'utf8')}));

const namespaceOf = (code: string): string => /^namespace ([\w\\]+);/m.exec(code)?.[1] ?? '';
const qualify = (namespace: string, name: string): string =>
  namespace ? `${namespace}\\${name}` : name;

/** Code of the file of each class or interface, by full name. */
const classes = new Map(
  files.flatMap(({code}) =>
    [...code.matchAll(/^(?:final |abstract )*(?:class|interface|trait) (\w+)/gm)].map(
      ([, name = '']) => [qualify(namespaceOf(code), name), code] as const,
    ),
  ),
);

describe('the PHP code of the plugins', () => {
  it('uses static members that their classes declare', () => {
    const missing: string[] = [];
    let checked = 0;
    for (const {name, code} of files) {
      const imported = new Map(
        [...code.matchAll(/^use ([\w\\]+?)(\w+);/gm)].map(
          ([, prefix = '', last = '']) => [last, prefix + last] as const,
        ),
      );
      for (const [, given = '', member = ''] of code.matchAll(/(\\?\b[A-Z][\w\\]*)::(\w+)/g)) {
        if (member === 'class') continue;
        const full = given.startsWith('\\')
          ? given.slice(1)
          : (imported.get(given) ?? qualify(namespaceOf(code), given));
        const declared = classes.get(full);
        // Classes of PHP and of the CMS.
        if (declared === undefined && !full.startsWith('Spass\\')) continue;
        checked++;
        if (!new RegExp(`\\b(?:const|function) ${member}\\b`).test(declared ?? ''))
          missing.push(`${name}: ${given}::${member}`);
      }
    }
    assert.ok(checked > 100, String(checked));
    assert.deepEqual(missing, []);
  });
});
